import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { sigmoid } from '../../../../core/math/sigmoid.ts';
import { buildObjective } from '../../../../core/objectives/build.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { recorded } from '../recorded.ts';

interface Terms {
  readonly race: ExperimentConfig;
  readonly farther: ExperimentConfig;
  readonly unlearnt: number;
  readonly mostUpdates: number;
}

/** Activation of which the check question speaks. */
const ASKED = 0.99;

/** Along x the neuron with squared error, along y the one with cross-entropy. */
const SQUARED = 0;
const CROSS = 1;

export function claimsOf({ race, farther, unlearnt, mostUpdates }: Terms): Claims {
  const start = (config: ExperimentConfig): number => recorded(config).at('param/0', 0);
  /** Updates after which this neuron's activation is below what is asked. */
  const steps = (config: ExperimentConfig, neuron: typeof SQUARED | typeof CROSS): number => {
    const { at } = recorded(config);
    let s = 0;
    while (activation(at(`param/${neuron}`, s)) >= unlearnt) s++;
    return s;
  };
  const slopes = (place: number): Float64Array => {
    const { problem } = race;
    const out = new Float64Array(2);
    if (problem.kind !== 'objective') return out.fill(NaN);
    buildObjective(problem).valueAndGrad(Float64Array.of(place, place), out);
    return out;
  };
  return {
    rate: given(race.lr),
    start: exact(4, () => start(race)),
    fartherStart: exact(5, () => start(farther)),
    firstActivation: rounded('0.99966', 4, () => activation(start(race))),
    unlearnt: given(unlearnt),
    squaredSteps: exact(10_265, () => steps(race, SQUARED)),
    crossSteps: exact(63, () => steps(race, CROSS)),
    factor: rounded('163', 3, () => steps(race, SQUARED) / steps(race, CROSS)),
    thrice: given(3),
    thirtyfold: given(30),
    squaredSlope: rounded('3.35e-4', 3, () => slopes(start(race))[SQUARED]!),
    crossSlope: rounded('0.99966', 4, () => slopes(start(race))[CROSS]!),
    fartherSquaredSteps: exact(73_771, () => steps(farther, SQUARED)),
    fartherCrossSteps: exact(70, () => steps(farther, CROSS)),
    asked: given(ASKED),
    equal: given(1),
    ratio: exact(0.0099, () => {
      // σ(2x) is ASKED here.
      const found = slopes(Math.log(ASKED / (1 - ASKED)) / 2);
      return found[SQUARED]! / found[CROSS]!;
    }),
    mostUpdates: given(mostUpdates),
  };
}

/** Of a neuron whose weight and bias are both v. */
function activation(v: number): number {
  return sigmoid(2 * v);
}
