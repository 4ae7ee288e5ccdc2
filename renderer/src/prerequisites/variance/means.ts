import { stream } from '../../../../core/math/rng.ts';

/**
 * Means of samples of an exponential distribution, which is as lopsided as the gradients of single samples may be:
 * expectation 1, variance 1. Each of `REPEATS` rows draws its own samples from the stream `noise` of seed 1, in order;
 * the mean of n samples is that of the first n of a row, n a power of two up to 2 ** `MOST_POWER`.
 */
export const REPEATS = 2000;
export const MOST_POWER = 8;
export const EXPECTATION = 1;
export const VARIANCE = 1;
const SEED = 1;

let drawn: readonly Float64Array[] | null = null;

/** Means of 2 ** power samples, shape (REPEATS,); drawn once. */
export function meansOf(power: number): Float64Array {
  drawn ??= draw();
  return drawn[power]!;
}

function draw(): readonly Float64Array[] {
  const random = stream(SEED, 'noise');
  const means = Array.from({ length: MOST_POWER + 1 }, () => new Float64Array(REPEATS));
  for (let row = 0; row < REPEATS; row++) {
    let sum = 0;
    for (let n = 1, power = 0; n <= 2 ** MOST_POWER; n++) {
      // A uniform number is never 1: the logarithm is finite.
      sum -= Math.log1p(-random.uniform());
      if (n === 2 ** power) means[power++]![row] = sum / n;
    }
  }
  return means;
}

/** Mean of numbers, and their mean squared distance from it (÷ n − 1). */
export function summary(values: Float64Array): { mean: number; variance: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return { mean, variance: squares / (values.length - 1) };
}

/** Share of the values in each of `count` equal bins of [lo, hi), divided by the width of a bin; shape (count,). */
export function density(
  values: Float64Array,
  [lo, hi]: readonly [number, number],
  count: number,
): readonly number[] {
  const bins = new Array<number>(count).fill(0);
  const width = (hi - lo) / count;
  for (const value of values) {
    const bin = Math.floor((value - lo) / width);
    if (bin >= 0 && bin < count) bins[bin]!++;
  }
  return bins.map((found) => found / (values.length * width));
}
