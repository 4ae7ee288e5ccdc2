/** Which files are opened, which are refused, and that a refused file stays as it was. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { inspectLibrary } from '../../../electron/store/inspect.ts';
import { APPLICATION_ID } from '../../../electron/store/library-format.ts';
import { latestVersion } from '../../../electron/store/migrations/index.ts';
import { chunk, refusalOf, TestLibrary } from '../../support/library/libraries.ts';
import { folderHashes, runAndKill } from '../../support/library/other-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const USER_VERSION_AT = 60;
/** The log stays where it is until the process dies. */
const hot = ['PRAGMA journal_mode = WAL', 'PRAGMA wal_autocheckpoint = 0'] as const;

function closedLibrary(): string {
  const library = new TestLibrary();
  library.flush(library.newRun(), chunk(0, [1, 2, 3]));
  library.close();
  return library.path;
}

function sqliteFile(...sql: readonly string[]): string {
  const path = join(temporaryFolder(), 'library.db');
  const db = new Database(path);
  for (const statement of sql) db.exec(statement);
  db.close();
  return path;
}

/** Refused with this code, and not a byte of the folder differs, nor is anything new in it. */
function expectRefusedUntouched(path: string, code: string): ReturnType<typeof refusalOf> {
  const before = folderHashes(path);
  const refusal = refusalOf(path);
  expect(refusal.code).toBe(code);
  expect(folderHashes(path)).toEqual(before);
  return refusal;
}

describe('a library of a newer version', () => {
  it('is refused with both versions and stays byte-identical', () => {
    const path = closedLibrary();
    const db = new Database(path);
    db.pragma(`user_version = ${latestVersion + 998}`);
    db.close();
    const { found, supported } = expectRefusedUntouched(path, 'newer');
    expect([found, supported]).toEqual([String(latestVersion + 998), String(latestVersion)]);
  });

  it('is refused when only a hot log says so, and the log stays byte-identical', async () => {
    const path = closedLibrary();
    await runAndKill(path, ...hot, 'PRAGMA user_version = 999', 'CREATE TABLE later(x)');
    const written = readFileSync(path).readUInt32BE(USER_VERSION_AT);
    expect(written, 'the file itself must still be of the old version').toBe(latestVersion);
    expect(readdirSync(join(path, '..'))).toContain('library.db-wal');
    expect(expectRefusedUntouched(path, 'newer').found).toBe('999');
  });

  it('is refused also when the library is larger than what is looked at', async () => {
    const library = new TestLibrary();
    const id = library.newRun();
    for (let i = 0; i < 40; i++) library.flush(id, chunk(i * 4096, new Float64Array(4096).fill(i)));
    library.close();
    expect(readFileSync(library.path).length).toBeGreaterThan(1 << 20);
    await runAndKill(library.path, ...hot, 'PRAGMA user_version = 77');
    expect(expectRefusedUntouched(library.path, 'newer').found).toBe('77');
  });
});

