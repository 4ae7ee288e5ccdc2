import type Database from 'better-sqlite3';

/** Changes what a trigger keeps from being changed; the definitions are the same afterwards. */
export function unguarded(db: Database.Database, statements: readonly string[]): void {
  const guard = db
    .prepare("SELECT sql FROM sqlite_schema WHERE name = 'chunk_is_append_only'")
    .pluck()
    .get() as string;
  for (const sql of ['DROP TRIGGER chunk_is_append_only', ...statements, guard]) db.exec(sql);
}
