/** Libraries that released formats left behind, written down as SQL by the code of their time. */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { tablesOf } from '../../../electron/store/backup/census.ts';
import { latestVersion } from '../../../electron/store/migrations/index.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { TestLibrary } from './libraries.ts';
import { killWhileOpening } from './other-process.ts';

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

/** When the process that opens it is killed, in milliseconds after it began. */
const delays = [0, 5, 20];

/**
 * Two tests: the recorded library of this format, in which no table is empty and so many runs are found, comes to the
 * newest format with every row, and is of one format or the other, whole, if that is interrupted.
 */
export function testThatItComesUp(
  version: number,
  counts: { readonly tables: number; readonly runs: number },
): void {
  it('keeps every row, to the bit', () => {
    const path = recordedLibrary(version);
    const shape = shapeOf(path);
    const before = tableRows(path, shape);
    expect(before.version).toBe(BigInt(version));
    expect(shape.size).toBe(counts.tables);
    expect(Object.values(before.rows).every((rows) => rows.length > 0)).toBe(true);
    new TestLibrary(path).close();
    const after = tableRows(path, shape);
    expect(after.version).toBe(BigInt(latestVersion));
    expect(withoutTaking(after.rows)).toEqual(withoutTaking(before.rows));
  });

  it.each(delays)('is of one format or the other when killed after %i ms', async (delay) => {
    const whole = recordedLibrary(version);
    const shape = shapeOf(whole);
    const before = tableRows(whole, shape);
    const path = join(temporaryFolder(), 'library.db');
    copyFileSync(whole, path);
    await killWhileOpening(path, delay);
    const after = tableRows(path, shape);
    expect([BigInt(version), BigInt(latestVersion)]).toContain(after.version);
    expect(withoutTaking(after.rows)).toEqual(withoutTaking(before.rows));
    expect(new TestLibrary(path).store.searchRuns('')).toHaveLength(counts.runs);
  });
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
