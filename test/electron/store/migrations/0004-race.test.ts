import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { raceKinds } from '../../../../electron/ipc/experiment.ts';
import { migrate } from '../../../../electron/store/migrate.ts';
import { race } from '../../../../electron/store/migrations/0004-race.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let db: Database.Database;

beforeEach(() => {
  const opened = new Database(join(temporaryFolder(), 'library.db'));
  onTestFinished(() => void opened.close());
  db = opened;
  migrate(db, migrations.slice(0, race.version - 1));
  db.exec(`
    INSERT INTO experiment(uuid, name, created_at) VALUES ('e', '实验', 1), ('f', 'another', 2);
    INSERT INTO run(uuid, experiment_id, name, config_json, engine_version, state, created_at)
      VALUES ('r', 1, 'run', '{"lr":0.1}', 'test', 'finished', 1);
  `);
});

it('experiments from before are none, and are otherwise what they were', () => {
  const before = db.prepare('SELECT * FROM experiment ORDER BY id').all() as object[];
  const runs = db.prepare('SELECT * FROM run').all();
  migrate(db, migrations.slice(0, race.version));
  const after = db.prepare('SELECT * FROM experiment ORDER BY id').all();
  expect(after).toEqual(before.map((row) => ({ ...row, race: null })));
  expect(db.prepare('SELECT * FROM run').all()).toEqual(runs);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('a race is of a kind of the contract', () => {
  migrate(db, migrations.slice(0, race.version));
  for (const kind of raceKinds) db.prepare('UPDATE experiment SET race = ?').run(kind);
  expect(() => db.exec("UPDATE experiment SET race = 'all'")).toThrow('CHECK');
});
