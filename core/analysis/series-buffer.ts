import type { MetricChunk } from '../training/metrics.ts';
import { BLOCK, BLOCK_FIELDS, summariseBlock } from './min-max-blocks.ts';
import { doubled, viewOf, type SeriesView, type Stretch } from './series-view.ts';

/** Recorded steps, in order, and the value at each; of equal length. */
export interface SeriesPoints {
  readonly steps: Float64Array;
  readonly values: Float64Array;
}

/** A value, and the step that it is of. */
export interface SeriesPoint {
  readonly step: number;
  readonly value: number;
}

/** A stretch of values, of a recorded metric or of something that is only computed. */
type Values = Omit<MetricChunk, 'metric'> & Partial<Pick<MetricChunk, 'metric'>>;

/** A series that is still growing: append chunks as they come, look at it at any width at any time. */
export class SeriesBuffer {
  readonly #stretches: GrowingStretch[] = [];
  /** Last step held; −1 while empty. */
  #lastStep = -1;

  get lastStep(): number {
    return this.#lastStep;
  }

  get firstStep(): number {
    return this.#stretches[0]?.first ?? -1;
  }

  /** Appends a chunk; values at steps already held are skipped, so a chunk may be given twice. */
  append(chunk: Values): void {
    const { first, stride, values } = chunk;
    const skip = Math.max(0, Math.floor((this.#lastStep - first) / stride) + 1);
    if (skip >= values.length) return;
    const start = first + skip * stride;
    const fresh = skip === 0 ? values : values.subarray(skip);
    let open = this.#stretches.at(-1);
    if (!open?.accepts(start, fresh.length > 1 ? stride : null)) {
      this.#stretches.push((open = new GrowingStretch(start, stride, fresh.length)));
    }
    open.append(start, fresh);
    this.#lastStep = open.lastStep;
  }

  /** Buckets for drawing the steps from … to (inclusive) on that many pixel columns. */
  view(from: number, to: number, columns: number): SeriesView {
    return viewOf(this.#stretches, from, to, columns);
  }

  /** The recorded values at the steps from … to (inclusive). */
  points(from: number, to: number): SeriesPoints {
    return joinPoints(this.#stretches.map((stretch) => stretch.between(from, to)));
  }

  /** The value at the last recorded step that is not after `step`, or null before the first. */
  at(step: number): SeriesPoint | null {
    for (let i = this.#stretches.length - 1; i >= 0; i--) {
      const stretch = this.#stretches[i]!;
      if (stretch.first <= step) return stretch.at(step);
    }
    return null;
  }
}

/** Values at equal spacing, growing at the end; whole blocks are summarised as they fill up. */
class GrowingStretch implements Stretch {
  readonly first: number;
  #stride: number;
  #values: Float64Array<ArrayBuffer>;
  #count = 0;
  #summary = new Float64Array(64 * BLOCK_FIELDS);
  #blocks = 0;

  /** `room`: for how many values at once. */
  constructor(first: number, stride: number, room: number) {
    this.first = first;
    this.#stride = stride;
    this.#values = new Float64Array(Math.max(1024, room));
  }

  get stride(): number {
    return this.#stride;
  }

  get count(): number {
    return this.#count;
  }

  get summary(): Float64Array {
    return this.#summary.subarray(0, this.#blocks * BLOCK_FIELDS);
  }

  get lastStep(): number {
    return this.first + (this.#count - 1) * this.#stride;
  }

  values(): Float64Array {
    return this.#values;
  }

  /** Whether values from `start` on continue this stretch; `stride` is null for a single value. */
  accepts(start: number, stride: number | null): boolean {
    const gap = start - this.lastStep;
    const own = this.#count === 1 ? gap : this.#stride;
    return gap === own && (stride === null || stride === own);
  }

  append(start: number, values: Float64Array): void {
    if (this.#count === 1) this.#stride = start - this.first;
    while (this.#count + values.length > this.#values.length) this.#values = doubled(this.#values);
    this.#values.set(values, this.#count);
    this.#count += values.length;
    while ((this.#blocks + 1) * BLOCK <= this.#count) this.#summariseNext();
  }

  at(step: number): SeriesPoint {
    const index = Math.min(this.#count - 1, Math.floor((step - this.first) / this.#stride));
    return { step: this.first + index * this.#stride, value: this.#values[index]! };
  }

  between(from: number, to: number): SeriesPoints {
    const begin = Math.max(0, Math.ceil((from - this.first) / this.#stride));
    const end = Math.min(this.#count, Math.floor((to - this.first) / this.#stride) + 1);
    const values = this.#values.subarray(begin, Math.max(begin, end));
    const steps = new Float64Array(values.length);
    for (let i = 0; i < steps.length; i++) steps[i] = this.first + (begin + i) * this.#stride;
    return { steps, values };
  }

  #summariseNext(): void {
    if ((this.#blocks + 1) * BLOCK_FIELDS > this.#summary.length) {
      this.#summary = doubled(this.#summary);
    }
    const from = this.#blocks * BLOCK;
    const at = this.#blocks * BLOCK_FIELDS;
    summariseBlock(this.#values, from, from + BLOCK, this.#summary, at);
    this.#blocks++;
  }
}

/** Points behind each other. */
export function joinPoints(parts: readonly SeriesPoints[]): SeriesPoints {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return {
    steps: joined(parts.map(({ steps }) => steps)),
    values: joined(parts.map(({ values }) => values)),
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
