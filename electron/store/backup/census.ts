import Database from 'better-sqlite3';
import { checksum } from '../checksum.ts';

/** Chunks whose bytes are compared: one in a hundred, but not fewer or more than these. */
const FEWEST_SAMPLED = 20;
const MOST_SAMPLED = 100;

/** What a copy of a library must have as its original has it. */
export interface Census {
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Checksum over some chunks, spread over the whole library; the same ones in the copy. */
  readonly sample: number;
}

interface SampledChunk {
  readonly place: string;
  readonly summary: Buffer;
  readonly data: Buffer;
}

/** All tables but the word index, which can be made again, and SQLite's own. */
export function tablesOf(db: Database.Database): readonly string[] {
  return db
    .prepare(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
         AND name NOT LIKE 'run\\_words%' ESCAPE '\\' ORDER BY name`,
    )
    .pluck()
    .all() as string[];
}

export function takeCensus(db: Database.Database): Census {
  const rows = tablesOf(db).map((table): [string, number] => [table, count(db, table)]);
  return { rows: Object.fromEntries(rows), sample: sampleOf(db) };
}

/** Of a backup, which nobody has open. */
export function takeCensusOf(path: string): Census {
  const db = new Database(path, { readonly: true, fileMustExist: true });
  try {
    return takeCensus(db);
  } finally {
    db.close();
  }
}

function count(db: Database.Database, table: string): number {
  return db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
}

function sampleOf(db: Database.Database): number {
  const ids = db.prepare('SELECT rowid FROM chunk ORDER BY series_id, seq').pluck().all();
  const wanted = Math.min(MOST_SAMPLED, Math.max(FEWEST_SAMPLED, ids.length / 100));
  const stride = Math.max(1, Math.floor(ids.length / wanted));
  const read = db.prepare(
    `SELECT series_id || '/' || seq AS place, summary, data FROM chunk WHERE rowid = ?`,
  );
  let sample = 0;
  for (let i = 0; i < ids.length; i += stride) {
    const { place, summary, data } = read.get(ids[i]) as SampledChunk;
    sample = checksum(`${sample}/${place}`, Buffer.concat([summary, data]));
  }
  return sample;
}
