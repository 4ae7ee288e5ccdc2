import { stabilityLimit } from '../../../core/analysis/stability-limit.ts';
import { symmetricEigen } from '../../../core/math/symmetric-eigen.ts';
import type { Objective } from '../../../core/objectives/objective.ts';
import type { Choice } from '../../../core/params.ts';

/**
 * The rate itself where it is at most half of what this optimizer bears at the curvature of the start, else a
 * round one there: a problem that was just chosen is to be seen, not to be gone after five steps. An optimizer
 * without a known limit bears any.
 */
export function bearableRate(
  objective: Objective,
  start: readonly number[],
  optimizer: Choice,
  rate: number,
): number {
  const { dim } = objective;
  const curvature = new Float64Array(dim * dim);
  objective.hessian(Float64Array.from(start), curvature);
  if (!curvature.every(Number.isFinite)) return rate;
  const steepest = Math.max(...symmetricEigen(curvature, dim).values.map(Math.abs));
  const limit = steepest > 0 ? stabilityLimit(optimizer, [steepest]) : null;
  if (!limit || rate <= limit.rate / 2) return rate;
  const digit = 10 ** Math.floor(Math.log10(limit.rate / 2));
  return Number((Math.floor(limit.rate / 2 / digit) * digit).toPrecision(1));
}
