/** What the schema itself holds to, whoever writes. */
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { runStates } from '../../../../electron/ipc/run.ts';
import { closeDatabase, openDatabase } from '../../../../electron/store/database.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let db: Database.Database;

beforeEach(() => {
  const opened = openDatabase(join(temporaryFolder(), 'library.db'));
  onTestFinished(() => closeDatabase(opened));
  db = opened;
  db.exec(`
    INSERT INTO experiment(uuid, name, created_at) VALUES ('e', 'experiment', 1);
    INSERT INTO run(uuid, experiment_id, name, config_json, engine_version, state, created_at)
      VALUES ('r', 1, 'run', '{}', 'test', 'running', 1);
    INSERT INTO series(uuid, run_id, metric, first_step, last_step, points, next_seq)
      VALUES ('s', 1, 'train/loss', 0, 0, 1, 1);
    INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc, summary, data)
      VALUES (1, 0, 0, 1, 1, 0, 0, 0, x'00', x'00');
  `);
});

it('every table is strict', () => {
  const tables = db.pragma('table_list') as { schema: string; name: string; strict: number }[];
  const own = tables.filter(
    ({ schema, name }) => schema === 'main' && !/^sqlite_|^run_words/.test(name),
  );
  expect(own.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['chunk', 'checkpoint', 'experiment', 'meta', 'run', 'series']),
  );
  expect(own.filter(({ strict }) => strict !== 1)).toEqual([]);
});

it('a chunk is never changed', () => {
  expect(() => db.exec("UPDATE chunk SET data = x'01'")).toThrow('never changed');
});

it('nothing that something else belongs to is deleted', () => {
  for (const table of ['experiment', 'run', 'series']) {
    expect(() => db.exec(`DELETE FROM ${table}`)).toThrow('FOREIGN KEY');
  }
});

it('a run is in a state of the contract', () => {
  for (const state of runStates) db.prepare('UPDATE run SET state = ?').run(state);
  expect(() => db.exec("UPDATE run SET state = 'crashed'")).toThrow('CHECK');
});

it('a series cannot hold two chunks in one place, a run not two series of one metric', () => {
  expect(() => db.exec('INSERT INTO chunk SELECT * FROM chunk')).toThrow('UNIQUE');
  expect(() =>
    db.exec(`INSERT INTO series(uuid, run_id, metric, first_step, last_step, points, next_seq)
      VALUES ('t', 1, 'train/loss', 0, 0, 1, 1)`),
  ).toThrow('UNIQUE');
});
