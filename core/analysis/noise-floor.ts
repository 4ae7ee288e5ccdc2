import type { Choice } from '../params.ts';
import { longPull, modes, spectralRadius, type LinearRule } from './linear-rule.ts';
import { linearRuleOf } from './linear-rules.ts';
import type { Direction } from './moments.ts';

/** Where a constant rate stalls, as expected loss above the minimum. */
export interface NoiseFloor {
  readonly total: number;
  /** Kept up by the noise: ½ Σ λ V. */
  readonly noise: number;
  /** Kept up by weight decay, which pulls away from the minimum: ½ Σ λ e². */
  readonly decay: number;
  /** Updates in which what is missing to the floor falls by the factor e, in the slowest direction. */
  readonly timeConstant: number;
}

/**
 * Exact stationary expected loss of a linear rule at a constant rate. The distance e obeys
 * e_{t+1} = tr e_t − det e_{t−1} + σ (b₀ ξ_t + b₁ ξ_{t−1}) with b₀ = −η (aγ + b), b₁ = β η b, so its
 * variance is that of an ARMA(2, 1) process:
 *
 *   V = σ² ((1 + det)(b₀² + b₁²) + 2 tr b₀ b₁) / ((1 − det) ((1 + det)² − tr²))
 *
 * Gradient descent: ½ λ V = η σ² / (2 (2 − η λ)) ≈ η σ² / 4. Heavy ball: η σ² (1 + β) / (2 (1 − β) (2 (1 + β) − η λ)).
 * `noise` σ is that of the gradient the update uses: σ₁ / √B where B samples of deviation σ₁ are averaged.
 * Null for rules that are not linear, and beyond the stability limit.
 * Source: Box, Jenkins, Time Series Analysis, section 3.4 (variance of ARMA processes).
 */
export function noiseFloor(
  directions: readonly Direction[],
  noise: number,
  optimizer: Choice,
  rate: number,
): NoiseFloor | null {
  const rule = linearRuleOf(optimizer)?.(null);
  if (!rule) return null;
  let [fromNoise, fromDecay, slowest] = [0, 0, 0];
  for (const direction of directions) {
    const radius = spectralRadius(modes(rule, rate, direction.curvature));
    if (!(radius < 1)) return null;
    slowest = Math.max(slowest, radius);
    const half = 0.5 * direction.curvature;
    fromNoise += half * noise * noise * stationaryVariance(rule, rate, direction.curvature);
    fromDecay += half * restingDistance(rule, direction) ** 2;
  }
  return {
    total: fromNoise + fromDecay,
    noise: fromNoise,
    decay: fromDecay,
    timeConstant: slowest === 0 ? 0 : -1 / (2 * Math.log(slowest)),
  };
}

/** V / σ² of one direction. */
function stationaryVariance(rule: LinearRule, rate: number, curvature: number): number {
  const { trace, determinant } = modes(rule, rate, curvature);
  const now = -rate * (rule.viaMemory * rule.intake + rule.direct);
  const before = rule.memory * rate * rule.direct;
  const sum = 1 + determinant;
  return (
    (sum * (now * now + before * before) + 2 * trace * now * before) /
    ((1 - determinant) * (sum - trace) * (sum + trace))
  );
}

/** Mean distance at which pull of the gradient and pull of the decay balance; 0 without weight decay. */
function restingDistance(rule: LinearRule, { curvature, centre }: Direction): number {
  const gain = longPull(rule);
  const decay = rule.decoupled + gain * rule.l2;
  return decay === 0 ? 0 : (-centre * decay) / (decay + gain * curvature);
}
