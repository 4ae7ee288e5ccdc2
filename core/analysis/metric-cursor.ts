import type { MetricChunk, MetricName } from '../training/metrics.ts';

/** Walks through the values of one metric, in ascending order of their steps. */
export class MetricCursor {
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

  /** Takes the next value out. */
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
