import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { APPLICATION_ID } from './library-format.ts';
import { unreadable } from './library-path.ts';
import { latestVersion } from './migrations/index.ts';
import { StoreRefusedError } from './refused.ts';

const MAGIC = 'SQLite format 3\0';
/** No page is longer; the first one holds the file header and the beginning of the schema. */
const LONGEST_PAGE = 65_536;
const APPLICATION_ID_AT = 68;

/** Whose a file is, and of which schema version. */
export interface Identity {
  readonly applicationId: number;
  readonly userVersion: number;
  /** Whether the file holds no table at all; read only of a file that says nothing of itself. */
  readonly empty: boolean;
}

/**
 * Looks at a library file (its real path; it need not exist) without changing a byte of it, and throws
 * StoreRefusedError unless this app may open it in place. Opening alone would change a file with a hot
 * write-ahead log, and that log may hold a newer schema than the file: so a copy of both is opened.
 *
 * Must not be called for a file this process has open: closing a second descriptor drops its locks.
 */
export function inspectLibrary(path: string): void {
  const stat = statOf(path);
  if (stat && !stat.isFile()) throw new StoreRefusedError('not-a-file', path, kind(stat), 'a file');
  const logged = (statOf(`${path}-wal`)?.size ?? 0) > 0;
  if (!stat || stat.size === 0) {
    // A fresh start; but SQLite deletes the log of an empty file, and with it what somebody committed.
    if (logged) throw new StoreRefusedError('damaged', path, 'a log without its file', 'ok');
    return;
  }
  const firstPage = readBeginning(path, stat.size);
  if (firstPage.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new StoreRefusedError('not-a-database', path, `${stat.size} bytes`, 'SQLite 3');
  }
  judge(path, identifyCopy(path, firstPage, stat.size));
}

/** Throws StoreRefusedError unless the file is a library this app understands, or has no content yet. */
export function judge(path: string, { applicationId, userVersion, empty }: Identity): void {
  if (applicationId === 0 && userVersion === 0 && empty) return;
  if (applicationId !== APPLICATION_ID) {
    throw new StoreRefusedError('foreign', path, `${applicationId}`, `${APPLICATION_ID}`);
  }
  if (userVersion > latestVersion) {
    throw new StoreRefusedError('newer', path, `${userVersion}`, `${latestVersion}`);
  }
  if (userVersion < 1) {
    throw new StoreRefusedError('damaged', path, `format ${userVersion}`, `${latestVersion}`);
  }
}

/** Of a file that says whose it is only the header is read: its list of tables may be longer than a page. */
export function identify(db: Database.Database): Identity {
  const applicationId = db.pragma('application_id', { simple: true }) as number;
  const userVersion = db.pragma('user_version', { simple: true }) as number;
  const empty = applicationId === 0 && userVersion === 0 && countTables(db) === 0;
  return { applicationId, userVersion, empty };
}

function countTables(db: Database.Database): number {
  return db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number;
}

/**
 * The identity of file and log together. Of the file only the first page is copied, at its full length
 * (sparse where the system can): that is all the question needs, and a large library costs no more.
 */
function identifyCopy(path: string, firstPage: Buffer, size: number): Identity {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-inspect-'));
  const copy = join(folder, 'copy.db');
  try {
    writeBeginning(copy, firstPage, size);
    for (const log of ['-wal', '-journal']) {
      if (statOf(path + log)) copyFileSync(path + log, copy + log);
    }
    const db = new Database(copy);
    try {
      return identify(db);
    } finally {
      db.close();
    }
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw unreadable(path, error);
    const ours = firstPage.readInt32BE(APPLICATION_ID_AT) === APPLICATION_ID;
    throw new StoreRefusedError(ours ? 'damaged' : 'not-a-database', path, error.message, 'ok');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readBeginning(path: string, size: number): Buffer {
  // At least a whole header, so that reading a field of a very short file is not an error of its own.
  const bytes = Buffer.alloc(Math.max(100, Math.min(size, LONGEST_PAGE)));
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, bytes, 0, bytes.length, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unreadable(path, error);
  }
  return bytes;
}

function writeBeginning(path: string, bytes: Buffer, size: number): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, bytes, 0, Math.min(bytes.length, size), 0);
    ftruncateSync(file, size);
  } finally {
    closeSync(file);
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function kind(stat: Stats): string {
  if (stat.isDirectory()) return 'a folder';
  return stat.isFIFO() ? 'a pipe' : 'a device';
}
