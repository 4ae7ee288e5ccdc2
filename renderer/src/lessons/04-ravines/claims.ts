import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { bestRate, rateOf, stabilityLimit } from '../../lib/theory.ts';
import { arrival, escape } from '../arrival.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { recorded } from '../recorded.ts';

interface Terms {
  /** The descent with another rate, in a ravine of this condition number. */
  readonly ravine: (lr: number, condition: number) => ExperimentConfig;
  /** Two rates, the second far above the stability limit. */
  readonly upwards: ExperimentConfig;
  readonly goal: number;
  readonly lossLimit: number;
  readonly mostUpdates: number;
}

const [ROUND, LONG, NARROW, NARROWER] = [3, 10, 100, 1000] as const;
const [SLOW, EASY, GOOD, EDGE, BEYOND] = [0.001, 0.01, 0.0195, 0.0199, 0.021] as const;

/** A loss so small that only the speed in the long run counts. */
const FAR_GOAL = 1e-30;

export function claimsOf({ ravine, upwards, goal, lossLimit, mostUpdates }: Terms): Claims {
  const narrow = (lr: number): ExperimentConfig => ravine(lr, NARROW);
  const limit = (): number => stabilityLimit(narrow(EASY))!;
  const best = (condition: number): number => bestRate(ravine(EASY, condition))!;
  const stepsAtBest = (condition: number): number =>
    arrival(ravine(best(condition), condition), goal);
  const steps = (lr: number): number => arrival(narrow(lr), goal);
  const loss = (step: number): number => recorded(upwards).at('train/loss', step);
  const rate = (step: number): number => rateOf(upwards)(step)!;
  /** What one step leaves of the distance in a direction. */
  const left = (lr: number, curvature: number): number => {
    const { at } = recorded(narrow(lr));
    const coordinate = curvature === 1 ? 'param/0' : 'param/1';
    return Math.abs(at(coordinate, 1) / at(coordinate, 0));
  };
  return {
    startX: exact(10, () => recorded(upwards).at('param/0', 0)),
    startY: exact(1, () => recorded(upwards).at('param/1', 0)),
    flat: given(1),
    goal: given(goal),
    lossLimit: given(lossLimit),
    mostUpdates: given(mostUpdates),
    round: given(ROUND),
    long: given(LONG),
    narrow: given(NARROW),
    narrower: given(NARROWER),
    bestRate: rounded('0.0198', 3, () => best(NARROW)),
    roundSteps: exact(13, () => stepsAtBest(ROUND)),
    longSteps: exact(45, () => stepsAtBest(LONG)),
    narrowSteps: exact(461, () => stepsAtBest(NARROW)),
    narrowerSteps: exact(5032, () => stepsAtBest(NARROWER)),
    growth: rounded('10.9', 3, () => stepsAtBest(NARROWER) / stepsAtBest(NARROW)),
    slow: given(SLOW),
    slowSteps: exact(8860, () => steps(SLOW)),
    easy: given(EASY),
    easySteps: exact(882, () => steps(EASY)),
    good: given(GOOD),
    goodSteps: exact(451, () => steps(GOOD)),
    evenFactor: rounded('0.98020', 4, () => left(best(NARROW), NARROW)),
    goodSteepFactor: exact(0.95, () => left(GOOD, NARROW)),
    goodFlatFactor: exact(0.9805, () => left(GOOD, 1)),
    farGoal: given(FAR_GOAL),
    farGoodSteps: exact(1854, () => arrival(narrow(GOOD), FAR_GOAL)),
    farBestSteps: exact(1843, () => arrival(narrow(best(NARROW)), FAR_GOAL)),
    edge: given(EDGE),
    edgeSteps: exact(882, () => steps(EDGE)),
    limit: exact(0.02, limit),
    beyond: given(BEYOND),
    beyondSteps: exact(125, () => escape(narrow(BEYOND), lossLimit)),
    firstRate: exact(0.01, () => rate(0)),
    secondRate: exact(1, () => rate(1)),
    timesLimit: exact(50, () => rate(1) / limit()),
    loss0: exact(100, () => loss(0)),
    loss1: rounded('49.005', 5, () => loss(1)),
    loss2: exact(0, () => loss(2)),
  };
}
