import type { Migration } from './migration.ts';

/** How the first rates of an experiment's runs were chosen; null, as for all there were before: by hand. */
export const race: Migration = {
  version: 4,
  sql: "ALTER TABLE experiment ADD COLUMN race TEXT CHECK(race IN ('own', 'one'));",
};
