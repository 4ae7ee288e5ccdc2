/**
 * Updates until a target is reached: the first s with values[s] < target, where values[s] belongs to the
 * state after s updates; null if it never happens.
 */
export function firstBelow(values: ArrayLike<number>, target: number): number | null {
  for (let s = 0; s < values.length; s++) if (values[s]! < target) return s;
  return null;
}

/**
 * Updates after which the values stay below a target for good: one more than the last s with
 * values[s] ≥ target (or not a number); null if the last value is not below it.
 */
export function settledBelow(values: ArrayLike<number>, target: number): number | null {
  let s = values.length;
  while (s > 0 && values[s - 1]! < target) s--;
  return s === values.length ? null : s;
}

/**
 * Factor per update by which positive values shrink (below 1) or grow, from `from` to `to`: the slope of
 * the least-squares line through ln(values), as a factor. Oscillation averages out. The values must be
 * positive and finite; NaN where fewer than two are given.
 */
export function contractionRate(values: ArrayLike<number>, from: number, to: number): number {
  const middle = (from + to) / 2;
  let [above, below] = [0, 0];
  for (let s = from; s <= to; s++) {
    above += (s - middle) * Math.log(values[s]!);
    below += (s - middle) ** 2;
  }
  return Math.exp(above / below);
}
