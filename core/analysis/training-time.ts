/** After so many updates a run had been computed for so many seconds. */
export interface TimeSample {
  readonly step: number;
  readonly seconds: number;
}

/** A sample that is to be kept, and the step of the one it takes the place of. */
export interface NewTimeSample extends TimeSample {
  readonly replaces: number | null;
}

/**
 * Training time at the steps of a run, as its thread measured it now and then: between two samples it is taken to
 * grow evenly, beyond the first and the last it stays. Samples: at ascending steps, seconds never fall, one at least.
 */
export class TrainingTime {
  readonly #steps: readonly number[];
  readonly #seconds: readonly number[];

  constructor(samples: readonly TimeSample[]) {
    this.#steps = samples.map(({ step }) => step);
    this.#seconds = samples.map(({ seconds }) => seconds);
  }

  /** First step at which it is known: a fork's time begins where it left its run. */
  get firstStep(): number {
    return this.#steps[0]!;
  }

  /** Last step at which it is known. */
  get lastStep(): number {
    return this.#steps.at(-1)!;
  }

  /** In seconds, at a real number of steps too. */
  at(step: number): number {
    return between(this.#steps, this.#seconds, step);
  }

  /** The step whose training time is nearest to that. */
  nearestStep(seconds: number): number {
    return Math.round(between(this.#seconds, this.#steps, seconds));
  }

  /** Most seconds that one of the updates between two steps took, as far as the samples tell. */
  largestRate(from: number, to: number): number {
    let largest = 0;
    for (let i = Math.max(0, lastNotAfter(this.#steps, from)); i + 1 < this.#steps.length; i++) {
      const [begin, end] = [this.#steps[i]!, this.#steps[i + 1]!];
      if (begin >= to) break;
      largest = Math.max(largest, (this.#seconds[i + 1]! - this.#seconds[i]!) / (end - begin));
    }
    return largest;
  }
}

/** The value at a place among ascending ones, on the line between its neighbours; that of the ends beyond them. */
function between(places: readonly number[], values: readonly number[], place: number): number {
  const i = lastNotAfter(places, place);
  if (i < 0) return values[0]!;
  if (i === places.length - 1) return values[i]!;
  const share = (place - places[i]!) / (places[i + 1]! - places[i]!);
  return values[i]! + share * (values[i + 1]! - values[i]!);
}

/** Index of the last of ascending numbers that is not after `place`; −1 if there is none. */
function lastNotAfter(places: readonly number[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