describe('a file that is not a library', () => {
  it('is refused if another program made it', () => {
    const named = sqliteFile('CREATE TABLE notes(x)', 'PRAGMA application_id = 77');
    expect(expectRefusedUntouched(named, 'foreign').found).toContain('77');
    expectRefusedUntouched(sqliteFile('CREATE TABLE notes(x)'), 'foreign');
    expectRefusedUntouched(sqliteFile('PRAGMA user_version = 3'), 'foreign');
  });

  it('is refused if only its hot log says that another program made it', async () => {
    const path = closedLibrary();
    await runAndKill(path, ...hot, 'PRAGMA application_id = 77');
    expectRefusedUntouched(path, 'foreign');
  });

  it.each([
    ['one byte', Buffer.from('x')],
    ['a text', Buffer.from('step,loss\n0,1\n'.repeat(40))],
    ['the first bytes of a database', Buffer.from('SQLite format')],
    ['a database header and nothing else', Buffer.from('SQLite format 3\0')],
    ['a database header and noise', Buffer.from('SQLite format 3\0' + 'noise '.repeat(2000))],
  ])('is refused if it is %s', (_name, bytes) => {
    const path = join(temporaryFolder(), 'library.db');
    writeFileSync(path, bytes);
    expectRefusedUntouched(path, 'not-a-database');
  });

  it('is refused if it is a folder', () => {
    const path = join(temporaryFolder(), 'library.db');
    mkdirSync(path);
    expect(refusalOf(path)).toMatchObject({ code: 'not-a-file', found: 'a folder' });
    expect(readdirSync(path)).toEqual([]);
  });

  // Windows has no pipes in the file system.
  if (process.platform !== 'win32') {
    it('is refused, without waiting, if it is a pipe', () => {
      const path = join(temporaryFolder(), 'library.db');
      execFileSync('mkfifo', [path]);
      expect(refusalOf(path)).toMatchObject({ code: 'not-a-file', found: 'a pipe' });
    });
  }

  it('is refused if its folder is a file', () => {
    const file = join(temporaryFolder(), 'data');
    writeFileSync(file, 'mine');
    expect(refusalOf(join(file, 'library.db')).code).toBe('unreadable');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});

describe('symbolic links', () => {
  it('are followed: file and log lie together, the link stays a link', async () => {
    const path = closedLibrary();
    const link = join(temporaryFolder(), 'library.db');
    symlinkSync(path, link);
    await runAndKill(path, ...hot, "UPDATE experiment SET name = 'renamed'");
    const library = new TestLibrary(link);
    expect(library.store.listRuns({ limit: 9, trashed: false })[0]!.experimentName).toBe('renamed');
    expect(readdirSync(join(link, '..'))).toEqual(['library.db']);
  });

  it('are followed before a refusal, which names the real file', () => {
    const path = sqliteFile('CREATE TABLE notes(x)');
    const link = join(temporaryFolder(), 'library.db');
    symlinkSync(path, link);
    expect(expectRefusedUntouched(path, 'foreign').path).toBe(path);
    expect(refusalOf(link).path).toBe(path);
  });

  it('are refused if they lead nowhere, and nothing is made where they point', () => {
    const target = join(temporaryFolder(), 'on-a-disk-that-is-away.db');
    const link = join(temporaryFolder(), 'library.db');
    symlinkSync(target, link);
    expect(refusalOf(link)).toMatchObject({ code: 'not-a-file', found: 'a link to nothing' });
    expect(existsSync(target)).toBe(false);
  });
});

describe('an empty place', () => {
  it('becomes a new library: no file, no folder, or a file of zero bytes', () => {
    const folder = temporaryFolder();
    const empty = join(folder, 'empty.db');
    writeFileSync(empty, '');
    for (const path of [join(folder, 'a', 'b', 'library.db'), empty]) {
      new TestLibrary(path).newRun();
    }
  });

  it('is refused if a log lies there, because opening would delete the log', async () => {
    const path = closedLibrary();
    await runAndKill(path, ...hot, 'DELETE FROM chunk');
    truncateSync(path, 0);
    expectRefusedUntouched(path, 'damaged');
    rmSync(path);
    expectRefusedUntouched(path, 'damaged');
  });
});

describe('a damaged library', () => {
  it('is refused if its end or its version is missing', () => {
    const cut = closedLibrary();
    truncateSync(cut, 5_000);
    expectRefusedUntouched(cut, 'damaged');

    const old = closedLibrary();
    const db = new Database(old);
    db.pragma('user_version = 0');
    db.close();
    expectRefusedUntouched(old, 'damaged');
  });
});

it('a library with a hot log of this version is opened with what the log holds', async () => {
  const path = closedLibrary();
  await runAndKill(path, ...hot, "UPDATE run SET name = 'in the log'");
  const library = new TestLibrary(path);
  expect(library.store.listRuns({ limit: 9, trashed: false })[0]!.name).toBe('in the log');
});

it('a creation that was killed before its first commit is begun again', async () => {
  const path = join(temporaryFolder(), 'library.db');
  await runAndKill(path, ...hot, 'BEGIN', `PRAGMA application_id = ${APPLICATION_ID}`);
  const library = new TestLibrary(path);
  library.reopen();
  expect(library.store.listRuns({ limit: 9, trashed: false })).toEqual([]);
});

it('a transaction of an old-style journal that was killed is judged as rolled back', async () => {
  const path = closedLibrary();
  const journal = ['PRAGMA journal_mode = DELETE', 'PRAGMA cache_size = 1', 'BEGIN IMMEDIATE'];
  const spill = 'UPDATE series SET uuid = hex(randomblob(20000))';
  await runAndKill(path, ...journal, 'PRAGMA user_version = 999', spill);
  // SQLite keeps the first page to the last moment: write it as it would have been written then.
  const bytes = readFileSync(path);
  bytes.writeUInt32BE(999, USER_VERSION_AT);
  writeFileSync(path, bytes);
  inspectLibrary(path);
  rmSync(`${path}-journal`);
  expectRefusedUntouched(path, 'newer');
});

it('looking leaves no temporary copies behind', () => {
  const path = closedLibrary();
  const foreign = sqliteFile('CREATE TABLE notes(x)');
  const temporary = temporaryFolder();
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
  inspectLibrary(path);
  expect(() => inspectLibrary(foreign)).toThrow('foreign');
  vi.unstubAllEnvs();
  expect(readdirSync(temporary)).toEqual([]);
});
