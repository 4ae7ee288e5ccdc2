/** A recorded library of the first format: backed up row by row before it is migrated, and never in the way. */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, it } from 'vitest';
import { backUpBeforeMigration } from '../../../../electron/store/backup/before-migration.ts';
import { openStore } from '../../../../electron/store/open-store.ts';
import { recordedLibrary } from '../../../support/library/recorded.ts';
import { rowsOf } from '../../../support/library/rows.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const NOW = Date.UTC(2026, 0, 7, 12);

let path: string;
let folder: string;

beforeEach(() => {
  const root = temporaryFolder();
  path = join(root, 'data', 'library.db');
  folder = join(root, 'backups');
  mkdirSync(dirname(path));
  copyFileSync(recordedLibrary(1), path);
});

function open(): string[] {
  const made: string[] = [];
  openStore({
    path,
    now: () => NOW,
    beforeMigration: (db) => made.push(backUpBeforeMigration(db, folder, NOW)),
  }).close();
  return made;
}

it('holds every row of the old format, and is still of it', () => {
  const before = rowsOf(path);
  const runs = before['run']!.length;
  expect(open()).toEqual([`library-0001-2026-01-07T120000Z-migration-${runs}-runs.db`]);
  const [name] = readdirSync(folder);
  expect(rowsOf(join(folder, name!))).toEqual(before);
  const db = new Database(join(folder, name!), { readonly: true });
  expect(db.pragma('user_version', { simple: true })).toBe(1);
  db.close();
  expect(open(), 'the newest format needs none').toEqual([]);
});

it('is none of a library without content', () => {
  path = join(temporaryFolder(), 'library.db');
  expect(open()).toEqual([]);
});

it('leaves nothing where it fails, and the library as it was', () => {
  writeFileSync(folder, 'a file where the folder should be');
  const before = rowsOf(path);
  expect(() => open()).toThrow();
  expect(rowsOf(path)).toEqual(before);
});
