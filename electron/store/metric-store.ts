import { randomUUID } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import { BLOCK, BLOCK_FIELDS, summarise } from '../../core/analysis/min-max-blocks.ts';
import { viewOf, type SeriesView, type Stretch } from '../../core/analysis/series-view.ts';
import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import type { SeriesInfo } from '../ipc/run.ts';
import {
  decodeSummary,
  decodeValues,
  encodeChunk,
  lastStep,
  type ChunkRow,
  type StoredChunk,
} from './chunk.ts';
import { groupBy } from './group-by.ts';
import { concatenate, joinChunks, neighbours, spacing } from './neighbours.ts';

/** After so many chunks a growing series joins its small ones, so that a slow run stays fast to open. */
const JOIN_EVERY = 32;
/** A series of up to so many points is checked whole whenever its run is read; it takes well under 1 ms. */
const SMALL_SERIES = 65_536;

interface SeriesRow {
  readonly id: number;
  readonly uuid: string;
  readonly metric: MetricName;
  readonly first_step: number;
  readonly last_step: number;
  readonly points: number;
  readonly next_seq: number;
}

type SeriesName = Pick<SeriesRow, 'id' | 'uuid'>;

/** The chunk of a row of a statement that reads several runs, and whose it is. */
interface ChunkOfRun extends ChunkRow {
  readonly run: number;
  readonly series: number;
  readonly uuid: string;
  /** Those of the whole series. */
  readonly firstStep: number;
  readonly lastStep: number;
  readonly points: number;
  /** Null where its summary will do. */
  readonly data: Buffer | null;
}

/** Runs read by one statement: as many as keep little in memory at a time. */
const RUNS_AT_ONCE = 64;

const PLACE = `chunk.seq, chunk.first_step AS first, chunk.stride, chunk.n, chunk.codec,
  chunk.summary_crc AS summaryCrc, chunk.data_crc AS dataCrc, chunk.summary`;
const CHUNK = `SELECT ${PLACE} FROM chunk WHERE series_id = @series`;

/** The series of all runs: float64 columns in append-only chunks, each with its checksums. */
export class MetricStore {
  readonly #newSeries: Statement;
  readonly #grow: Statement<[number, number, number]>;
  readonly #insert: Statement;
  readonly #allSeries: Statement<[number]>;
  readonly #oneSeries: Statement<[number, string]>;
  readonly #ofRuns: Statement;
  readonly #between: Statement;
  readonly #newest: Statement;
  readonly #data: Statement<[number, number]>;
  readonly #delete: Statement<[number, number]>;
  readonly #shorten: Statement<[number, number, number]>;
  readonly #forget: Statement<[number]>;
  /** Chunks found damaged since the library was opened: series → seq → steps. */
  readonly #found = new Map<number, Map<number, readonly [first: number, last: number]>>();

