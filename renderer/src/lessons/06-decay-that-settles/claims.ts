import { leastExpectedLoss } from '../../../../core/analysis/optimal-decay.ts';
import { scheduleSums } from '../../../../core/analysis/schedule-sums.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { expectationOf } from '../../lib/theory.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { expectedEnd } from '../expected-end.ts';
import { START } from '../parabola-run.ts';

interface Terms {
  /** Steps of the longer experiment. */
  readonly long: number;
  readonly constant: ExperimentConfig;
  readonly fast: ExperimentConfig;
  readonly slow: ExperimentConfig;
  readonly linear: ExperimentConfig;
  /** The inverse-time decay with other constants. */
  readonly inverse: (lr: number, decay: number) => ExperimentConfig;
  readonly goal: number;
}

const MILLION = 1e6;
/** What the check question asks about. */
const ASKED = { rate: 0.5, decay: 5, steps: 100_000 } as const;

/** All losses are expectations, which hold exactly; a run, and the mean of a few, wander around them. */
export function claimsOf({ long, constant, fast, slow, linear, inverse, goal }: Terms): Claims {
  const end = (config: ExperimentConfig, totalSteps = config.totalSteps): number =>
    expectedEnd({ ...config, totalSteps });
  const asked = (decay: number): number => end(inverse(ASKED.rate, decay), ASKED.steps);
  /** Of the faster decay, in units of the first rate. */
  const sum = (steps: number): number => scheduleSums(fast.schedule, 1, steps).sum;
  const parabola = { curvature: 1, noise: 1, startSquare: START ** 2 };
  return {
    start: given(START),
    startLoss: exact(50, () => expectationOf(fast)!.total.at(0)!.value),
    rate: given(fast.lr),
    decay: given(fast.schedule.params['decay'] as number),
    slowDecay: given(slow.schedule.params['decay'] as number),
    steps: given(fast.totalSteps),
    long: given(long),
    constantEnd: rounded('0.026316', 3, () => end(constant)),
    constantLong: rounded('0.026316', 3, () => end(constant, long)),
    fastEnd: rounded('4.469e-3', 3, () => end(fast)),
    slowEnd: rounded('2.404e-3', 3, () => end(slow)),
    linearEnd: rounded('2.224e-3', 3, () => end(linear)),
    fastLong: rounded('9.034e-5', 3, () => end(fast, long)),
    slowLong: rounded('2.607e-4', 3, () => end(slow, long)),
    linearLong: rounded('7.015e-4', 3, () => end(linear, long)),
    sumSteps: rounded('46.655', 3, () => sum(fast.totalSteps)),
    million: given(MILLION),
    sumMillion: rounded('115.6', 3, () => sum(MILLION)),
    squares: rounded('10.5166', 3, () => scheduleSums(fast.schedule, 1, 1).noiseBudget!),
    bestEnd: rounded('5.000e-4', 3, () => leastExpectedLoss(parabola, fast.totalSteps)),
    askedRate: given(ASKED.rate),
    askedDecay: given(ASKED.decay),
    askedSteps: given(ASKED.steps),
    askedRatio: exact(0.1, () => ASKED.rate / ASKED.decay),
    askedEnd: rounded('1.18', 3, () => asked(ASKED.decay)),
    doubledEnd: rounded('1.75e-4', 3, () => asked(2 * ASKED.rate)),
    matchedEnd: rounded('5.0e-6', 2, () => asked(ASKED.rate)),
    goal: given(goal),
  };
}
