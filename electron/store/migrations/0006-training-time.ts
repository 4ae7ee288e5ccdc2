import type { Migration } from './migration.ts';

/** For how many seconds a run had been computed after so many updates; a run without rows was not measured. */
export const trainingTime: Migration = {
  version: 6,
  sql: `
CREATE TABLE training_time(
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE RESTRICT,
  step INTEGER NOT NULL CHECK(step >= 0),
  seconds REAL NOT NULL CHECK(seconds >= 0),
  PRIMARY KEY(run_id, step)
) STRICT, WITHOUT ROWID;
`,
};
