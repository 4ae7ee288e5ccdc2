import { quantile } from '../math/quantile.ts';
import { DISTINCT, estimate, standardErrorsApart, type Estimate } from './verdict.ts';

/** What the seeds of one point of a sweep say. Seeds whose loss is not finite count as infinite. */
export interface PointSummary {
  readonly loss: Estimate;
  /** The band: 10 % and 90 % quantiles over the seeds. */
  readonly low: number;
  readonly high: number;
  /** Seeds whose loss is not finite. */
  readonly diverged: number;
  /** Standard errors between this point and the best one, seed by seed; 0 for the best itself. */
  readonly fromBest: number;
  /** Whether that is enough to call it worse; if not, the two are not distinguishable with these seeds. */
  readonly worse: boolean;
}

/**
 * Judges a sweep by the final losses of its points: `losses[p][i]` of point p with seed i, all with the
 * same seeds. The best point has the smallest mean.
 */
export function summariseSweep(losses: readonly (readonly number[])[]): readonly PointSummary[] {
  const ranked = losses.map((seeds) => seeds.map((x) => (Number.isFinite(x) ? x : Infinity)));
  const means = ranked.map((seeds) => estimate(seeds).mean);
  const least = Math.min(...means);
  const best = ranked[means.indexOf(least)] ?? [];
  return ranked.map((seeds): PointSummary => {
    const diverged = seeds.filter((x) => x === Infinity).length;
    const alike = seeds === best || least === Infinity;
    const apart = diverged > 0 ? Infinity : standardErrorsApart(seeds, best);
    const fromBest = alike ? 0 : apart;
    const ascending = Float64Array.from(seeds).sort();
    return {
      loss: estimate(seeds),
      low: quantile(ascending, 0.1),
      high: quantile(ascending, 0.9),
      diverged,
      fromBest,
      worse: fromBest >= DISTINCT,
    };
  });
}
