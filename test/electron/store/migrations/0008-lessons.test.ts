import { expect, it } from 'vitest';
import { lessons } from '../../../../electron/store/migrations/0008-lessons.ts';
import { libraryBefore } from '../../../support/library/before-migration.ts';

it('what was there stays as it was, and nobody has begun a lesson', () => {
  const { db, migrate } = libraryBefore(lessons);
  const before = db.prepare('SELECT * FROM run').all();
  migrate();
  expect(db.prepare('SELECT * FROM run').all()).toEqual(before);
  for (const table of ['lesson_progress', 'judged_statement']) {
    expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  }
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

it('of a lesson there is one row, of JSON; a statement is true or false', () => {
  const { db, migrate } = libraryBefore(lessons);
  migrate();
  const add = 'INSERT INTO lesson_progress(lesson, at, progress_json)';
  db.exec(`${add} VALUES (7, 1, '{}')`);
  expect(() => db.exec(`${add} VALUES (7, 2, '{}')`)).toThrow('UNIQUE');
  expect(() => db.exec(`${add} VALUES (8, 2, '{')`)).toThrow('CHECK');
  expect(() => db.exec(`${add} VALUES (0, 2, '{}')`)).toThrow('CHECK');
  const judge = 'INSERT INTO judged_statement(statement, at, verdict)';
  db.exec(`${judge} VALUES ('a', 1, 'true')`);
  expect(() => db.exec(`${judge} VALUES ('b', 1, 'perhaps')`)).toThrow('CHECK');
});
