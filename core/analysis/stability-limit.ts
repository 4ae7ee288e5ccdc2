import type { Choice } from '../params.ts';
import { linearRuleOf } from './linear-rules.ts';
import type { LinearRule } from './linear-rule.ts';

/**
 * Largest stable constant rate. `exact`: below it the run converges, above it the run diverges.
 */
export interface StabilityLimit {
  readonly rate: number;
  readonly kind: 'exact' | 'frozen-preconditioner';
}

/**
 * Largest constant rate that an optimizer bears on a quadratic with curvatures λᵢ, or null where none is
 * known. Gradient descent: 2/L. Heavy ball: 2 (1 + β) / ((1 − τ) L), with dampening τ. Nesterov:
 * 2 (1 + β) / ((1 + 2β) L), below gradient descent's for β > 0. L is the largest curvature, plus the weight decay.
 */
export function stabilityLimit(
  optimizer: Choice,
  curvatures: readonly number[],
): StabilityLimit | null {
  const rule = linearRuleOf(optimizer)?.(null);
  const rate = rule ? largestStableRate(rule, curvatures) : null;
  return rate === null ? null : { rate, kind: 'exact' };
}

/**
 * The largest η for which both eigenvalues of every direction lie inside the unit circle. By Jury's
 * criterion that is  1 − tr + det > 0,  1 + tr + det > 0,  det < 1  (modes in linear-rule.ts). With
 * h = λ + ω ≥ 0 and 0 ≤ β < 1 the first and the last always hold, and the second is
 *
 *   η < 2 (1 + β) / ((1 + β) w + (aγ + (1 + β) b) h)
 *
 * Null where no rate converges: a direction that bends down, or β ≥ 1.
 */
export function largestStableRate(
  { memory, intake, viaMemory, direct, l2, decoupled }: LinearRule,
  curvatures: readonly number[],
): number | null {
  if (memory >= 1) return null;
  let limit = Infinity;
  for (const curvature of curvatures) {
    const felt = curvature + l2;
    const inward = (1 - memory) * decoupled + (viaMemory * intake + (1 - memory) * direct) * felt;
    if (inward < 0) return null;
    const outward = (1 + memory) * decoupled + (viaMemory * intake + (1 + memory) * direct) * felt;
    limit = Math.min(limit, (2 * (1 + memory)) / outward);
  }
  return limit;
}
