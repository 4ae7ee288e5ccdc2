import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { APPLICATION_ID } from '../../../electron/store/library-format.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { latestVersion, migrations } from '../../../electron/store/migrations/index.ts';
import type { Migration } from '../../../electron/store/migrations/migration.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/**
 * SHA-256 of the SQL of every released migration: libraries made by it are out there, so it is never
 * edited. A new schema is a new file, and a new line here.
 */
const released = [
  '80e05220f40b729e88806d89f3b4353d4fc4ece6e240e24981eefb4a23ac5b0c',
  '5c403dc8671678d04a48d527922a368b799c0a3ff24be1666baba523fac490ab',
  '4a141af8a769f5e90e37baa6fcd9cbd6a803914782e944b09edc01697c90c2f0',
  '34cd1fd2e3420b47cac73474971979365cae4b81e33650bab35f6b8fb63abb6d',
  'af73799016cf93ca6872e60d28698e525661ef6b5c0ed0e22cd396b7c77a39a0',
  '3d104b4186c1963f134beaefdd8bcec495b0406b184b2d98ba55bea8809a3ba3',
  'f31fd8b06648fdd2ce6b3f26fb4f778e675ea50959402960608d44284188c6fa',
  '1affaa6afacf69ffeaf59c36d92c8a007e9ce4af17108e8504ac8cd5b427426a',
];

function emptyFile(): Database.Database {
  const db = new Database(join(temporaryFolder(), 'library.db'));
  onTestFinished(() => void db.close());
  return db;
}

function schema(db: Database.Database): unknown {
  return db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
}

const extended: readonly Migration[] = [
  ...migrations,
  { version: latestVersion + 1, sql: "ALTER TABLE run ADD COLUMN mood TEXT NOT NULL DEFAULT ''" },
  { version: latestVersion + 2, sql: 'CREATE TABLE journal(id INTEGER PRIMARY KEY) STRICT' },
];

it('no released migration was edited', () => {
  const hashes = migrations.map(({ sql }) => createHash('sha256').update(sql).digest('hex'));
  expect(hashes).toEqual(released);
});

it('a new file becomes a library of the newest version, and stays as it is the second time', () => {
  const db = emptyFile();
  migrate(db);
  expect(db.pragma('user_version', { simple: true })).toBe(latestVersion);
  expect(db.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
  const before = schema(db);
  migrate(db);
  expect(schema(db)).toEqual(before);
});

it('one step after the other gives the same library as all at once', () => {
  const atOnce = emptyFile();
  migrate(atOnce, extended);
  const oneByOne = emptyFile();
  for (let i = 1; i <= extended.length; i++) migrate(oneByOne, extended.slice(0, i));
  expect(schema(oneByOne)).toEqual(schema(atOnce));
  for (const pragma of ['user_version', 'application_id']) {
    expect(oneByOne.pragma(pragma)).toEqual(atOnce.pragma(pragma));
  }
});

it('what was in the library is there after the next version', () => {
  const db = emptyFile();
  migrate(db);
  db.exec("INSERT INTO experiment(uuid, name, created_at) VALUES ('e', '实验', 1)");
  db.exec(`INSERT INTO run(uuid, experiment_id, name, config_json, engine_version, state, created_at)
    VALUES ('r', 1, 'run', '{}', 'test', 'finished', 1)`);
  migrate(db, extended);
  expect(db.prepare('SELECT name, mood FROM run').get()).toEqual({ name: 'run', mood: '' });
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('a step that fails leaves the version before it, untouched', () => {
  const db = emptyFile();
  migrate(db);
  const before = schema(db);
  const broken = [...extended, { version: latestVersion + 3, sql: 'CREATE TABLE run(x)' }];
  expect(() => migrate(db, broken)).toThrow('already exists');
  expect(schema(db)).toEqual(before);
  expect(db.pragma('user_version', { simple: true })).toBe(latestVersion);
});

it('steps are numbered without gap or repetition', () => {
  const [first] = migrations;
  expect(() => migrate(emptyFile(), [first!, first!])).toThrow('version 1');
  expect(() => migrate(emptyFile(), [first!, { version: 3, sql: '' }])).toThrow('version 3');
});
