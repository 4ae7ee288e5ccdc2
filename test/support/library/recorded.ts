/** Libraries that released formats left behind, written down as SQL by the code of their time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { tablesOf } from '../../../electron/store/backup/census.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const folder = join(import.meta.dirname, '../../electron/store/recorded');

type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, readonly Row[]>>;

/** Every table of a format but those of the word index, with its columns. */
type Shape = ReadonlyMap<string, readonly string[]>;

/** A file as this format left it, with its log moved in. */
export function recordedLibrary(version: number): string {
  const path = join(temporaryFolder(), 'library.db');
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  // The tables of a word index are written as they were, which SQLite otherwise forbids.
  db.unsafeMode().exec(readFileSync(join(folder, `version-${version}.sql`), 'utf8'));
  db.close();
  return path;
}

export function shapeOf(path: string): Shape {
  const db = new Database(path);
  const columns = (name: string): readonly string[] =>
    (db.pragma(`table_info(${name})`) as { name: string }[]).map((column) => column.name);
  const shape = new Map(tablesOf(db).map((name) => [name, columns(name)]));
  db.close();
  return shape;
}

/** Every value of these tables, integers as they are, and the format the file says it has. */
export function tableRows(
  path: string,
  shape: Shape,
): { readonly version: unknown; readonly rows: Rows } {
  const db = new Database(path);
  db.defaultSafeIntegers(true);
  const rows = [...shape].map(([table, columns]) => {
    const list = columns.join(', ');
    return [table, db.prepare(`SELECT ${list} FROM ${table} ORDER BY ${list}`).all()];
  });
  const version = db.pragma('user_version', { simple: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
  return { version, rows: Object.fromEntries(rows) as Rows };
}

/** What opening may change: who left the library, what day it is, and what was under way. */
export function withoutTaking({ meta, run, ...rest }: Rows): Rows {
  return {
    ...rest,
    meta: meta!.filter(({ key }) => key === 'library_uuid'),
    run: run!.map(({ state, reason, ended_at: end, ...row }) =>
      state === 'running' || state === 'interrupted' ? row : { ...row, state, reason, end },
    ),
  };
}
