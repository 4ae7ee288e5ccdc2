import type { Migration } from './migration.ts';

/**
 * How a person keeps runs in order: notes, tags, marks, lineage, a trash that counts days of use, undo,
 * saved views and the words to search. Notes have a table of their own, because the row of a run is
 * written again with every flush.
 */
export const order: Migration = {
  version: 2,
  sql: `
ALTER TABLE run ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK(pinned IN (0, 1));
ALTER TABLE run ADD COLUMN baseline INTEGER NOT NULL DEFAULT 0 CHECK(baseline IN (0, 1));
ALTER TABLE run ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK(archived IN (0, 1));
ALTER TABLE run ADD COLUMN prediction TEXT NOT NULL DEFAULT '' CHECK(length(prediction) <= 500);
ALTER TABLE run ADD COLUMN conclusion TEXT NOT NULL DEFAULT '' CHECK(length(conclusion) <= 500);
ALTER TABLE run ADD COLUMN forked_from INTEGER REFERENCES run(id) ON DELETE RESTRICT;
ALTER TABLE run ADD COLUMN resumed_from INTEGER REFERENCES run(id) ON DELETE RESTRICT;
ALTER TABLE run ADD COLUMN rerun_of INTEGER REFERENCES run(id) ON DELETE RESTRICT;
-- the day of use (meta: days_of_use) on which it was put into the trash
ALTER TABLE run ADD COLUMN trashed_day INTEGER;
-- being deleted for good, a slice at a time: no longer there for anybody
ALTER TABLE run ADD COLUMN doomed INTEGER NOT NULL DEFAULT 0 CHECK(doomed IN (0, 1));
UPDATE run SET trashed_day = 1 WHERE trashed_at IS NOT NULL;

CREATE UNIQUE INDEX run_one_baseline ON run(experiment_id) WHERE baseline = 1;
CREATE INDEX run_doomed ON run(doomed) WHERE doomed = 1;
CREATE INDEX run_by_fork ON run(forked_from) WHERE forked_from IS NOT NULL;
CREATE INDEX run_by_resumption ON run(resumed_from) WHERE resumed_from IS NOT NULL;
CREATE INDEX run_by_rerun ON run(rerun_of) WHERE rerun_of IS NOT NULL;

-- line: the first of the text that is not empty, so that a list does not read the text
CREATE TABLE run_note(
  run_id INTEGER PRIMARY KEY REFERENCES run(id) ON DELETE RESTRICT,
  line TEXT NOT NULL,
  text TEXT NOT NULL CHECK(length(text) BETWEEN 1 AND 100000)
) STRICT;

-- key: the tag without its case
CREATE TABLE run_tag(
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE RESTRICT,
  key TEXT NOT NULL,
  tag TEXT NOT NULL CHECK(length(tag) BETWEEN 1 AND 40),
  PRIMARY KEY(run_id, key)
) STRICT, WITHOUT ROWID;

-- key: the name without its case
CREATE TABLE saved_view(
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK(length(name) BETWEEN 1 AND 200),
  settings_json TEXT NOT NULL CHECK(json_valid(settings_json))
) STRICT, WITHOUT ROWID;

-- What undo takes back in one go. Those that were undone are the newest ones.
CREATE TABLE op_group(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK(undone IN (0, 1))
) STRICT;

-- The fields of one run, or one saved view, as they were before a change and after it. aside: not asked
-- for, but a consequence.
CREATE TABLE op_log(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  group_id INTEGER NOT NULL REFERENCES op_group(id) ON DELETE RESTRICT,
  run_id INTEGER REFERENCES run(id) ON DELETE RESTRICT,
  view_key TEXT,
  aside INTEGER NOT NULL DEFAULT 0 CHECK(aside IN (0, 1)),
  before_json TEXT NOT NULL CHECK(json_valid(before_json)),
  after_json TEXT NOT NULL CHECK(json_valid(after_json)),
  CHECK((run_id IS NULL) <> (view_key IS NULL))
) STRICT;
CREATE INDEX op_log_by_group ON op_log(group_id);
CREATE INDEX op_log_by_run ON op_log(run_id) WHERE run_id IS NOT NULL;

-- Two entries a run, so that a new tag does not take in a long note again: 2 id for its name, tags and
-- experiment, 2 id + 1 for its note. The words are made by search-text.ts, when the library is opened.
CREATE VIRTUAL TABLE run_words USING fts5(
  words,
  content = '', contentless_delete = 1,
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'"
);
`,
};
