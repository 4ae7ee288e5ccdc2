import type { Migration } from './migration.ts';

/**
 * Runs without settings, computed by another program and taken in from its log: `config_json` is then the word
 * null, which versions before this one could not read, and `log_json` has what the file said beside its numbers.
 */
export const trainingLogs: Migration = {
  version: 7,
  sql: `
ALTER TABLE run ADD COLUMN log_json TEXT CHECK(
  (log_json IS NULL OR json_valid(log_json)) AND (log_json IS NULL) = (config_json <> 'null'));
`,
};
