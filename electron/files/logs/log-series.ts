import { evenStretches } from '../../../core/analysis/even-stretches.ts';
import { MAX_POINTS } from '../../../core/experiment/config.ts';
import type { MetricChunk, MetricName } from '../../../core/training/metrics.ts';
import { refuseFile, type Place } from '../file-refusal.ts';
import { limits } from '../limits.ts';
import { tooMany } from '../zip-reader.ts';

const FIRST_ROOM = 1024;

/** The values of one metric as they come, at rising steps. */
export class LogSeries {
  readonly metric: MetricName;
  #steps = new Float64Array(FIRST_ROOM);
  #values = new Float64Array(FIRST_ROOM);
  #length = 0;
  #greatest = -Infinity;

  constructor(metric: MetricName) {
    this.metric = metric;
  }

  get length(): number {
    return this.#length;
  }
  get isAccuracy(): boolean {
    return this.metric.endsWith('_accuracy');
  }
  /** An accuracy above 1 is one in percent. */
  get isPercent(): boolean {
    return this.isAccuracy && this.#greatest > 1;
  }
  get steps(): Float64Array {
    return this.#steps.subarray(0, this.#length);
  }
  /** As they were written, but for percentages, which become fractions. */
  get values(): Float64Array {
    const values = this.#values.subarray(0, this.#length);
    return this.isPercent ? values.map((value) => value / 100) : values;
  }

  add(step: number, value: number, place: () => Place): void {
    const last = this.#length > 0 ? this.#steps[this.#length - 1]! : -1;
    if (step <= last) {
      throw refuseFile('bad-step', place(), { given: `${step}`, allowed: `${last + 1}` });
    }
    if (this.isAccuracy && (value < 0 || value > 100)) {
      throw refuseFile('bad-accuracy', place(), { given: `${value}` });
    }
    if (value > this.#greatest) this.#greatest = value;
    if (this.#length === this.#steps.length) this.#grow();
    this.#steps[this.#length] = step;
    this.#values[this.#length++] = value;
  }

  /** One for each stretch of evenly spaced steps. Throws AppError 'bad-file' where they are too many. */
  chunks(): readonly MetricChunk[] {
    const { steps, metric } = this;
    // Of their own, so that they can be given to another thread.
    const values = this.values.slice();
    const chunks: MetricChunk[] = [];
    for (const { from, end, first, stride } of evenStretches(steps)) {
      chunks.push({ metric, first, stride, values: values.subarray(from, end) });
      if (chunks.length > limits.logStretches) {
        throw tooMany('stretches', chunks.length, limits.logStretches);
      }
    }
    return chunks;
  }

  #grow(): void {
    if (this.#length >= MAX_POINTS) throw tooMany('points', this.#length + 1, MAX_POINTS);
    const room = Math.min(MAX_POINTS, 2 * this.#length);
    const [steps, values] = [this.#steps, this.#values];
    this.#steps = new Float64Array(room);
    this.#values = new Float64Array(room);
    this.#steps.set(steps);
    this.#values.set(values);
  }
}
