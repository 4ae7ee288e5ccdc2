import Database from 'better-sqlite3';

/**
 * A text that is another when runs, their numbers, what a person wrote about them, or how far they have come in the
 * lessons have changed: whatever is kept of a lesson gets a new id, of which sqlite_sequence has the largest. Counting a
 * day, or opening the library, changes nothing.
 */
export function changeMark(db: Database.Database): string {
  const parts = [
    'SELECT name, seq FROM sqlite_sequence ORDER BY name',
    'SELECT state, doomed, count(*), sum(step), max(saved_at) FROM run GROUP BY state, doomed',
    'SELECT undone, count(*), max(id) FROM op_group GROUP BY undone',
    'SELECT count(*), max(rowid) FROM chunk',
    'SELECT count(*), max(rowid) FROM checkpoint',
    'SELECT (SELECT count(*) FROM lesson_progress), (SELECT count(*) FROM judged_statement)',
  ];
  return JSON.stringify(parts.map((sql) => db.prepare(sql).raw().all()));
}

/** The mark of a library file that nobody has open; null for one of another format, or one that is unreadable. */
export function changeMarkOf(path: string): string | null {
  let db: Database.Database | null = null;
  try {
    db = new Database(path, { readonly: true, fileMustExist: true });
    return changeMark(db);
  } catch {
    return null;
  } finally {
    db?.close();
  }
}
