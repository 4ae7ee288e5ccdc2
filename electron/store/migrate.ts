import type { Database } from 'better-sqlite3';
import { APPLICATION_ID } from './library-format.ts';
import { latestVersion, migrations as released } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';

/** Brings a library to the newest schema, in one transaction: all of it or none. */
export function migrate(db: Database, migrations: readonly Migration[] = released): void {
  checkOrder(migrations);
  const current = db.pragma('user_version', { simple: true }) as number;
  const pending = migrations.filter(({ version }) => version > current);
  if (pending.length === 0) return;
  db.transaction(() => {
    for (const { sql, version } of pending) {
      db.exec(sql);
      db.pragma(`user_version = ${version}`);
    }
    db.pragma(`application_id = ${APPLICATION_ID}`);
  }).immediate();
}

/** Whether a library is of an older format; one without any content is of none. */
export function isPending(db: Database): boolean {
  const current = db.pragma('user_version', { simple: true }) as number;
  return current > 0 && current < latestVersion;
}

function checkOrder(migrations: readonly Migration[]): void {
  migrations.forEach(({ version }, i) => {
    if (version !== i + 1) throw new Error(`migration ${i + 1} has version ${version}`);
  });
}
