import type { Migration } from './migration.ts';

/** What happened to a run after its start: that it went on, and from which step. */
export const runEvents: Migration = {
  version: 3,
  sql: `
CREATE TABLE run_event(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE RESTRICT,
  kind TEXT NOT NULL,
  step INTEGER NOT NULL,
  at INTEGER NOT NULL,
  detail_json TEXT NOT NULL CHECK(json_valid(detail_json))
) STRICT;
CREATE INDEX run_event_by_run ON run_event(run_id);
`,
};
