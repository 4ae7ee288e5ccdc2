import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Backup } from '../ipc/backups.ts';
import { listBackups } from '../store/backup/backup-folder.ts';
import { syncFolder } from '../store/durable-file.ts';
import { StoreRefusedError } from '../store/refused.ts';
import { makeCheckedCopy } from './checked-copy.ts';
import type { LibraryPlace } from './library-place.ts';

/** A disk that is slow to wake can look like damage: looked at again after this, twice. */
const PATIENCE_MS = 200;
const LOOKS = 3;

export interface OpenOrRestoreOptions<T> {
  readonly place: LibraryPlace;
  readonly backupFolder: string;
  readonly verifierScript: URL;
  /** Opens the library that the place names; throws StoreRefusedError. */
  readonly open: () => T;
  /** Whether the person wants this backup in the place of a library that is damaged. */
  readonly ask: (refusal: StoreRefusedError, backup: Backup) => Promise<boolean>;
  readonly log: (level: 'info' | 'error', message: string) => void;
}

/**
 * Opens the library or, where it is damaged and the person agrees, its newest backup that is whole. The damaged
 * file stays as it is, and is kept like any library that was replaced. Throws the refusal otherwise.
 */
export async function openOrRestore<T>(
  options: OpenOrRestoreOptions<T>,
): Promise<{ readonly opened: T; readonly restored: Backup | null }> {
  const { place, backupFolder, open, ask, log } = options;
  const refusal = await lookAgain(open);
  if (!('refused' in refusal)) return { opened: refusal.opened, restored: null };
  const { refused } = refusal;
  for (const backup of listBackups(backupFolder)) {
    if (!(await ask(refused, backup))) break;
    try {
      await put(backup, options);
    } catch (error) {
      log('error', `restoring ${backup.id}: ${String(error)}`);
      continue;
    }
    try {
      return { opened: open(), restored: backup };
    } catch (error) {
      log('error', `opening ${backup.id}: ${String(error)}`);
      place.takeBack();
    }
  }
  throw refused;
}

/** What was opened, or a refusal for damage that is still the same after a while; throws every other one. */
async function lookAgain<T>(
  open: () => T,
): Promise<{ readonly opened: T } | { readonly refused: StoreRefusedError }> {
  for (let look = 1; ; look++) {
    try {
      return { opened: open() };
    } catch (error) {
      if (!(error instanceof StoreRefusedError)) throw error;
      if (error.code !== 'damaged' && error.code !== 'not-a-database') throw error;
      if (look === LOOKS) return { refused: error };
    }
    await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  }
}

async function put<T>(
  { id }: Backup,
  { place, backupFolder, verifierScript, log }: OpenOrRestoreOptions<T>,
): Promise<void> {
  const target = place.newPath();
  const source = join(backupFolder, id);
  const whole = await makeCheckedCopy({
    source,
    target,
    isBackup: true,
    verifierScript,
    log: (message) => log('error', message),
  });
  renameSync(whole, target);
  syncFolder(dirname(target));
  place.replaceBy(target, null);
}
