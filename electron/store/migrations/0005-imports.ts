import type { Migration } from './migration.ts';

/** Runs that came from files: from which, and the id they had where they were computed. */
export const imports: Migration = {
  version: 5,
  sql: `
CREATE TABLE import(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  -- the name of the file, without its folder
  file TEXT NOT NULL,
  -- the program that wrote it
  generator TEXT NOT NULL
) STRICT;

ALTER TABLE run ADD COLUMN import_id INTEGER REFERENCES import(id) ON DELETE RESTRICT;
ALTER TABLE run ADD COLUMN origin TEXT CHECK((origin IS NULL) = (import_id IS NULL));
CREATE INDEX run_by_origin ON run(origin) WHERE origin IS NOT NULL;
`,
};
