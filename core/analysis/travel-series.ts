import { doubled } from './series-view.ts';

/**
 * Travel Σ η at every step of a run: at step s the rates of updates 1 … s (the rates of steps 0 … s − 1),
 * added one after the other in float64, so that the same rates always give the same bits. It grows as rates
 * become known. Rates are not negative, so it never falls; where a rate is 0 two steps are at the same place.
 */
export class TravelSeries {
  #sums = new Float64Array(1024);
  #lastStep = 0;

  /** Last step at which it is known. */
  get lastStep(): number {
    return this.#lastStep;
  }

  /** Appends the rates of the updates that follow the last step. */
  append(rates: ArrayLike<number>): void {
    while (this.#lastStep + rates.length >= this.#sums.length) this.#sums = doubled(this.#sums);
    let sum = this.#sums[this.#lastStep]!;
    for (let i = 0; i < rates.length; i++) this.#sums[++this.#lastStep] = sum += rates[i]!;
  }

  /** Travel at a step, a real number too: between two steps it grows evenly. At the ends beyond them. */
  at(step: number): number {
    const inside = Math.min(this.#lastStep, Math.max(0, step));
    const below = Math.floor(inside);
    const sum = this.#sums[below]!;
    return inside === below ? sum : sum + (inside - below) * (this.#sums[below + 1]! - sum);
  }

  /** The rate of the update after a step before the last, but for rounding. */
  rate(step: number): number {
    return this.#sums[step + 1]! - this.#sums[step]!;
  }

  /** The step whose travel is nearest to that; of several at one place the last, of two equally near the first. */
  nearestStep(travel: number): number {
    const before = this.#lastNotBeyond(travel);
    const after = Math.min(this.#lastStep, before + 1);
    const nearer = travel - this.at(before) <= this.at(after) - travel ? before : after;
    return this.#lastNotBeyond(this.at(nearer));
  }

  /** The largest rate of the updates between two steps. */
  largestRate(from: number, to: number): number {
    let largest = 0;
    for (let s = from; s < to; s++) {
      largest = Math.max(largest, this.rate(s));
    }
    return largest;
  }

  /** A series of its own that goes on otherwise after a step. */
  upTo(step: number): TravelSeries {
    const copy = new TravelSeries();
    copy.#sums = this.#sums.slice();
    copy.#lastStep = Math.min(step, this.#lastStep);
    return copy;
  }

  /** Last step whose travel is at most that; 0 where there is none. */
  #lastNotBeyond(travel: number): number {
    let low = 0;
    let high = this.#lastStep;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#sums[middle]! <= travel) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
