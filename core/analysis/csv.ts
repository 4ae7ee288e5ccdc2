import { csvRows, type CsvCursor } from './csv-rows.ts';
import { metricNames, type MetricChunk, type MetricName } from '../training/metrics.ts';

/** Rows of a block of text: about a millisecond's work. */
const ROWS_PER_BLOCK = 1024;

/**
 * All series of a run as comma-separated values, in blocks of whole rows: a long run's text is larger
 * than any one string may be, and whoever writes it must be able to breathe between. `step`, then one column
 * per metric in the order of `metricNames`; rows as `csvRows` writes them, each ended by a line feed. The same
 * values give the same bytes, however they were cut into chunks.
 */
export function* csvBlocks(chunks: readonly MetricChunk[]): Generator<string, void> {
  const cursors = metricNames
    .map((metric) => new Cursor(metric, chunks))
    .filter((cursor) => cursor.step !== Infinity);
  let block = ['step', ...cursors.map((cursor) => cursor.metric)].join(',') + '\n';
  let rows = 0;
  for (const row of csvRows(cursors)) {
    block += `${row}\n`;
    if (++rows % ROWS_PER_BLOCK > 0) continue;
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
class Cursor implements CsvCursor {
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

  get step(): number {
    const chunk = this.#chunks[this.#chunk];
    return chunk ? chunk.first + this.#index * chunk.stride : Infinity;
  }

  take(): number {
    const chunk = this.#chunks[this.#chunk]!;
    const value = chunk.values[this.#index]!;
    if (++this.#index === chunk.values.length) {
      this.#chunk++;
      this.#index = 0;
    }
    return value;
  }
}
