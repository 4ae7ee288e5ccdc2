import { metricNames, type MetricChunk } from '../training/metrics.ts';
import { csvRows } from './csv-rows.ts';
import { MetricCursor } from './metric-cursor.ts';

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
    .map((metric) => new MetricCursor(metric, chunks))
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
