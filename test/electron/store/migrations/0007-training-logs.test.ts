import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../../electron/store/migrate.ts';
import { trainingLogs } from '../../../../electron/store/migrations/0007-training-logs.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let db: Database.Database;

beforeEach(() => {
  const opened = new Database(join(temporaryFolder(), 'library.db'));
  onTestFinished(() => void opened.close());
  db = opened;
  migrate(db, migrations.slice(0, trainingLogs.version - 1));
  db.exec(`
    INSERT INTO experiment(uuid, name, created_at) VALUES ('e', '实验', 1);
    INSERT INTO run(uuid, experiment_id, name, config_json, engine_version, state, created_at)
      VALUES ('r', 1, 'run', '{"lr":0.1}', 'test', 'finished', 1);
  `);
});

it('runs from before have settings, and are otherwise what they were', () => {
  const before = db.prepare('SELECT * FROM run').all() as object[];
  migrate(db, migrations.slice(0, trainingLogs.version));
  const after = db.prepare('SELECT * FROM run').all();
  expect(after).toEqual(before.map((row) => ({ ...row, log_json: null })));
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('a run has settings, or it is a training log', () => {
  migrate(db, migrations.slice(0, trainingLogs.version));
  expect(() => db.exec("UPDATE run SET config_json = 'null'")).toThrow('CHECK');
  expect(() => db.exec("UPDATE run SET log_json = '{}'")).toThrow('CHECK');
  expect(() => db.exec("UPDATE run SET config_json = 'null', log_json = '{'")).toThrow('CHECK');
  db.exec("UPDATE run SET config_json = 'null', log_json = '{}'");
});
