import type { Migration } from './migration.ts';

/**
 * The library: experiments, their runs, the series of a run as chunks of float64, and checkpoints.
 * Ids order things, times (milliseconds since 1970) only label them. No cascade deletes data. Losses
 * that may be NaN or infinite live in blobs and in JSON with words for them, never in REAL columns,
 * which turn NaN into NULL.
 */
export const library: Migration = {
  version: 1,
  sql: `
CREATE TABLE meta(
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE experiment(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL CHECK(length(name) <= 200),
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE run(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  experiment_id INTEGER NOT NULL REFERENCES experiment(id) ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK(length(name) <= 200),
  config_json TEXT NOT NULL CHECK(json_valid(config_json)),
  engine_version TEXT NOT NULL,
  state TEXT NOT NULL CHECK(state IN ('queued','running','pausing','paused','interrupted',
    'finished','stopped','failed','diverged')),
  reason TEXT,
  error TEXT,
  step INTEGER NOT NULL DEFAULT 0,
  result_json TEXT CHECK(result_json IS NULL OR json_valid(result_json)),
  created_at INTEGER NOT NULL,
  -- when numbers of this run were last committed; what a killed run shows as its end
  saved_at INTEGER,
  ended_at INTEGER,
  trashed_at INTEGER
) STRICT;
CREATE INDEX run_by_experiment ON run(experiment_id);

CREATE TABLE series(
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid TEXT NOT NULL UNIQUE,
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE RESTRICT,
  metric TEXT NOT NULL,
  first_step INTEGER NOT NULL,
  last_step INTEGER NOT NULL,
  points INTEGER NOT NULL,
  next_seq INTEGER NOT NULL,
  UNIQUE(run_id, metric)
) STRICT;

-- Values at steps first_step + i * stride, little-endian float64 (codec 0). The summary (minimum,
-- maximum and non-finite count of every 256 values) stands before the data, so that reading it does
-- not touch the pages of the data. Each has a CRC-32 of its own over its place (the series' uuid, seq,
-- first_step, stride, n, codec) and its bytes, so that a good blob in a wrong place is noticed too.
CREATE TABLE chunk(
  series_id INTEGER NOT NULL REFERENCES series(id) ON DELETE RESTRICT,
  seq INTEGER NOT NULL,
  first_step INTEGER NOT NULL,
  stride INTEGER NOT NULL CHECK(stride >= 1),
  n INTEGER NOT NULL CHECK(n BETWEEN 1 AND 65536),
  codec INTEGER NOT NULL,
  summary_crc INTEGER NOT NULL,
  data_crc INTEGER NOT NULL,
  summary BLOB NOT NULL,
  data BLOB NOT NULL,
  UNIQUE(series_id, seq)
) STRICT;
CREATE TRIGGER chunk_is_append_only BEFORE UPDATE ON chunk
BEGIN SELECT RAISE(ABORT, 'chunks are never changed'); END;

CREATE TABLE checkpoint(
  run_id INTEGER NOT NULL REFERENCES run(id) ON DELETE RESTRICT,
  step INTEGER NOT NULL,
  number INTEGER NOT NULL,
  codec INTEGER NOT NULL,
  crc INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE(run_id, step)
) STRICT;
`,
};
