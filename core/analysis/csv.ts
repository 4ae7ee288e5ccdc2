import { metricNames, type MetricChunk, type MetricName } from '../training/metrics.ts';

/** Rows of a block of text: about a millisecond's work. */
const ROWS_PER_BLOCK = 1024;

/**
 * All series of a run as comma-separated values, in blocks of whole rows: a long run's text is larger
 * than any one string may be, and whoever writes it must be able to breathe between. `step`, then one column per metric in the order of
 * `metricNames`; one row per recorded step; an empty cell where a metric has no value at that step.
 * Numbers are the shortest decimals that read back to the same double; NaN, Infinity, −Infinity and −0
 * are written as `NaN`, `Infinity`, `-Infinity` and `-0`. Rows end with a line feed. The same values
 * give the same bytes, however they were cut into chunks.
 */
export function* csvBlocks(chunks: readonly MetricChunk[]): Generator<string, void> {
  const cursors = metricNames
    .map((metric) => new Cursor(metric, chunks))
    .filter((cursor) => cursor.step !== Infinity);
  let block = ['step', ...cursors.map((cursor) => cursor.metric)].join(',') + '\n';
  for (let rows = 1; ; rows++) {
    const step = Math.min(...cursors.map((cursor) => cursor.step));
    if (step === Infinity) break;
    block += [step, ...cursors.map((cursor) => cursor.takeAt(step))].join(',') + '\n';
    if (rows % ROWS_PER_BLOCK > 0) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

/** The blocks in one string, for runs that are known to be short. */
export function toCsv(chunks: readonly MetricChunk[]): string {
  return [...csvBlocks(chunks)].join('');
}

/** Walks through the values of one metric. */
class Cursor {
  readonly metric: MetricName;
  readonly #chunks: readonly MetricChunk[];
  #chunk = 0;
  #index = 0;

  constructor(metric: MetricName, chunks: readonly MetricChunk[]) {
    this.metric = metric;
    this.#chunks = chunks
      .filter((chunk) => chunk.metric === metric && chunk.values.length > 0)
      .sort((a, b) => a.first - b.first);
  }

  /** Step of the next value; Infinity at the end. */
  get step(): number {
    const chunk = this.#chunks[this.#chunk];
    return chunk ? chunk.first + this.#index * chunk.stride : Infinity;
  }

  /** The cell for `step`: the next value if it belongs there, else nothing. */
  takeAt(step: number): string {
    if (this.step !== step) return '';
    const chunk = this.#chunks[this.#chunk]!;
    const value = chunk.values[this.#index]!;
    if (++this.#index === chunk.values.length) {
      this.#chunk++;
      this.#index = 0;
    }
    return Object.is(value, -0) ? '-0' : String(value);
  }
}
