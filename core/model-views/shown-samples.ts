import type { Samples } from '../datasets/dataset.ts';

/** More points than this would only cover each other. */
const MOST_POINTS = 1000;
/** Room around the data, as a share of their range on each side. */
const PADDING = 0.12;

/** The first samples of a set, as many as are drawn. */
export function shown({ count, features, inputs, targets }: Samples): Samples {
  const n = Math.min(count, MOST_POINTS);
  return {
    count: n,
    features,
    inputs: inputs.subarray(0, n * features),
    targets: targets.subarray(0, n),
  };
}

/** The range of all these values with some room around it; of equal values, one unit. */
export function paddedRange(sets: readonly Float64Array[]): [lo: number, hi: number] {
  let lo = Infinity;
  let hi = -Infinity;
  for (const values of sets) {
    for (const value of values) {
      lo = Math.min(lo, value);
      hi = Math.max(hi, value);
    }
  }
  const room = lo < hi ? (hi - lo) * PADDING : 0.5;
  return [lo - room, hi + room];
}
