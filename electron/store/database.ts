import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { inspectLibrary } from './inspect.ts';
import { migrate } from './migrate.ts';
import { StoreRefusedError } from './refused.ts';

/** How long to wait for another process's lock, in milliseconds. */
const BUSY_TIMEOUT_MS = 2_000;

/**
 * Settings of the connection and the values SQLite must report back: a misspelt pragma is silently
 * ignored, and a build may default to less (WAL with synchronous=NORMAL loses commits in a power cut).
 */
const settings: readonly (readonly [pragma: string, set: string, reported: unknown])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['wal_autocheckpoint', '1000', 1000],
  ['journal_size_limit', '67108864', 67108864],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['temp_store', 'MEMORY', 2],
];

/** Small tables whose pages are checked at every start; chunks have checksums of their own. */
const checkedTables = ['meta', 'experiment', 'run', 'series', 'checkpoint'];

/**
 * Opens (or creates) the library file for this process alone and brings it to the newest schema.
 * Throws StoreRefusedError, with the file untouched, when it is not ours, newer, locked or damaged.
 */
export function openDatabase(path: string): Database.Database {
  mkdirSync(dirname(path), { recursive: true });
  const real = inspectLibrary(path);
  const db = new Database(real, { timeout: BUSY_TIMEOUT_MS });
  try {
    // First of all pragmas: from here on nobody else can open the file, and no -shm file is needed.
    db.pragma('locking_mode = EXCLUSIVE');
    for (const [pragma, set, reported] of settings) {
      db.pragma(`${pragma} = ${set}`);
      const got: unknown = db.pragma(pragma, { simple: true });
      if (got !== reported) throw new Error(`pragma ${pragma} is ${String(got)}, not ${set}`);
    }
    db.exec('BEGIN IMMEDIATE; COMMIT');
    checkTables(db, real);
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    throw asRefusal(error, real);
  }
}

function checkTables(db: Database.Database, path: string): void {
  const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  for (const table of checkedTables) {
    if (!exists.get(table)) continue;
    const verdict = db.pragma(`quick_check(${table})`, { simple: true });
    if (verdict !== 'ok') {
      throw new StoreRefusedError('damaged', path, `${table}: ${String(verdict)}`, 'ok');
    }
  }
}

function asRefusal(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code, message } = error;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new StoreRefusedError('locked', path, 'another process', 'one process at a time');
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new StoreRefusedError('damaged', path, message, 'ok');
  }
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/.test(code)) {
    return new StoreRefusedError('unreadable', path, message, 'read and write access');
  }
  return error;
}
