import type { Choice } from '../params.ts';
import type { Schedule } from '../schedules/schedule.ts';
import { linearRuleOf } from './linear-rules.ts';
import { moments, type Direction } from './moments.ts';

/** Expected loss above its minimum after s = 0 … T updates, and its two parts; shape (T + 1,) each. */
export interface ExpectedLoss {
  /** What is left of the start: ½ Σ λᵢ (E eᵢ)². */
  readonly memory: Float64Array;
  /** What the noise adds: ½ Σ λᵢ Var eᵢ. */
  readonly noise: Float64Array;
  readonly total: Float64Array;
}

/**
 * Exact expectation of the loss of a run on the quadratic f = ½ Σ λᵢ eᵢ², whose gradient carries noise of
 * standard deviation σ in every direction, under any schedule (index = step). No simulation is needed:
 * the moments of every direction obey a recursion (moments.ts), and
 *
 *   E f = ½ Σ λᵢ ((E eᵢ)² + Var eᵢ)
 *
 * Null for optimizers that are not linear in the gradient. A run that diverges tends to infinity.
 */
export function expectedLoss(
  directions: readonly Direction[],
  noise: number,
  optimizer: Choice,
  schedule: Schedule,
  steps: number,
): ExpectedLoss | null {
  const ruleAt = linearRuleOf(optimizer);
  if (!ruleAt) return null;
  const memoryPart = new Float64Array(steps + 1);
  const noisePart = new Float64Array(steps + 1);
  for (const direction of directions) {
    const { mean, variance } = moments(direction, noise, ruleAt, schedule, steps);
    for (let s = 0; s <= steps; s++) {
      memoryPart[s]! += 0.5 * direction.curvature * mean[s]! * mean[s]!;
      noisePart[s]! += 0.5 * direction.curvature * variance[s]!;
    }
  }
  const total = memoryPart.map((value, s) => value + noisePart[s]!);
  return { memory: memoryPart, noise: noisePart, total };
}
