import type { Choice } from '../params.ts';
import { buildSchedule } from '../schedules/build.ts';
import { schedules, type ScheduleId } from '../schedules/index.ts';
import type { ClosedForms, Schedule } from '../schedules/schedule.ts';

/** What a schedule amounts to. Times are in its own unit. */
export interface ScheduleSums {
  /** Travel Σ η_t of the first `steps` updates. */
  readonly sum: number;
  /** Σ η_t² of them: the noise let in. */
  readonly sumOfSquares: number;
  /** Σ η_t over all t, Infinity where it has no bound; null where no closed form is known. */
  readonly budget: number | null;
  /** Σ η_t² over all t, likewise. Robbins and Monro ask for budget = ∞ and noiseBudget < ∞. */
  readonly noiseBudget: number | null;
  /**
   * The first t at which the rate is at most half of the highest before it: real where it falls smoothly
   * and this is known, else an index. Infinity: never; null: not within the steps.
   */
  readonly halfLife: number | null;
}

/**
 * Sums of a schedule with peak rate `lr`, built for a run of `total`, over its first `steps` indices: in
 * closed form where the schedule has one, else term by term with compensated summation.
 */
export function scheduleSums(
  choice: Choice,
  lr: number,
  total: number,
  steps: number = total,
): ScheduleSums {
  const closed: ClosedForms<never> = schedules[choice.id as ScheduleId].closed ?? {};
  const values = choice.params as never;
  const scaled = (relative: number | null | undefined, unit: number): number | null => {
    if (relative === null || relative === undefined) return null;
    return unit === 0 ? 0 : unit * relative;
  };
  const sum = scaled(closed.sum?.(values, total, steps), lr);
  const sumOfSquares = scaled(closed.sumOfSquares?.(values, total, steps), lr ** 2);
  const halfLife = closed.halfLife?.(values, total) ?? null;
  const missing = sum === null || sumOfSquares === null || halfLife === null;
  const counted = missing ? addUp(buildSchedule(choice, lr, total), steps) : null;
  return {
    sum: sum ?? counted!.sum,
    sumOfSquares: sumOfSquares ?? counted!.sumOfSquares,
    budget: scaled(closed.budget?.(values, total), lr),
    noiseBudget: scaled(closed.noiseBudget?.(values, total), lr ** 2),
    halfLife: halfLife ?? counted!.halfLife,
  };
}

/** Sums term by term, with the rounding errors carried along (Neumaier), and the half-life found on the way. */
function addUp(schedule: Schedule, steps: number): Omit<ScheduleSums, 'budget' | 'noiseBudget'> {
  let sum = 0;
  let lost = 0;
  let squares = 0;
  let lostSquares = 0;
  let highest = 0;
  let halfLife: number | null = null;
  for (let t = 0; t < steps; t++) {
    const rate = schedule.lr(t);
    const next = sum + rate;
    lost += sum >= rate ? sum - next + rate : rate - next + sum;
    sum = next;
    const square = rate * rate;
    const nextSquares = squares + square;
    lostSquares +=
      squares >= square ? squares - nextSquares + square : square - nextSquares + squares;
    squares = nextSquares;
    if (halfLife === null && highest > 0 && rate <= highest / 2) halfLife = t;
    highest = Math.max(highest, rate);
  }
  return { sum: sum + lost, sumOfSquares: squares + lostSquares, halfLife };
}
