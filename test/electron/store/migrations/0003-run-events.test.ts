/** A library of version 2 becomes one that remembers what happened to its runs; every row of it stays. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '../../../../electron/store/migrate.ts';
import { migrations } from '../../../../electron/store/migrations/index.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const tables = ['meta', 'experiment', 'run', 'series', 'chunk', 'checkpoint'];

function filled(): Database.Database {
  const db = new Database(join(temporaryFolder(), 'library.db'));
  onTestFinished(() => void db.close());
  migrate(db, migrations.slice(0, 2));
  db.exec(`
    INSERT INTO meta VALUES ('library_uuid', 'u');
    INSERT INTO experiment(uuid, name, created_at) VALUES ('e', '学习率', 1);
    INSERT INTO run(uuid, experiment_id, name, config_json, engine_version, state, reason, step,
      created_at, ended_at) VALUES ('r', 1, 'run', '{}', 'test', 'interrupted', 'host-exit', 7, 1, 2);
    INSERT INTO series(uuid, run_id, metric, first_step, last_step, points, next_seq)
      VALUES ('s', 1, 'train/loss', 0, 6, 7, 1);
    INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data)
      VALUES (1, 0, 0, 1, 7, 0, 3, 4, x'05', x'06');
    INSERT INTO checkpoint(run_id, step, number, codec, crc, data) VALUES (1, 7, 0, 0, 8, x'09');
  `);
  return db;
}

const rowsOf = (db: Database.Database): unknown =>
  tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all());

it('keeps every row, and begins without an event', () => {
  const db = filled();
  const before = rowsOf(db);
  migrate(db, migrations.slice(0, 3));
  expect(rowsOf(db)).toEqual(before);
  expect(db.prepare('SELECT * FROM run_event').all()).toEqual([]);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('keeps an event with its run', () => {
  const db = filled();
  migrate(db, migrations.slice(0, 3));
  db.exec("INSERT INTO run_event(run_id, kind, step, at, detail_json) VALUES (1, 'k', 0, 1, '{}')");
  expect(() =>
    db.exec('DELETE FROM checkpoint; DELETE FROM chunk; DELETE FROM series; DELETE FROM run'),
  ).toThrow('FOREIGN KEY');
  expect(() => db.exec("UPDATE run_event SET detail_json = '{'")).toThrow('CHECK');
});
