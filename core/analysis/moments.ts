import type { Schedule } from '../schedules/schedule.ts';
import type { LinearRule } from './linear-rule.ts';
import type { LinearRuleAt } from './linear-rules.ts';

/** One eigen-direction of a quadratic, seen by a run. */
export interface Direction {
  /** Second derivative λ along it. */
  readonly curvature: number;
  /** Where the run starts, measured from the minimum. */
  readonly start: number;
  /** Where the minimum lies, measured from the origin towards which weight decay pulls. */
  readonly centre: number;
}

/** Mean and variance of the distance e from the minimum after s = 0 … T updates; shape (T + 1,) each. */
export interface Moments {
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/**
 * Exact mean and variance of a linear rule in one eigen-direction, under any schedule, when the gradient
 * is λ e + σ ξ with ξ independent of mean 0 and variance 1 (of any distribution).
 *
 * With h = λ + ω and, for η outside the memory, p = γ, q = η a, r = η b (inside: p = γ η, q = a, r = b η),
 * one update of z = (e, m) is z ← A z + u σ ξ + d, so that
 *
 *   A = [[1 − η w − (q p + r) h, −q β], [p h, β]]        u = (−(q p + r), p)
 *   E z ← A E z + d      Cov z ← A (Cov z) Aᵀ + σ² u uᵀ      d = ω c u − (η w c, 0)
 *
 * where c is the centre. Without memory (β = 0) it is  E e ← (1 − η h) E e,  V ← (1 − η h)² V + η² σ².
 */
export function moments(
  direction: Direction,
  noise: number,
  ruleAt: LinearRuleAt,
  schedule: Schedule,
  steps: number,
): Moments {
  const mean = new Float64Array(steps + 1);
  const variance = new Float64Array(steps + 1);
  const state = new DirectionState(direction, noise);
  const fixed = ruleAt(null);
  mean[0] = direction.start;
  for (let s = 0; s < steps; s++) {
    const rule = schedule.momentum ? ruleAt(schedule.momentum(s)) : fixed;
    state.update(rule, schedule.lr(s), s === 0);
    mean[s + 1] = orInfinite(state.meanDistance);
    variance[s + 1] = orInfinite(state.varDistance);
  }
  return { mean, variance };
}

/** What has grown beyond the largest number is infinite, whatever ∞ − ∞ was made of it. */
function orInfinite(value: number): number {
  return Number.isNaN(value) ? Infinity : value;
}

/** Mean and covariance of z = (e, m), moved one update at a time. */
class DirectionState {
  readonly #curvature: number;
  readonly #centre: number;
  readonly #noise: number;
  meanDistance: number;
  varDistance = 0;
  #meanMemory = 0;
  #covariance = 0;
  #varMemory = 0;

  constructor({ curvature, start, centre }: Direction, noise: number) {
    this.#curvature = curvature;
    this.#centre = centre;
    this.#noise = noise;
    this.meanDistance = start;
  }

  update(rule: LinearRule, rate: number, first: boolean): void {
    const { memory, viaMemory, direct, l2, decoupled, rateInside } = rule;
    const felt = this.#curvature + l2;
    const intake = (first ? rule.firstIntake : rule.intake) * (rateInside ? rate : 1);
    const outgo = viaMemory * (rateInside ? 1 : rate);
    const response = outgo * intake + rate * direct;
    const stay = 1 - rate * decoupled - response * felt;
    const pull = l2 * this.#centre;
    const [e, m] = [this.meanDistance, this.#meanMemory];
    const shock = response * this.#noise;
    this.meanDistance = stay * e - response * pull - rate * decoupled * this.#centre;
    if (memory === 0) {
      this.varDistance = stay * stay * this.varDistance + shock * shock;
      return;
    }
    const swing = outgo * memory;
    const feed = intake * felt;
    const gain = intake * this.#noise;
    const [vee, vem, vmm] = [this.varDistance, this.#covariance, this.#varMemory];
    this.meanDistance -= swing * m;
    this.#meanMemory = memory * m + feed * e + intake * pull;
    this.varDistance =
      stay * stay * vee - 2 * stay * swing * vem + swing * swing * vmm + shock * shock;
    this.#covariance =
      stay * feed * vee +
      (stay * memory - swing * feed) * vem -
      swing * memory * vmm -
      shock * gain;
    this.#varMemory =
      feed * feed * vee + 2 * feed * memory * vem + memory * memory * vmm + gain * gain;
  }
}
