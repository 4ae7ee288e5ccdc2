import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { expectationOf, noiseFloor } from '../../lib/theory.ts';
import { arrival } from '../arrival.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { START } from '../parabola-run.ts';
import { averaged, BATCH, LOW, NOISE, noisy, quiet } from './cards.ts';

interface Terms {
  readonly short: ExperimentConfig;
  readonly goal: number;
  readonly tail: number;
}

const [HIGHEST, HIGH, LOWEST] = [0.4, 0.2, 0.05] as const;
/** A loss that only a descent without noise gets to. */
const TINY = 1e-30;

/** All numbers are expectations, which hold exactly; a run, and the mean of a few, wander around them. */
export function claimsOf({ short, goal, tail }: Terms): Claims {
  const floor = (lr: number): number => noiseFloor(noisy(lr))!;
  const expected = (lr: number, step: number): number =>
    expectationOf(noisy(lr))!.total.at(step)!.value;
  /** Updates until the expected loss is at most twice its floor. */
  const nearFloor = (lr: number): number => {
    let step = 0;
    while (expected(lr, step) > 2 * floor(lr)) step++;
    return step;
  };
  return {
    start: given(START),
    noise: given(NOISE),
    highest: given(HIGHEST),
    high: given(HIGH),
    low: given(LOW),
    lowest: given(LOWEST),
    highestFloor: rounded('0.1250', 3, () => floor(HIGHEST)),
    highFloor: rounded('0.05556', 3, () => floor(HIGH)),
    lowFloor: rounded('0.02632', 3, () => floor(LOW)),
    lowestFloor: rounded('0.01282', 3, () => floor(LOWEST)),
    highestNear: exact(6, () => nearFloor(HIGHEST)),
    lowestNear: exact(81, () => nearFloor(LOWEST)),
    tiny: given(TINY),
    quietSteps: exact(347, () => arrival(quiet, TINY)),
    batch: given(BATCH),
    // 0.1 / 16 / (2 · 1.9)
    averagedFloor: rounded('1.6447e-3', 3, () => noiseFloor(averaged)!),
    steps: given(short.totalSteps),
    tail: given(tail),
    goal: given(goal),
  };
}
