import type { Database, Statement } from 'better-sqlite3';
import type { Checkpoint } from '../../core/training/trainer.ts';
import type { FileCheckpoint } from '../files/format.ts';
import { checksum } from './checksum.ts';
import { parse, stringify } from './json-values.ts';

/** UTF-8 JSON of json-values.ts. */
const JSON_VALUES = 0;
/** The newest ones are kept, and of the older ones every tenth. */
const KEEP_NEWEST = 2;
const KEEP_EVERY = 10;
/** No run has more steps. */
export const LAST_STEP = Number.MAX_SAFE_INTEGER;

interface CheckpointRow {
  readonly step: number;
  readonly number: number;
  readonly codec: number;
  readonly crc: number;
  readonly data: Buffer;
}

/** The run a checkpoint belongs to. */
type Owner = Readonly<{ id: number; uuid: string }>;

/** States from which a run can continue to the same bits. */
export class CheckpointStore {
  readonly #insert: Statement;
  readonly #prune: Statement;
  readonly #rows: Statement<[number, number]>;
  readonly #deleteFrom: Statement<[number, number]>;
  readonly #restore: Statement;

  constructor(db: Database) {
    this.#insert = db.prepare(
      `INSERT INTO checkpoint(run_id, step, number, codec, crc, data)
       VALUES (@run, @step,
         (SELECT coalesce(max(number), -1) + 1 FROM checkpoint WHERE run_id = @run), @codec, @crc, @data)
       ON CONFLICT(run_id, step) DO UPDATE SET codec = @codec, crc = @crc, data = @data`,
    );
    this.#prune = db.prepare(
      `DELETE FROM checkpoint WHERE run_id = @run AND number % ${KEEP_EVERY} <> 0 AND number <=
         (SELECT max(number) FROM checkpoint WHERE run_id = @run) - ${KEEP_NEWEST}`,
    );
    this.#deleteFrom = db.prepare('DELETE FROM checkpoint WHERE run_id = ? AND step >= ?');
    this.#rows = db.prepare(
      `SELECT step, number, codec, crc, data FROM checkpoint WHERE run_id = ? AND step <= ?
       ORDER BY step DESC`,
    );
    this.#restore = db.prepare(
      `INSERT INTO checkpoint(run_id, step, number, codec, crc, data)
       VALUES (@run, @step, @number, @codec, @crc, @data)`,
    );
  }

  /** Writes a checkpoint; the caller holds the transaction that also holds the chunks it covers. */
  write(run: Owner, checkpoint: Checkpoint): void {
    const data = Buffer.from(stringify(checkpoint));
    const { step } = checkpoint;
    const crc = checksum(placeOf(run, step, JSON_VALUES), data);
    this.#insert.run({ run: run.id, step, codec: JSON_VALUES, crc, data });
    this.#prune.run({ run: run.id });
  }

  /** Deletes those at or after a step; the caller holds the transaction. */
  deleteFrom(run: number, step: number): void {
    this.#deleteFrom.run(run, step);
  }

  /** The newest checkpoint at or before a step whose bytes are what was written. */
  newest(run: Owner, atMost: number): Checkpoint | null {
    const row = this.#newestIntact(run, atMost);
    return row ? (parse(row.data.toString()) as Checkpoint) : null;
  }

  newestStep(run: Owner): number | null {
    return this.#newestIntact(run, LAST_STEP)?.step ?? null;
  }

  /** All whose bytes are what was written, in the order of their steps. */
  all(run: Owner): readonly FileCheckpoint[] {
    return (this.#rows.all(run.id, LAST_STEP) as CheckpointRow[])
      .filter((row) => isIntact(run, row))
      .map(({ step, number, data }) => ({ step, number, json: data }))
      .reverse();
  }

  /** Writes a checkpoint that came with its run from elsewhere; the caller holds the transaction. */
  restore(run: Owner, { step, number, json }: FileCheckpoint): void {
    const crc = checksum(placeOf(run, step, JSON_VALUES), json);
    this.#restore.run({ run: run.id, step, number, codec: JSON_VALUES, crc, data: json });
  }

  #newestIntact(run: Owner, atMost: number): CheckpointRow | null {
    for (const row of this.#rows.iterate(run.id, atMost) as IterableIterator<CheckpointRow>) {
      if (isIntact(run, row)) return row;
    }
    return null;
  }
}

function isIntact(run: Owner, { step, codec, crc, data }: CheckpointRow): boolean {
  return codec === JSON_VALUES && checksum(placeOf(run, step, codec), data) === crc;
}

function placeOf(run: Owner, step: number, codec: number): string {
  return `checkpoint/${run.uuid}/${step}/${codec}`;
}
