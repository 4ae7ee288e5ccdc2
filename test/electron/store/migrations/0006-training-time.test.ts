import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../../electron/store/migrate.ts';
import { trainingTime } from '../../../../electron/store/migrations/0006-training-time.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let db: Database.Database;

beforeEach(() => {
  const opened = new Database(join(temporaryFolder(), 'library.db'));
  onTestFinished(() => void opened.close());
  db = opened;
  migrate(db, migrations.slice(0, trainingTime.version - 1));
  db.exec(`
    INSERT INTO experiment(uuid, name, created_at) VALUES ('e', '实验', 1);
    INSERT INTO run(uuid, experiment_id, name, config_json, engine_version, state, created_at)
      VALUES ('r', 1, 'run', '{"lr":0.1}', 'test', 'finished', 1);
  `);
});

it('runs from before are what they were, and were not measured', () => {
  const before = db.prepare('SELECT * FROM run').all();
  migrate(db, migrations.slice(0, trainingTime.version));
  expect(db.prepare('SELECT * FROM run').all()).toEqual(before);
  expect(db.prepare('SELECT * FROM training_time').all()).toEqual([]);
});

it('a run has one time at a step, and no negative one; it is not deleted before its times', () => {
  migrate(db, migrations.slice(0, trainingTime.version));
  const add = (step: number, seconds: number) => () =>
    db.prepare('INSERT INTO training_time VALUES (1, ?, ?)').run(step, seconds);
  add(0, 0)();
  expect(add(0, 1)).toThrow('UNIQUE');
  expect(add(1, -1)).toThrow('CHECK');
  expect(add(-1, 1)).toThrow('CHECK');
  expect(() => db.exec('DELETE FROM run')).toThrow('FOREIGN KEY');
});
