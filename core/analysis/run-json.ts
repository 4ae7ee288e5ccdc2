import { metricNames, type MetricChunk } from '../training/metrics.ts';
import { MetricCursor } from './metric-cursor.ts';

/** Records of a block of text; between two blocks whoever writes them can do other things. */
const RECORDS_PER_BLOCK = 1024;

/**
 * A run as JSON, in blocks: what is said of it (`head`, which holds something), and under `log_history`, where the
 * Hugging Face Trainer has it too, a record for each step at which any metric has a value: `{"step": 0, "train/loss":
 * 1.5}`, keys in the order of `metricNames`. Numbers are the shortest decimals that read back to the same double; NaN,
 * Infinity and −Infinity, which JSON does not have, are texts. The same values give the same bytes, however they were
 * cut into chunks.
 */
export function* jsonBlocks(head: object, chunks: readonly MetricChunk[]): Generator<string, void> {
  const cursors = metricNames.map((metric) => new MetricCursor(metric, chunks));
  let block = `${JSON.stringify(head, finiteOrText).slice(0, -1)},"log_history":[`;
  for (let records = 0; ; records++) {
    const step = Math.min(...cursors.map((cursor) => cursor.step));
    if (step === Infinity) break;
    const values = cursors
      .filter((cursor) => cursor.step === step)
      .map((cursor) => `,"${cursor.metric}":${numberOf(cursor.take())}`);
    block += `${records === 0 ? '' : ','}\n{"step":${step}${values.join('')}}`;
    if ((records + 1) % RECORDS_PER_BLOCK > 0) continue;
    yield block;
    block = '';
  }
  yield `${block}\n]}\n`;
}

function numberOf(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? String(value) : `"${value}"`;
}

function finiteOrText(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
