import {
  copyFileSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { APPLICATION_ID } from './library-format.ts';
import { latestVersion } from './migrations/index.ts';
import { StoreRefusedError } from './refused.ts';

const MAGIC = 'SQLite format 3\0';
/** Offsets of the big-endian user_version and application_id in the file header. */
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;
const HEADER_BYTES = 100;
/** Files below this are copied and opened, so that an unfinished creation is told from a foreign file. */
const SMALL = 1 << 20;

interface Identity {
  readonly applicationId: number;
  readonly userVersion: number;
  /** Whether the file holds no table at all. */
  readonly empty: boolean;
}

/**
 * Looks at a library file without changing a byte of it, and throws StoreRefusedError unless this app
 * may open it in place. Opening alone would change a file with a hot write-ahead log, and that log may
 * hold a newer schema than the file: so file and log are copied, and the copy is opened.
 *
 * Returns the real path (symbolic links resolved); the file need not exist yet.
 */
export function inspectLibrary(path: string): string {
  if (!existsSync(path)) return path;
  const real = realpathSync(path);
  const stat = statSync(real);
  if (!stat.isFile()) throw new StoreRefusedError('not-a-file', real, kindOf(stat), 'a file');
  if (stat.size === 0 && !existsSync(`${real}-wal`)) return real;
  const header = readHeader(real);
  if (stat.size > 0 && header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new StoreRefusedError('not-a-database', real, `${stat.size} bytes`, 'SQLite 3');
  }
  const mustCopy = stat.size < SMALL || existsSync(`${real}-wal`);
  judge(real, mustCopy ? identifyCopy(real) : identifyHeader(header));
  return real;
}

function judge(path: string, { applicationId, userVersion, empty }: Identity): void {
  if (applicationId === 0 && userVersion === 0 && empty) return;
  if (applicationId !== APPLICATION_ID) {
    const found = `application id ${applicationId}`;
    throw new StoreRefusedError('foreign', path, found, `application id ${APPLICATION_ID}`);
  }
  if (userVersion > latestVersion) {
    throw new StoreRefusedError('newer', path, `${userVersion}`, `${latestVersion}`);
  }
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  try {
    const file = openSync(path, 'r');
    try {
      readSync(file, header, 0, HEADER_BYTES, 0);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new StoreRefusedError('unreadable', path, (error as Error).message, 'read access');
  }
  return header;
}

function identifyHeader(header: Buffer): Identity {
  return {
    applicationId: header.readUInt32BE(APPLICATION_ID_AT),
    userVersion: header.readUInt32BE(USER_VERSION_AT),
    empty: false,
  };
}

function identifyCopy(path: string): Identity {
  const folder = mkdtempSync(join(tmpdir(), 'downhill-inspect-'));
  try {
    const copy = join(folder, 'copy.db');
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    const db = new Database(copy);
    try {
      return {
        applicationId: db.pragma('application_id', { simple: true }) as number,
        userVersion: db.pragma('user_version', { simple: true }) as number,
        empty: db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0,
      };
    } finally {
      db.close();
    }
  } catch (error) {
    throw new StoreRefusedError('not-a-database', path, (error as Error).message, 'SQLite 3');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function kindOf(stat: { isDirectory(): boolean; isFIFO(): boolean }): string {
  if (stat.isDirectory()) return 'a folder';
  return stat.isFIFO() ? 'a pipe' : 'a device';
}
