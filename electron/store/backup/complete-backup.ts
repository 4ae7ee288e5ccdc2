import { renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { syncFile, syncFolder } from '../durable-file.ts';
import { identify, judge } from '../inspect.ts';
import { takeCensus, tablesOf, type Census } from './census.ts';

/** A copy that is not what it should be; the message says where. */
export class UnlikeOriginalError extends Error {
  override readonly name = 'UnlikeOriginalError';
}

/** A copy that lies on the disk, and what it must be. */
export interface Completion {
  readonly partial: string;
  /** Its name once it is known to be whole. */
  readonly path: string;
  /** Null where the original cannot be asked. */
  readonly expected: Census | null;
}

/**
 * Makes a copy of a library a file that stands by itself, brings it to the disk, reads it as a stranger
 * would, compares it with its original, and only then gives it its name. Throws UnlikeOriginalError, or what
 * SQLite or the system say; the copy is then left as it is, under the name of something unfinished.
 */
export function completeBackup({ partial, path, expected }: Completion): void {
  standAlone(partial);
  syncFile(partial);
  verify(partial, expected);
  renameSync(partial, path);
  syncFolder(dirname(path));
}

/** Takes in a log that came along, and leaves a file that can be read where nothing can be written. */
function standAlone(path: string): void {
  if (statSync(path).size === 0) throw new UnlikeOriginalError('it is empty');
  const db = new Database(path);
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    const mode: unknown = db.pragma('journal_mode = DELETE', { simple: true });
    if (mode !== 'delete') throw new UnlikeOriginalError(`its journal stays ${String(mode)}`);
  } finally {
    db.close();
  }
}

function verify(path: string, expected: Census | null): void {
  const db = new Database(path, { readonly: true });
  try {
    judge(path, identify(db));
    checkPages(db);
    if (!expected) return;
    const found = takeCensus(db);
    for (const [table, rows] of Object.entries(expected.rows)) {
      if (found.rows[table] === rows) continue;
      throw new UnlikeOriginalError(`${table} has ${found.rows[table] ?? 'no'} rows, not ${rows}`);
    }
    if (found.sample !== expected.sample) throw new UnlikeOriginalError('values are different');
  } finally {
    db.close();
  }
}

/** Damage in nothing but the word index does not matter: that is made again. */
function checkPages(db: Database.Database): void {
  if (db.pragma('quick_check(1)', { simple: true }) === 'ok') return;
  for (const table of tablesOf(db)) {
    const verdict: unknown = db.pragma(`quick_check(${table})`, { simple: true });
    if (verdict !== 'ok') throw new UnlikeOriginalError(`${table}: ${String(verdict)}`);
  }
}
