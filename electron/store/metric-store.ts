import type { Database, Statement } from 'better-sqlite3';
import { summarise } from '../../core/analysis/min-max-blocks.ts';
import { viewOf, type SeriesView, type Stretch } from '../../core/analysis/series-view.ts';
import { CHUNK_POINTS, type MetricChunk, type MetricName } from '../../core/training/metrics.ts';
import type { SeriesInfo } from '../ipc/contract.ts';
import { checksum, fromBytes, toBytes } from './checksum.ts';

/** Little-endian float64, as they are. Compression would be a new number. */
const RAW = 0;

interface SeriesRow {
  readonly id: number;
  readonly metric: MetricName;
  readonly first_step: number;
  readonly last_step: number;
  readonly points: number;
}

interface ChunkRow {
  readonly seq: number;
  readonly first_step: number;
  readonly stride: number;
  readonly n: number;
  readonly codec: number;
  readonly summary_crc: number;
  readonly data_crc: number;
  readonly summary: Buffer;
}

/** The series of all runs: float64 columns in append-only chunks, each with its checksums. */
export class MetricStore {
  readonly #touch: Statement;
  readonly #insert: Statement;
  readonly #series: Statement<[number]>;
  readonly #one: Statement<[number, string]>;
  readonly #chunks: Statement<[number, number, number]>;
  readonly #data: Statement<[number, number]>;
  readonly #delete: Statement<[number, number]>;
  /** Chunks whose data were read and found damaged, by series; data are checked when read. */
  readonly #found = new Map<number, Map<number, readonly [first: number, last: number]>>();

