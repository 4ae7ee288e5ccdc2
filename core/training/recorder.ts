import { CHUNK_POINTS, type MetricChunk, type MetricName } from './metrics.ts';

/** One metric being written; steps must grow strictly. */
export interface Column {
  push(step: number, value: number): void;
}

/** Several metrics that have their values at the same steps: one look at the step serves them all. */
export interface Rows {
  /** Where in `block` the first metric's value of this step is to be written; each other CHUNK_POINTS further on. */
  at(step: number): number;
  readonly block: Float64Array;
}

/**
 * Collects metric values into chunks of implicit steps. Where a metric is written in rows and in a
 * column too, the column's steps come after those of the rows.
 */
export interface Recorder {
  column(metric: MetricName): Column;
  rows(metrics: readonly MetricName[]): Rows;
  /** Takes out everything recorded since the last call, in chunks of at most CHUNK_POINTS values. */
  flush(): MetricChunk[];
}

export function createRecorder(): Recorder {
  const columns = new Map<MetricName, ChunkWriter>();
  const writers: ChunkWriter[] = [];
  const write = (metrics: readonly MetricName[]): ChunkWriter => {
    const writer = new ChunkWriter(metrics);
    writers.push(writer);
    return writer;
  };
  return {
    column(metric) {
      let writer = columns.get(metric);
      if (!writer) columns.set(metric, (writer = write([metric])));
      return writer;
    },
    rows: write,
    flush: () => writers.flatMap((writer) => writer.take()),
  };
}

/** Cuts rows into chunks: new ones where the step spacing changes or the chunks are full. */
class ChunkWriter implements Column, Rows {
  readonly #metrics: readonly MetricName[];
  /** Column after column: metric i has its values from i × CHUNK_POINTS on. */
  readonly block: Float64Array;
  #count = 0;
  #first = 0;
  /** Spacing of the open chunks; chunks of one value keep the spacing of those before. */
  #stride = 1;
  /** The step that continues the open chunks; −1 where there are none. */
  #next = -1;
  #closed: MetricChunk[] = [];

  constructor(metrics: readonly MetricName[]) {
    this.#metrics = metrics;
    this.block = new Float64Array(CHUNK_POINTS * metrics.length);
  }

  at(step: number): number {
    if (step !== this.#next || this.#count === CHUNK_POINTS) this.#turn(step);
    this.#next = step + this.#stride;
    return this.#count++;
  }

  push(step: number, value: number): void {
    this.block[this.at(step)] = value;
  }

  take(): MetricChunk[] {
    this.#close();
    const closed = this.#closed;
    this.#closed = [];
    return closed;
  }

  /** Makes room for a step that does not continue the open chunks. */
  #turn(step: number): void {
    if (this.#count === 1) this.#stride = step - this.#first;
    else {
      this.#close();
      this.#first = step;
    }
  }

  #close(): void {
    if (this.#count === 0) return;
    this.#metrics.forEach((metric, i) => {
      const begin = i * CHUNK_POINTS;
      const values = this.block.slice(begin, begin + this.#count);
      this.#closed.push({ metric, first: this.#first, stride: this.#stride, values });
    });
    this.#count = 0;
    this.#next = -1;
  }
}
