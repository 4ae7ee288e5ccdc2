/** Copies of the library that it can be restored from. */

import type { AppErrorData } from './reply.ts';

/**
 * Why a copy was made: the day is over, a person asked for it, or something large was about to happen: a
 * new format, the trash being emptied, many runs being imported.
 */
export const backupReasons = ['daily', 'manual', 'migration', 'trash', 'import'] as const;

export type BackupReason = (typeof backupReasons)[number];

export interface Backup {
  /** Its file's name, which also tells everything below but its size. */
  readonly id: string;
  /** Milliseconds since 1970: a label; the number orders. */
  readonly at: number;
  /** Counts up with every backup. */
  readonly number: number;
  readonly reason: BackupReason;
  /** Runs in it, those in the trash included. */
  readonly runs: number;
  readonly bytes: number;
}

/** A library that another one was put in the place of. It is kept for a while, and can be restored as well. */
export interface ReplacedLibrary {
  /** Its file's name. */
  readonly id: string;
  /** When it was replaced; milliseconds since 1970, a label. */
  readonly at: number;
  /** Null where it could not be opened any more. */
  readonly runs: number | null;
  readonly bytes: number;
  /** Days of use until it is deleted; null: it could not be opened, and is never deleted. */
  readonly daysLeft: number | null;
}

export interface BackupState {
  readonly folder: string;
  /** Newest first. */
  readonly backups: readonly Backup[];
  /** Newest first. */
  readonly replaced: readonly ReplacedLibrary[];
  /** How much of the backup that is being made is copied, 0 … 1; null where none is. */
  readonly going: number | null;
  /** Why the last attempt came to nothing; null once one has succeeded. */
  readonly failure: AppErrorData | null;
}

/** What became of a restoration, told once to the page that comes after it. */
export type Restoration =
  | { readonly ok: true; readonly at: number; readonly runs: number | null }
  | { readonly ok: false; readonly error: AppErrorData };

/** Where the library lies and how much room there is. */
export interface StorageInfo {
  readonly library: string;
  /** Of the library with its log. */
  readonly bytes: number;
  /** Left on its disk. */
  readonly free: number;
}