  constructor(db: Database) {
    this.#newSeries = db.prepare(
      `INSERT INTO series(uuid, run_id, metric, first_step, last_step, points, next_seq)
       VALUES (?, ?, ?, ?, ?, 0, 0)`,
    );
    this.#grow = db.prepare(
      `UPDATE series SET last_step = ?, points = points + ?, next_seq = next_seq + 1 WHERE id = ?`,
    );
    this.#insert = db.prepare(
      `INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc,
         summary, data)
       VALUES (@series, @seq, @first, @stride, @n, @codec, @summaryCrc, @dataCrc, @summary, @data)`,
    );
    this.#allSeries = db.prepare('SELECT * FROM series WHERE run_id = ? ORDER BY id');
    this.#oneSeries = db.prepare('SELECT * FROM series WHERE run_id = ? AND metric = ?');
    // In this order, whatever the planner thinks of the sizes of these tables.
    this.#ofRuns = db.prepare(
      `SELECT series.run_id AS run, series.id AS series, series.uuid, series.first_step AS firstStep,
         series.last_step AS lastStep, series.points, ${PLACE},
         CASE WHEN 2 * (series.points / ${BLOCK}) < @columns THEN chunk.data END AS data
       FROM json_each(@runs) AS wanted
         CROSS JOIN series ON series.run_id = wanted.value AND series.metric = @metric
         CROSS JOIN chunk ON chunk.series_id = series.id`,
    );
    this.#between = db.prepare(
      `${CHUNK} AND first_step <= @to AND first_step + (n - 1) * stride >= @from ORDER BY seq`,
    );
    this.#newest = db.prepare(`${CHUNK} ORDER BY seq DESC LIMIT ${2 * JOIN_EVERY}`);
    this.#data = db.prepare('SELECT data FROM chunk WHERE series_id = ? AND seq = ?').pluck();
    this.#shorten = db.prepare('UPDATE series SET last_step = ?, points = ? WHERE id = ?');
    this.#forget = db.prepare('DELETE FROM series WHERE id = ?');
    this.#delete = db.prepare('DELETE FROM chunk WHERE series_id = ? AND seq = ?');
  }

  /**
   * Takes away what was recorded at or after a step, and returns the first of it of each series; the caller holds the
   * transaction. A damaged chunk stays as it is, a gap.
   */
  cutFrom(run: number, step: number): Readonly<Partial<Record<MetricName, number>>> {
    const cut: Partial<Record<MetricName, number>> = {};
    for (const series of this.#allSeries.all(run) as SeriesRow[]) {
      const value = this.#cutSeries(series, step);
      if (value !== undefined) cut[series.metric] = value;
    }
    return cut;
  }

  /**
   * Appends chunks of one run, each series in the order of its steps; the caller holds the transaction.
   * Throws if steps do not grow, so that no step can ever be stored twice.
   */
  append(run: number, chunks: readonly MetricChunk[]): void {
    for (const ofOneMetric of groupBy(chunks, ({ metric }) => metric).values()) {
      for (const chunk of joinChunks(ofOneMetric)) this.#append(run, chunk);
    }
  }

  list(run: number): readonly SeriesInfo[] {
    return (this.#allSeries.all(run) as SeriesRow[]).map((row) => ({
      metric: row.metric,
      firstStep: row.first_step,
      lastStep: row.last_step,
      points: row.points,
      damaged: this.#damaged(row),
    }));
  }

  view(run: number, metric: MetricName, from: number, to: number, columns: number): SeriesView {
    const series = this.#oneSeries.get(run, metric) as SeriesRow | undefined;
    return viewOf(series ? this.#stretches(series, from, to) : [], from, to, columns);
  }

  /**
   * The whole series of each of these runs that has one, by the run, in `columns` pixel columns; of a long one in fewer,
   * down to half, rather than read its values. For all of them at once: to begin a statement takes longer than to read a
   * few chunks.
   */
  overviews(
    runs: readonly number[],
    metric: MetricName,
    columns: number,
  ): ReadonlyMap<number, SeriesView> {
    const views = new Map<number, SeriesView>();
    for (let at = 0; at < runs.length; at += RUNS_AT_ONCE) {
      const some = JSON.stringify(runs.slice(at, at + RUNS_AT_ONCE));
      const rows = this.#ofRuns.all({ runs: some, metric, columns }) as ChunkOfRun[];
      for (const [run, chunks] of groupBy(rows, (row) => row.run)) {
        views.set(run, this.#overview(chunks, columns));
      }
    }
    return views;
  }

  /** What was recorded from step `from` on, in order, at most `most` values; without what is damaged. */
  values(run: number, metric: MetricName, from = 0, most = Infinity): readonly MetricChunk[] {
    const series = this.#oneSeries.get(run, metric) as SeriesRow | undefined;
    const found: MetricChunk[] = [];
    let room = most;
    for (const row of series ? this.#chunks(series, from) : []) {
      const { first, stride } = row;
      const skipped = Math.max(0, Math.ceil((from - first) / stride));
      const values = this.#read(series!, row)?.slice(skipped, skipped + room);
      if (!values) continue;
      found.push({ metric, first: first + skipped * stride, stride, values });
      room -= values.length;
      if (room === 0) break;
    }
    return found;
  }

  /** Joins small neighbouring chunks of a run; the caller holds the transaction. */
  compact(run: number): void {
    for (const series of this.#allSeries.all(run) as SeriesRow[]) {
      this.#join(series, this.#chunks(series));
    }
  }

  #append(run: number, { metric, first, stride, values }: MetricChunk): void {
    const n = values.length;
    const series = this.#seriesFor(run, metric, first);
    const { id, uuid, next_seq: seq } = series;
    this.#grow.run(lastStep({ first, stride, n }), n, id);
    this.#write(id, encodeChunk(uuid, seq, first, stride, values));
    if ((seq + 1) % JOIN_EVERY === 0) {
      const newest = this.#newest.all({ series: id }) as ChunkRow[];
      this.#join(series, newest.reverse());
    }
  }

  #cutSeries(series: SeriesRow, step: number): number | undefined {
    let first: number | undefined;
    let { points } = series;
    for (const row of this.#chunks(series, step)) {
      const values = this.#read(series, row);
      if (!values) continue;
      const kept = Math.max(0, Math.ceil((step - row.first) / row.stride));
      first ??= values[kept];
      points -= row.n - kept;
      this.#delete.run(series.id, row.seq);
      if (kept === 0) continue;
      const { seq, first: from, stride } = row;
      this.#write(series.id, encodeChunk(series.uuid, seq, from, stride, values.slice(0, kept)));
    }
    const last = this.#newest.all({ series: series.id }).at(0) as ChunkRow | undefined;
    if (last) this.#shorten.run(lastStep(last), points, series.id);
    else this.#forget.run(series.id);
    return first;
  }

  /** The series that takes values from step `first` on; begun if there is none. */
  #seriesFor(run: number, metric: MetricName, first: number): SeriesRow {
    const series = this.#oneSeries.get(run, metric) as SeriesRow | undefined;
    if (!series) {
      this.#newSeries.run(randomUUID(), run, metric, first, first);
      return this.#oneSeries.get(run, metric) as SeriesRow;
    }
    if (first > series.last_step) return series;
    throw new RangeError(`${metric}: step ${first} is stored already`);
  }

  /** Writes each group as one chunk at the place of its first and deletes the parts. */
  #join(series: SeriesName, rows: readonly ChunkRow[]): void {
    for (const group of neighbours(rows)) {
      if (group.length < 2) continue;
      const parts = group.map((row) => this.#read(series, row));
      if (!parts.every((part) => part !== null)) continue;
      const { seq, first } = group[0]!;
      for (const row of group) this.#delete.run(series.id, row.seq);
      const stride = spacing(group)!;
      this.#write(series.id, encodeChunk(series.uuid, seq, first, stride, concatenate(parts)));
    }
  }

  #write(series: number, chunk: StoredChunk): void {
    this.#insert.run({ series, ...chunk });
  }

  #chunks(series: SeriesRow, from = 0, to = series.last_step): readonly ChunkRow[] {
    return this.#between.all({ series: series.id, from, to }) as ChunkRow[];
  }

  #overview(chunks: readonly ChunkOfRun[], columns: number): SeriesView {
    const { series: id, uuid, firstStep, lastStep, points } = chunks[0]!;
    const blocks = Math.floor(points / BLOCK);
    const fitting = 2 * blocks >= columns ? Math.min(blocks, columns) : columns;
    const stretches = chunks
      .toSorted((a, b) => a.seq - b.seq)
      .map((row) => this.#stretch({ id, uuid }, row, row.data));
    return viewOf(stretches, firstStep, lastStep, fitting);
  }

  #stretches(series: SeriesRow, from: number, to: number): readonly Stretch[] {
    return this.#chunks(series, from, to).map((row) => this.#stretch(series, row));
  }

  /** `data`: what was read along with the row; null: nothing. */
  #stretch(series: SeriesName, row: ChunkRow, data: Buffer | null = null): Stretch {
    let read: Float64Array | null | undefined;
    const values = (): Float64Array | null =>
      read === undefined ? (read = this.#read(series, row, data)) : read;
    const { first, stride, n } = row;
    return { first, stride, count: n, summary: summaryOf(series.uuid, row, values), values };
  }

  #damaged(series: SeriesRow): readonly (readonly [number, number])[] {
    const whole = series.points <= SMALL_SERIES;
    for (const row of this.#chunks(series)) {
      if (whole || !decodeSummary(series.uuid, row)) this.#read(series, row);
    }
    return [...(this.#found.get(series.id)?.values() ?? [])];
  }

  /** The values of a chunk, or null if they are not what was written; that is remembered. */
  #read(series: SeriesName, row: ChunkRow, data: Buffer | null = null): Float64Array | null {
    const bytes = data ?? (this.#data.get(series.id, row.seq) as Buffer);
    const values = decodeValues(series.uuid, row, bytes);
    if (!values) {
      const found = this.#found.get(series.id) ?? new Map<number, readonly [number, number]>();
      this.#found.set(series.id, found.set(row.seq, [row.first, lastStep(row)]));
    }
    return values;
  }
}

/** The summary as stored; if that is damaged, made again from the values; without those, of nothing. */
function summaryOf(series: string, row: ChunkRow, values: () => Float64Array | null): Float64Array {
  const stored = decodeSummary(series, row);
  if (stored) return stored;
  const read = values();
  return read ? summarise(read) : summaryOfNothing(row.n);
}

/** Blocks that hold neither a finite nor a non-finite value: drawn as a gap. */
function summaryOfNothing(n: number): Float64Array {
  const summary = new Float64Array(Math.ceil(n / BLOCK) * BLOCK_FIELDS);
  for (let at = 0; at < summary.length; at += BLOCK_FIELDS) {
    summary[at] = Infinity;
    summary[at + 1] = -Infinity;
  }
  return summary;
}
