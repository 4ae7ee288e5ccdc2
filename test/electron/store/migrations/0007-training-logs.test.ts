import { expect, it } from 'vitest';
import { trainingLogs } from '../../../../electron/store/migrations/0007-training-logs.ts';
import { libraryBefore } from '../../../support/library/before-migration.ts';

it('runs from before have settings, and are otherwise what they were', () => {
  const { db, migrate } = libraryBefore(trainingLogs);
  const before = db.prepare('SELECT * FROM run').all() as object[];
  migrate();
  const after = db.prepare('SELECT * FROM run').all();
  expect(after).toEqual(before.map((row) => ({ ...row, log_json: null })));
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('a run has settings, or it is a training log', () => {
  const { db, migrate } = libraryBefore(trainingLogs);
  migrate();
  expect(() => db.exec("UPDATE run SET config_json = 'null'")).toThrow('CHECK');
  expect(() => db.exec("UPDATE run SET log_json = '{}'")).toThrow('CHECK');
  expect(() => db.exec("UPDATE run SET config_json = 'null', log_json = '{'")).toThrow('CHECK');
  db.exec("UPDATE run SET config_json = 'null', log_json = '{}'");
});