  constructor(db: Database) {
    this.#touch = db.prepare(
      `INSERT INTO series(run_id, metric, first_step, last_step, points, next_seq)
       VALUES (@run, @metric, @first, @last, @n, 1)
       ON CONFLICT(run_id, metric) DO UPDATE SET last_step = @last, points = points + @n,
         next_seq = next_seq + 1
       RETURNING id, next_seq - 1 AS seq`,
    );
    this.#insert = db.prepare(
      `INSERT INTO chunk(series_id, seq, first_step, stride, n, codec, summary_crc, data_crc,
         summary, data) VALUES (?, ?, ?, ?, ?, ${RAW}, ?, ?, ?, ?)`,
    );
    this.#series = db.prepare('SELECT * FROM series WHERE run_id = ? ORDER BY id');
    this.#one = db.prepare('SELECT * FROM series WHERE run_id = ? AND metric = ?');
    this.#chunks = db.prepare(
      `SELECT seq, first_step, stride, n, codec, summary_crc, data_crc, summary FROM chunk
       WHERE series_id = ? AND first_step <= ? AND first_step + (n - 1) * stride >= ?
       ORDER BY seq`,
    );
    this.#data = db.prepare('SELECT data FROM chunk WHERE series_id = ? AND seq = ?').pluck();
    this.#delete = db.prepare('DELETE FROM chunk WHERE series_id = ? AND seq = ?');
  }

  /** Appends chunks of one run; the caller holds the transaction. */
  append(run: number, chunks: readonly MetricChunk[]): void {
    for (const { metric, first, stride, values } of chunks) {
      const n = values.length;
      const last = first + (n - 1) * stride;
      const { id, seq } = this.#touch.get({ run, metric, first, last, n }) as {
        id: number;
        seq: number;
      };
      this.#write(id, seq, first, stride, values);
    }
  }

  list(run: number): readonly SeriesInfo[] {
    return (this.#series.all(run) as SeriesRow[]).map((row) => ({
      metric: row.metric,
      firstStep: row.first_step,
      lastStep: row.last_step,
      points: row.points,
      damaged: this.#damaged(row.id),
    }));
  }

  view(run: number, metric: MetricName, from: number, to: number, columns: number): SeriesView {
    const series = this.#one.get(run, metric) as SeriesRow | undefined;
    const stretches = series ? this.#stretches(series.id, from, to) : [];
    return viewOf(stretches, from, to, columns);
  }

  /** All chunks whose bytes are what was written, in order. */
  values(run: number, metric: MetricName): readonly MetricChunk[] {
    const series = this.#one.get(run, metric) as SeriesRow | undefined;
    if (!series) return [];
    return this.#rows(series.id).flatMap((row) => {
      const values = this.#read(series.id, row);
      return values ? [{ metric, first: row.first_step, stride: row.stride, values }] : [];
    });
  }

  /** Joins small neighbouring chunks of a run; the caller holds the transaction. */
  compact(run: number): void {
    for (const { id } of this.#series.all(run) as SeriesRow[]) {
      for (const group of neighbours(this.#rows(id))) this.#join(id, group);
    }
  }

  #join(series: number, group: readonly ChunkRow[]): void {
    const parts = group.map((row) => this.#read(series, row));
    if (parts.some((part) => part === null)) return;
    const values = new Float64Array(group.reduce((sum, { n }) => sum + n, 0));
    let at = 0;
    for (const part of parts) {
      values.set(part!, at);
      at += part!.length;
    }
    const { seq, first_step } = group[0]!;
    const stride = group.find(({ n }) => n > 1)?.stride ?? group[1]!.first_step - first_step;
    for (const row of group) this.#delete.run(series, row.seq);
    this.#write(series, seq, first_step, stride, values);
  }

  #write(series: number, seq: number, first: number, stride: number, values: Float64Array): void {
    const place = placeOf(series, seq, first, stride, values.length, RAW);
    const summary = toBytes(summarise(values));
    const data = toBytes(values);
    this.#insert.run(
      series,
      seq,
      first,
      stride,
      values.length,
      checksum(place, summary),
      checksum(place, data),
      summary,
      data,
    );
  }

  #rows(series: number, from = 0, to = Number.MAX_SAFE_INTEGER): readonly ChunkRow[] {
    return this.#chunks.all(series, to, from) as ChunkRow[];
  }

  /** The chunks in range; one that fails its checksum is a stretch without a finite value: a gap. */
  #stretches(series: number, from: number, to: number): readonly Stretch[] {
    return this.#rows(series, from, to).map((row) => {
      const intact = this.#summaryIsIntact(series, row);
      const summary = intact ? fromBytes(row.summary) : noSummary(row.n);
      let values: Float64Array | undefined;
      return {
        first: row.first_step,
        stride: row.stride,
        count: row.n,
        summary,
        values: () => (values ??= this.#read(series, row) ?? new Float64Array(row.n).fill(NaN)),
      };
    });
  }

  #damaged(series: number): readonly (readonly [number, number])[] {
    for (const row of this.#rows(series)) {
      if (!this.#summaryIsIntact(series, row)) this.#remember(series, row);
    }
    return [...(this.#found.get(series)?.values() ?? [])];
  }

  #summaryIsIntact(series: number, row: ChunkRow): boolean {
    return row.codec === RAW && checksum(place(series, row), row.summary) === row.summary_crc;
  }

  /** The values of a chunk, or null if they are not what was written. */
  #read(series: number, row: ChunkRow): Float64Array | null {
    const data = this.#data.get(series, row.seq) as Buffer;
    const intact =
      row.codec === RAW &&
      data.length === row.n * 8 &&
      checksum(place(series, row), data) === row.data_crc;
    if (!intact) this.#remember(series, row);
    return intact ? fromBytes(data) : null;
  }

  #remember(series: number, row: ChunkRow): void {
    const found = this.#found.get(series) ?? new Map<number, readonly [number, number]>();
    found.set(row.seq, [row.first_step, row.first_step + (row.n - 1) * row.stride]);
    this.#found.set(series, found);
  }
}

function place(series: number, { seq, first_step, stride, n, codec }: ChunkRow): string {
  return placeOf(series, seq, first_step, stride, n, codec);
}

function placeOf(
  series: number,
  seq: number,
  first: number,
  stride: number,
  n: number,
  codec: number,
): string {
  return `${series}/${seq}/${first}/${stride}/${n}/${codec}`;
}

function noSummary(n: number): Float64Array {
  return summarise(new Float64Array(n).fill(NaN));
}

/** Groups of at least two neighbouring chunks with one spacing that fit into one chunk. */
function neighbours(rows: readonly ChunkRow[]): readonly (readonly ChunkRow[])[] {
  const groups: ChunkRow[][] = [];
  let open: ChunkRow[] = [];
  let points = 0;
  for (const row of rows) {
    if (open.length > 0 && (points + row.n > CHUNK_POINTS || !continues(open, row))) {
      groups.push(open);
      open = [];
      points = 0;
    }
    open.push(row);
    points += row.n;
  }
  groups.push(open);
  return groups.filter((group) => group.length > 1);
}

function continues(group: readonly ChunkRow[], next: ChunkRow): boolean {
  const last = group.at(-1)!;
  const gap = next.first_step - (last.first_step + (last.n - 1) * last.stride);
  const spacing =
    group.find(({ n }) => n > 1)?.stride ??
    (group.length > 1 ? group[1]!.first_step - group[0]!.first_step : gap);
  return gap === spacing && (next.n === 1 || next.stride === spacing);
}
