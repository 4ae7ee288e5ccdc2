import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../../electron/store/migrate.ts';
import { imports } from '../../../../electron/store/migrations/0005-imports.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let db: Database.Database;

beforeEach(() => {
  const opened = new Database(join(temporaryFolder(), 'library.db'));
  onTestFinished(() => void opened.close());
  db = opened;
  migrate(db, migrations.slice(0, imports.version - 1));
  db.exec(`
    INSERT INTO experiment(uuid, name, created_at) VALUES ('e', '实验', 1);
    INSERT INTO run(uuid, experiment_id, name, config_json, engine_version, state, created_at)
      VALUES ('r', 1, 'run', '{"lr":0.1}', 'test', 'finished', 1);
  `);
});

it('runs from before were computed here, and are otherwise what they were', () => {
  const before = db.prepare('SELECT * FROM run').all() as object[];
  migrate(db, migrations.slice(0, imports.version));
  const after = db.prepare('SELECT * FROM run').all();
  expect(after).toEqual(before.map((row) => ({ ...row, import_id: null, origin: null })));
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('a run of a file has both its import and its origin, or it is of none', () => {
  migrate(db, migrations.slice(0, imports.version));
  db.exec("INSERT INTO import(at, file, generator) VALUES (1, 'f', 'g')");
  expect(() => db.exec('UPDATE run SET import_id = 1')).toThrow('CHECK');
  expect(() => db.exec("UPDATE run SET origin = 'u'")).toThrow('CHECK');
  db.exec("UPDATE run SET import_id = 1, origin = 'u'");
  expect(() => db.exec('DELETE FROM import')).toThrow('FOREIGN KEY');
});
