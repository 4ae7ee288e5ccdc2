/** All rows of a library file, to compare two of them. */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { tablesOf } from '../../../electron/store/backup/census.ts';

/** What opening and closing a library writes. */
const OF_THE_LIFE = ['clean_shutdown', 'days_of_use', 'last_day_of_use'];

/** A row with blobs in full takes many times their size in memory. */
function inShort(value: unknown): unknown {
  return Buffer.isBuffer(value) ? createHash('sha256').update(value).digest('hex') : value;
}

/** Row by row, every column, of a blob its SHA-256; but for what tells of opening and closing. */
export function rowsOf(path: string): Readonly<Record<string, readonly unknown[]>> {
  const db = new Database(path, { readonly: true });
  try {
    const tables = tablesOf(db).map((table): [string, readonly unknown[]] => {
      const rows = db.prepare(`SELECT * FROM ${table}`).raw().all();
      const kept = rows.filter(
        (row) => table !== 'meta' || !OF_THE_LIFE.includes((row as [string])[0]),
      );
      return [table, kept.map((row) => JSON.stringify((row as unknown[]).map(inShort))).sort()];
    });
    return Object.fromEntries(tables);
  } finally {
    db.close();
  }
}
