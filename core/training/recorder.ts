import { CHUNK_POINTS, type MetricChunk, type MetricName } from './metrics.ts';

/** One metric being written; steps must grow strictly. */
export interface Column {
  push(step: number, value: number): void;
}

/** Collects metric values into chunks of implicit steps; one column per metric. */
export interface Recorder {
  column(metric: MetricName): Column;
  /** Takes out everything recorded since the last call, in chunks of at most CHUNK_POINTS values. */
  flush(): MetricChunk[];
}

export function createRecorder(): Recorder {
  const columns = new Map<MetricName, ChunkWriter>();
  return {
    column(metric) {
      let writer = columns.get(metric);
      if (!writer) columns.set(metric, (writer = new ChunkWriter(metric)));
      return writer;
    },
    flush: () => [...columns.values()].flatMap((writer) => writer.take()),
  };
}

/** Cuts a column into chunks: a new one where the step spacing changes or the chunk is full. */
class ChunkWriter implements Column {
  readonly #metric: MetricName;
  readonly #values = new Float64Array(CHUNK_POINTS);
  #count = 0;
  #first = 0;
  #last = 0;
  /** Spacing of the open chunk; a chunk of one value keeps the spacing of the one before. */
  #stride = 1;
  #closed: MetricChunk[] = [];

  constructor(metric: MetricName) {
    this.#metric = metric;
  }

  push(step: number, value: number): void {
    const gap = step - this.#last;
    if (this.#count === 1) this.#stride = gap;
    const continues = this.#count > 0 && this.#count < CHUNK_POINTS && gap === this.#stride;
    if (!continues) {
      this.#close();
      this.#first = step;
    }
    this.#values[this.#count++] = value;
    this.#last = step;
  }

  take(): MetricChunk[] {
    this.#close();
    const closed = this.#closed;
    this.#closed = [];
    return closed;
  }

  #close(): void {
    if (this.#count === 0) return;
    this.#closed.push({
      metric: this.#metric,
      first: this.#first,
      stride: this.#stride,
      values: this.#values.slice(0, this.#count),
    });
    this.#count = 0;
  }
}
