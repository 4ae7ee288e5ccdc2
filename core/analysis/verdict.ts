/** Mean of a sample with its standard error (standard deviation of the mean, n − 1 in the variance). */
export interface Estimate {
  readonly mean: number;
  readonly standardError: number;
  readonly n: number;
}

export function estimate(values: readonly number[]): Estimate {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  // Squares of what a run has blown up to have no room in a number; their root has.
  const deviation = Math.hypot(...values.map((value) => value - mean));
  return { mean, standardError: n > 1 ? deviation / Math.sqrt(n * (n - 1)) : NaN, n };
}

/** Differences below this many standard errors are not called differences. */
export const DISTINCT = 2;

/**
 * How far two runs with the same seeds are apart, in standard errors of their paired difference:
 * seed i of one against seed i of the other, because both saw the same noise. Positive: `a` is larger.
 * Infinite where the difference is the same for every seed, and 0 where there is none.
 */
export function standardErrorsApart(a: readonly number[], b: readonly number[]): number {
  const { mean, standardError } = estimate(a.map((value, i) => value - b[i]!));
  return mean === 0 ? 0 : mean / standardError;
}
