import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { migrate } from '../../../electron/store/migrate.ts';
import { migrations } from '../../../electron/store/migrations/index.ts';
import type { Migration } from '../../../electron/store/migrations/migration.ts';
import { temporaryFolder } from '../temporary-folder.ts';

interface Before {
  readonly db: Database.Database;
  /** Brings it to the format of this migration, and no further. */
  readonly migrate: () => void;
}

/** A library of the format before a migration, with one finished run. */
export function libraryBefore({ version }: Migration): Before {
  const db = new Database(join(temporaryFolder(), 'library.db'));
  onTestFinished(() => void db.close());
  migrate(db, migrations.slice(0, version - 1));
  db.exec(`
    INSERT INTO experiment(uuid, name, created_at) VALUES ('e', '实验', 1);
    INSERT INTO run(uuid, experiment_id, name, config_json, engine_version, state, created_at)
      VALUES ('r', 1, 'run', '{"lr":0.1}', 'test', 'finished', 1);
  `);
  return { db, migrate: () => migrate(db, migrations.slice(0, version)) };
}
