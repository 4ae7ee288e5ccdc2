import { ARRIVED, travel } from '../../../../core/analysis/travel.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { rateOf } from '../../lib/theory.ts';
import { expectedEnd } from '../expected-end.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { recorded } from '../recorded.ts';
import { testAccuracy } from './digits.ts';

interface Terms {
  readonly closed: ExperimentConfig;
  readonly literal: ExperimentConfig;
  readonly constant: ExperimentConfig;
  /** The literal recurrence with another decay, where gradients are noisy. */
  readonly noisy: (decay: number) => ExperimentConfig;
  readonly goal: number;
}

/** At this index the text compares the rates of both. */
const COMPARED = 20;
/** The index at which the check question asks for the rate. */
const ASKED = 3;
/** The decay that suits a run of T steps is about this over T². */
const RESCUE = 7;

export function claimsOf({ closed, literal, constant, noisy, goal }: Terms): Claims {
  const { totalSteps, lr } = literal;
  const start = recorded(literal).at('param/0', 0);
  const end = (config: ExperimentConfig): number => recorded(config).at('param/0', totalSteps);
  const rate = (config: ExperimentConfig): ((t: number) => number) => {
    const known = rateOf(config);
    return (t) => known(t)!;
  };
  const spent = (config: ExperimentConfig, steps = totalSteps): number =>
    travel(rate(config), 0, steps) / lr;
  /** η₀ over the rate at the asked index, for a decay of 1. */
  const divisor = (config: ExperimentConfig): number => lr / rate(withDecay(config, 1))(ASKED);
  return {
    start: given(start),
    rate: given(lr),
    steps: given(totalSteps),
    decay: given(literal.schedule.params['decay'] as number),
    frozenAt: rounded('6.380512', 3, () => end(literal)),
    closedAt: rounded('0.0892', 3, () => end(closed)),
    constantAt: rounded('1.75e-45', 3, () => end(constant)),
    literalTravel: rounded('4.3327', 3, () => spent(literal)),
    closedTravel: rounded('46.655', 3, () => spent(closed)),
    constantTravel: exact(1000, () => spent(constant)),
    percent: given((1 - ARRIVED) * 100),
    shareSpentAt: exact(10, () =>
      first((t) => spent(literal, t) >= (1 - ARRIVED) * spent(literal)),
    ),
    zeroAt: exact(294, () => first((t) => rate(literal)(t) === 0)),
    partAt: exact(2, () => first((t) => rate(literal)(t) !== rate(closed)(t))),
    comparedAt: given(COMPARED),
    comparedRatio: rounded('2.44e5', 1, () => rate(closed)(COMPARED) / rate(literal)(COMPARED)),
    quotient: exact(4, () => divisor(closed)),
    product: exact(24, () => divisor(literal)),
    halvings: given(2 ** ASKED),
    unitTravel: rounded('1.71828', 3, () => spent(withDecay(literal, 1))),
    rescueLoss: rounded('1.55e-3', 3, () => expectedEnd(noisy(RESCUE / totalSteps ** 2))),
    goal: given(goal),
    begunLoss: rounded('20.365', 3, () => expectedEnd(noisy(0.1))),
    literalAccuracy: rounded('0.9287', 3, (assets) => testAccuracy(literal.schedule, assets)),
    closedAccuracy: rounded('0.9620', 3, (assets) => testAccuracy(closed.schedule, assets)),
  };
}

function withDecay(config: ExperimentConfig, decay: number): ExperimentConfig {
  const { schedule } = config;
  return { ...config, schedule: { ...schedule, params: { ...schedule.params, decay } } };
}

/** The first index at which this holds. */
function first(holds: (t: number) => boolean): number {
  let t = 0;
  while (!holds(t)) t++;
  return t;
}
