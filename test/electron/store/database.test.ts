/** The connection: its settings, its lock, and that damage of any kind ends in a refusal. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '../../../electron/store/database.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { StoreRefusedError } from '../../../electron/store/refused.ts';
import { latestVersion } from '../../../electron/store/migrations/index.ts';
import { chunk, refusalOf, TestLibrary } from '../../support/library/libraries.ts';
import {
  folderHashes,
  holdOpen,
  kill,
  openElsewhere,
} from '../../support/library/other-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('every setting that protects the data is in force', () => {
  const db = openDatabase(join(temporaryFolder(), 'library.db'));
  const names = [
    'locking_mode',
    'journal_mode',
    'synchronous',
    'busy_timeout',
    'wal_autocheckpoint',
    'journal_size_limit',
    'foreign_keys',
    'trusted_schema',
    'cell_size_check',
    'mmap_size',
    'temp_store',
  ];
  const values = names.map((name) => [name, db.pragma(name, { simple: true })]);
  closeDatabase(db);
  expect(Object.fromEntries(values)).toEqual({
    locking_mode: 'exclusive',
    journal_mode: 'wal',
    synchronous: 2,
    busy_timeout: 2000,
    wal_autocheckpoint: 1000,
    journal_size_limit: 64 * 1024 * 1024,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    mmap_size: 0,
    temp_store: 2,
  });
});

it('a file that another process holds is refused as locked and stays as it was', async () => {
  const library = new TestLibrary();
  library.newRun();
  library.close();
  const lock = ['PRAGMA locking_mode = EXCLUSIVE', 'BEGIN IMMEDIATE; COMMIT'];
  const holder = await holdOpen(library.path, ...lock);
  const before = folderHashes(library.path);
  expect(refusalOf(library.path).code).toBe('locked');
  expect(folderHashes(library.path)).toEqual(before);
  await kill(holder);
  library.reopen();
  expect(library.store.listRuns({ limit: 9, trashed: false })).toHaveLength(1);
});

it('a file this process has open is refused, and stays locked for everybody else', async () => {
  const library = new TestLibrary();
  library.newRun();
  expect(await openElsewhere(library.path)).toBe('locked');
  expect(refusalOf(library.path)).toMatchObject({ code: 'locked', found: 'this process' });
  expect(await openElsewhere(library.path), 'our second look must not drop the lock').toBe(
    'locked',
  );
  library.close();
  expect(await openElsewhere(library.path)).toBe('opened');
  library.reopen();
});

it('a refused file can be opened once the reason is gone', () => {
  const library = new TestLibrary();
  library.close();
  const version = (value: number): void => {
    const db = new Database(library.path);
    db.pragma(`user_version = ${value}`);
    db.close();
  };
  version(latestVersion + 1);
  expect(refusalOf(library.path).code).toBe('newer');
  version(latestVersion);
  library.reopen();
});

it('a small table whose pages contradict each other is refused as damaged', () => {
  const library = new TestLibrary();
  for (let i = 0; i < 200; i++) library.newRun();
  library.close();
  const bytes = readFileSync(library.path);
  const db = new Database(library.path, { readonly: true });
  const page = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'run'").pluck().get();
  db.close();
  // The number of cells on the table's root page.
  bytes.writeUInt16BE(0xfff0, (Number(page) - 1) * 4096 + 3);
  writeFileSync(library.path, bytes);
  expect(refusalOf(library.path).code).toBe('damaged');
});

it('whatever single bytes are damaged, opening ends in a library or in a refusal', () => {
  const library = new TestLibrary();
  const id = library.newRun('name');
  library.flush(id, chunk(0, new Float64Array(3000).fill(0.5)));
  library.close();
  const whole = readFileSync(library.path);
  const path = join(temporaryFolder(), 'library.db');
  const damage = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {
    minLength: 1,
    maxLength: 12,
  });
  const near = fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.oneof(damage, near), (changes) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of changes) bytes[at] = value;
      copyFileSync(library.path, path);
      writeFileSync(path, bytes);
      try {
        openStore({ path, now: () => 0 }).close();
      } catch (error) {
        if (!(error instanceof StoreRefusedError)) throw error;
      }
    }),
    { numRuns: 250, seed: 4 },
  );
});
