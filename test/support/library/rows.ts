/** All rows of a library file, to compare two of them. */
import Database from 'better-sqlite3';
import { tablesOf } from '../../../electron/store/backup/census.ts';

/** What opening and closing a library writes. */
const OF_THE_LIFE = ['clean_shutdown', 'days_of_use', 'last_day_of_use'];

/** Row by row, every column, blobs as they are; but for what tells of opening and closing. */
export function rowsOf(path: string): Readonly<Record<string, readonly unknown[]>> {
  const db = new Database(path, { readonly: true });
  try {
    const tables = tablesOf(db).map((table): [string, readonly unknown[]] => {
      const rows = db.prepare(`SELECT * FROM ${table}`).raw().all();
      const kept = rows.filter(
        (row) => table !== 'meta' || !OF_THE_LIFE.includes((row as [string])[0]),
      );
      return [table, kept.map((row) => JSON.stringify(row)).sort()];
    });
    return Object.fromEntries(tables);
  } finally {
    db.close();
  }
}
