import { symmetricEigen } from '../math/symmetric-eigen.ts';
import type { Choice } from '../params.ts';
import { frozenRule, type FrozenAt, type FrozenRule } from './frozen-preconditioner.ts';
import type { LinearRule } from './linear-rule.ts';
import { linearRuleOf } from './linear-rules.ts';

/**
 * Largest stable constant rate. `exact`: below it a run on the quadratic converges, above it it diverges.
 * `frozen-preconditioner`: the same for the iteration whose second moments stand still as they are now. An
 * adaptive run beyond it does not blow up: steps grow, so do the moments, and it cycles about the limit.
 */
export interface StabilityLimit {
  readonly rate: number;
  readonly kind: 'exact' | 'frozen-preconditioner';
}

/**
 * Largest constant rate that an optimizer bears on a quadratic with curvatures λᵢ, or null where none is
 * known: adaptive optimizers, and curvatures of which one is negative. `momentum` is β where a schedule cycles
 * it. Gradient descent: 2/L. Heavy ball: 2 (1 + β) / ((1 − τ) L), with dampening τ. Nesterov:
 * 2 (1 + β) / ((1 + 2β) L), below gradient descent's for β > 0. L is the largest curvature, plus the weight decay.
 */
export function stabilityLimit(
  optimizer: Choice,
  curvatures: readonly number[],
  momentum: number | null = null,
): StabilityLimit | null {
  const rule = linearRuleOf(optimizer)?.(momentum);
  const rate = rule ? largestStableRate(rule, curvatures) : null;
  return rate === null ? null : { rate, kind: 'exact' };
}

/**
 * Largest constant rate of an adaptive optimizer as its slots are after `t` updates: that of its linear rule
 * on the curvatures of P⁻¹ (H + ω), which are those of the symmetric P^(−½) (H + ω) P^(−½). Without momentum
 * 2 / λmax(P⁻¹H); Adam, once corrections have died out, 2 (1 + β₁) / ((1 − β₁) λmax(P⁻¹H)), 38 for β₁ = .9.
 * `hessian` H is row-major, shape (d, d). Null for optimizers that are not adaptive, or take signs.
 * Source: Cohen et al., Adaptive Gradient Methods at the Edge of Stability (2022).
 */
export function frozenLimit(
  optimizer: Choice,
  hessian: Float64Array,
  at: FrozenAt,
): StabilityLimit | null {
  const frozen = frozenRule(optimizer, at);
  if (!frozen) return null;
  const { divisor, rule } = frozen;
  const dim = divisor.length;
  const scaled = hessian.map((entry, k) => {
    const [i, j] = [Math.floor(k / dim), k % dim];
    return (entry + (i === j ? rule.l2 : 0)) / Math.sqrt(divisor[i]! * divisor[j]!);
  });
  return limitOfFrozen(frozen, [...symmetricEigen(scaled, dim).values]);
}

/** The same from the curvatures of P⁻¹ (H + ω) themselves; the largest decides. */
export function limitOfFrozen(
  { rule }: FrozenRule,
  curvatures: readonly number[],
): StabilityLimit | null {
  const rate = largestStableRate({ ...rule, l2: 0 }, curvatures);
  return rate === null ? null : { rate, kind: 'frozen-preconditioner' };
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
function largestStableRate(
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
