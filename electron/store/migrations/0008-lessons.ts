import type { Migration } from './migration.ts';

/** How far a person has come in the lessons, and what they took statements for. */
export const lessons: Migration = {
  version: 8,
  sql: `
CREATE TABLE lesson_progress(
  -- of what was kept last it is the largest
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lesson INTEGER NOT NULL UNIQUE CHECK(lesson >= 1),
  at INTEGER NOT NULL,
  progress_json TEXT NOT NULL CHECK(json_valid(progress_json))
) STRICT;

CREATE TABLE judged_statement(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  statement TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  verdict TEXT NOT NULL CHECK(verdict IN ('true', 'false'))
) STRICT;
`,
};
