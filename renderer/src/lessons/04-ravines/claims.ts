import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { rateOf, stabilityLimit } from '../../lib/theory.ts';
import { arrival, escape } from '../arrival.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { recorded } from '../recorded.ts';
import { bestOf, CONDITIONS, FAR_GOAL, GOAL, LOSS_LIMIT, RATES } from './cards.ts';

interface Terms {
  /** The descent with another rate, in a ravine of this condition number. */
  readonly ravine: (lr: number, condition: number) => ExperimentConfig;
  /** Two rates, the second far above the stability limit. */
  readonly upwards: ExperimentConfig;
  readonly mostUpdates: number;
}

const [ROUND, LONG, NARROW, NARROWER] = CONDITIONS;
const { slow: SLOW, easy: EASY, good: GOOD, best: BEST, edge: EDGE, beyond: BEYOND } = RATES;

export function claimsOf({ ravine, upwards, mostUpdates }: Terms): Claims {
  const narrow = (lr: number): ExperimentConfig => ravine(lr, NARROW);
  const limit = (): number => stabilityLimit(narrow(EASY))!;
  const stepsAtBest = (condition: number): number =>
    arrival(ravine(bestOf(condition), condition), GOAL);
  const steps = (lr: number): number => arrival(narrow(lr), GOAL);
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
    goal: given(GOAL),
    lossLimit: given(LOSS_LIMIT),
    mostUpdates: given(mostUpdates),
    round: given(ROUND),
    long: given(LONG),
    narrow: given(NARROW),
    narrower: given(NARROWER),
    bestRate: rounded(String(BEST), 3, () => bestOf(NARROW)),
    roundSteps: exact(13, () => stepsAtBest(ROUND)),
    longSteps: exact(45, () => stepsAtBest(LONG)),
    narrowSteps: exact(461, () => steps(BEST)),
    narrowerSteps: exact(5032, () => stepsAtBest(NARROWER)),
    growth: rounded('10.9', 3, () => stepsAtBest(NARROWER) / stepsAtBest(NARROW)),
    slow: given(SLOW),
    slowSteps: exact(8860, () => steps(SLOW)),
    easy: given(EASY),
    easySteps: exact(882, () => steps(EASY)),
    good: given(GOOD),
    goodSteps: exact(451, () => steps(GOOD)),
    evenFactor: rounded('0.98020', 4, () => left(BEST, NARROW)),
    goodSteepFactor: exact(0.95, () => left(GOOD, NARROW)),
    goodFlatFactor: exact(0.9805, () => left(GOOD, 1)),
    farGoal: given(FAR_GOAL),
    farGoodSteps: exact(1854, () => arrival(narrow(GOOD), FAR_GOAL)),
    farBestSteps: exact(1843, () => arrival(narrow(BEST), FAR_GOAL)),
    edge: given(EDGE),
    edgeSteps: exact(882, () => steps(EDGE)),
    limit: exact(0.02, limit),
    beyond: given(BEYOND),
    beyondSteps: exact(125, () => escape(narrow(BEYOND), LOSS_LIMIT)),
    firstRate: exact(0.01, () => rate(0)),
    secondRate: exact(1, () => rate(1)),
    timesLimit: exact(50, () => rate(1) / limit()),
    loss0: exact(100, () => loss(0)),
    loss1: rounded('49.005', 5, () => loss(1)),
    loss2: exact(0, () => loss(2)),
  };
}
