import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { checkSchema } from './check-schema.ts';
import { identify, inspectLibrary, judge } from './inspect.ts';
import { resolveLibrary, unreadable } from './library-path.ts';
import { isPending, migrate } from './migrate.ts';
import { StoreRefusedError } from './refused.ts';
import { takeLibrary } from './take-library.ts';

/** How long to wait for another process's lock, in milliseconds. */
const BUSY_TIMEOUT_MS = 2_000;

/**
 * Settings of the connection and the values SQLite must report back: a misspelt pragma is silently
 * ignored, and a build may default to less (WAL with synchronous=NORMAL loses commits in a power cut).
 */
const settings: readonly (readonly [pragma: string, set: string, reported: unknown])[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['busy_timeout', String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS],
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

/** Small tables whose pages are checked at every start; chunks and checkpoints have checksums. */
const checkedTables = [
  'meta',
  'experiment',
  'run',
  'run_tag',
  'run_event',
  'saved_view',
  'lesson_progress',
  'judged_statement',
  'op_group',
  'op_log',
  'series',
];

/**
 * Real paths this process has open. On POSIX systems closing any descriptor of a file drops all locks
 * the process holds on it, so an open library must not even be looked at a second time.
 */
const openHere = new Set<string>();

/**
 * Opens (or creates) the library file for this process alone, brings it to the newest schema and takes it.
 * Throws StoreRefusedError when it is not ours, newer, locked, damaged or out of reach; a file that is
 * not ours or newer is left as it was to the byte. `beforeMigration` is called with a library of an older
 * format before anything of it is changed.
 */
export function openDatabase(
  path: string,
  beforeMigration: (db: Database.Database) => void = () => undefined,
): Database.Database {
  const real = resolveLibrary(path);
  if (openHere.has(real)) throw locked(real, 'this process');
  inspectLibrary(real);
  const db = connect(real);
  openHere.add(real);
  try {
    // First of all pragmas: from the first lock on nobody else gets in, and no -shm file is needed.
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN IMMEDIATE; COMMIT');
    judge(real, identify(db));
    for (const setting of settings) apply(db, real, setting);
    checkTables(db, real);
    if (isPending(db)) beforeMigration(db);
    migrate(db);
    checkSchema(db, real);
    takeLibrary(db);
    return db;
  } catch (error) {
    closeDatabase(db);
    throw asRefusal(error, real);
  }
}

export function closeDatabase(db: Database.Database): void {
  try {
    db.close();
  } finally {
    openHere.delete(db.name);
  }
}

function connect(path: string): Database.Database {
  try {
    return new Database(path, { timeout: BUSY_TIMEOUT_MS });
  } catch (error) {
    throw asRefusal(error, path);
  }
}

function apply(
  db: Database.Database,
  path: string,
  [pragma, set, reported]: (typeof settings)[number],
): void {
  db.pragma(`${pragma} = ${set}`);
  const got: unknown = db.pragma(pragma, { simple: true });
  if (got !== reported) throw unreadable(path, `${pragma} is ${String(got)}, not ${set}`);
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

/** What keeps a library from being opened, as a refusal where it is the library's fault. */
export function asRefusal(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const { code, message } = error;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return locked(path, 'another process');
  // An ERROR: the statements are right, so what they speak of is not.
  if (/^SQLITE_(CORRUPT|NOTADB|ERROR)/.test(code)) {
    return new StoreRefusedError('damaged', path, message, 'ok');
  }
  if (/^SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL)/.test(code)) {
    return unreadable(path, hindranceOf(path) ?? error);
  }
  return error;
}

/** What the system says of writing there: more than SQLite, to which a protected disk is an error of the disk. */
function hindranceOf(path: string): unknown {
  try {
    for (const place of [dirname(path), path]) {
      if (existsSync(place)) accessSync(place, constants.R_OK | constants.W_OK);
    }
    return null;
  } catch (error) {
    return error;
  }
}

/** Whether SQLite says that the file contradicts itself. */
export function isDamage(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CORRUPT');
}

function locked(path: string, by: string): StoreRefusedError {
  return new StoreRefusedError('locked', path, by, 'one process at a time');
}
