import { expect, it } from 'vitest';
import { trainingTime } from '../../../../electron/store/migrations/0006-training-time.ts';
import { libraryBefore } from '../../../support/library/before-migration.ts';

it('runs from before are what they were, and were not measured', () => {
  const { db, migrate } = libraryBefore(trainingTime);
  const before = db.prepare('SELECT * FROM run').all();
  migrate();
  expect(db.prepare('SELECT * FROM run').all()).toEqual(before);
  expect(db.prepare('SELECT * FROM training_time').all()).toEqual([]);
});

it('a run has one time at a step, and no negative one; it is not deleted before its times', () => {
  const { db, migrate } = libraryBefore(trainingTime);
  migrate();
  const add = (step: number, seconds: number) => () =>
    db.prepare('INSERT INTO training_time VALUES (1, ?, ?)').run(step, seconds);
  add(0, 0)();
  expect(add(0, 1)).toThrow('UNIQUE');
  expect(add(1, -1)).toThrow('CHECK');
  expect(add(-1, 1)).toThrow('CHECK');
  expect(() => db.exec('DELETE FROM run')).toThrow('FOREIGN KEY');
});
