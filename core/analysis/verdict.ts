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

/** What a setting came to with each of its seeds. */
export type SeedLosses = ReadonlyMap<number, number>;

/** How far two settings are apart, in standard errors of their difference, and what that rests on. */
export interface SeedsApart {
  /** Positive: the first is larger. */
  readonly apart: number;
  /** Seeds of the setting that has fewer. */
  readonly seeds: number;
  /** Seed against the same seed: both saw the same noise, which cancels in their difference. */
  readonly paired: boolean;
}

/**
 * Seeds are paired where all those of one setting are among those of the other. Else the settings count as
 * independent samples (Welch's standard error), which leaves the noise of both in the difference.
 */
export function seedsApart(a: SeedLosses, b: SeedLosses): SeedsApart {
  const common = [...a.keys()].filter((seed) => b.has(seed));
  const seeds = Math.min(a.size, b.size);
  if (common.length === seeds) {
    const of = (losses: SeedLosses): readonly number[] => common.map((seed) => losses.get(seed)!);
    return { apart: standardErrorsApart(of(a), of(b)), seeds, paired: true };
  }
  const [left, right] = [estimate([...a.values()]), estimate([...b.values()])];
  const difference = left.mean - right.mean;
  const error = Math.hypot(left.standardError, right.standardError);
  return { apart: difference === 0 ? 0 : difference / error, seeds, paired: false };
}
