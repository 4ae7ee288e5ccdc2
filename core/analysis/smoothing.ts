import { evenStretches } from './even-stretches.ts';
import { SeriesBuffer, type SeriesPoints } from './series-buffer.ts';
import type { SeriesView } from './series-view.ts';

/**
 * Exponential moving average with its start corrected: m_k = β m_{k−1} + (1 − β) x_k with m_0 = 0, divided by
 * 1 − β^k; k = 1, 2, … counts the values given since the beginning, or since the last that was not finite.
 * 0 ≤ β < 1. The correction is that of Adam's moments (Kingma & Ba 2015, section 3).
 */
export class MovingAverage {
  readonly #beta: number;
  #mean = 0;
  /** 1 − β^k: the average of as many ones, by the same recurrence. */
  #weight = 0;

  constructor(beta: number) {
    if (!(beta >= 0 && beta < 1)) throw new RangeError(`β must be in [0, 1): ${beta}`);
    this.#beta = beta;
  }

  /** Takes the next value and returns the average; NaN for one that is not finite, after which it begins anew. */
  next(value: number): number {
    if (!Number.isFinite(value)) {
      this.restart();
      return NaN;
    }
    this.#weight = this.#beta * this.#weight + (1 - this.#beta);
    // The same mean, written as a step towards the value: equal values stay what they are, to the bit.
    const share = (1 - this.#beta) / this.#weight;
    const moved = this.#mean + share * (value - this.#mean);
    this.#mean = Number.isFinite(moved) ? moved : (1 - share) * this.#mean + share * value;
    return this.#mean;
  }

  restart(): void {
    this.#mean = 0;
    this.#weight = 0;
  }
}

/** Recorded values of a series, of which the first is at step `first`. */
interface Values {
  readonly first: number;
  readonly stride: number;
  readonly values: Float64Array;
}

/**
 * A recorded series and its moving average, value by value in the order of their steps, so that what it is at a
 * step does not depend on how it is looked at. It is carried over no value that is not finite and over no
 * stretch that is missing: it begins anew behind it.
 */
export class SmoothedSeries {
  readonly #average: MovingAverage;
  readonly #spacing: number;
  readonly #smoothed = new SeriesBuffer();

  /** `spacing`: two values further apart than so many steps have lost what was between them. */
  constructor(beta: number, spacing: number) {
    this.#average = new MovingAverage(beta);
    this.#spacing = spacing;
  }

  /** Last step that has been taken; −1 while there is none. */
  get lastStep(): number {
    return this.#smoothed.lastStep;
  }

  /** Values behind the last step; those at steps that were taken are skipped. */
  append({ first, stride, values }: Values): void {
    const skip = Math.max(0, Math.floor((this.lastStep - first) / stride) + 1);
    if (skip >= values.length) return;
    const begin = first + skip * stride;
    if (this.lastStep >= 0 && begin - this.lastStep > this.#spacing) this.#lose();
    const smoothed = new Float64Array(values.length - skip);
    for (let i = 0; i < smoothed.length; i++) smoothed[i] = this.#average.next(values[skip + i]!);
    this.#smoothed.append({ first: begin, stride, values: smoothed });
  }

  /** Values at ascending steps. */
  appendPoints({ steps, values }: SeriesPoints): void {
    for (const { from, end, first, stride } of evenStretches(steps)) {
      this.append({ first, stride, values: values.subarray(from, end) });
    }
  }

  /** Buckets for drawing; what is not finite or missing is a gap. */
  view(from: number, to: number, columns: number): SeriesView {
    const view = this.#smoothed.view(from, to, columns);
    return { ...view, nonFinite: new Float64Array(view.first.length) };
  }

  /** The average at the last recorded step not after `step`; null where there is none. */
  at(step: number): number | null {
    const found = this.#smoothed.at(step);
    return found && Number.isFinite(found.value) ? found.value : null;
  }

  /** The averages at the steps from … to (inclusive); NaN where a value was not finite, or from where on some are missing. */
  points(from: number, to: number): SeriesPoints {
    return this.#smoothed.points(from, to);
  }

  #lose(): void {
    this.#average.restart();
    const first = this.lastStep + this.#spacing;
    this.#smoothed.append({ first, stride: this.#spacing, values: Float64Array.of(NaN) });
  }
}
