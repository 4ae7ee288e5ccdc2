import { estimate } from '../../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { recorded } from '../recorded.ts';
import { repeated, seedsFrom } from '../repeated.ts';
import {
  deceivedLater,
  decaying,
  noisy,
  outlier,
  OUTLIER,
  steady,
  swing,
  USUAL_MEMORY,
  WEIGHT_SEEDS,
} from './cards.ts';

interface Terms {
  readonly begun: ExperimentConfig;
  readonly amsgrad: ExperimentConfig;
  readonly goal: number;
}

/** The gradient of which the check question speaks. */
const ASKED = 1000;
/** |x| from which on a swing counts as settled. */
const SETTLED = 1e-3;
/** A rate at which Nadam does worse than Adam. */
const LARGE_RATE = 0.2;
/** Updates after the outlier at which steps are measured again. */
const LATER = 500;
/** A longer memory, and gradients that are rare enough for it. */
const LONGER_MEMORY = 0.99;
const RARE_PERIOD = 101;
const NOISY_SEEDS = seedsFrom(1, 2000);

export function claimsOf({ begun, amsgrad, goal }: Terms): Claims {
  const { lr } = steady('adam', 1);
  return {
    rate: given(lr),
    usualMemory: given(USUAL_MEMORY),
    adamFirst: rounded('0.01000', 1, () => stepOf(steady('adam', 1), 1)),
    plainFirst: rounded('0.3162', 3, () => stepOf(steady('rmsprop', 1), 1)),
    timesRate: rounded('31.6', 2, () => stepOf(steady('rmsprop', 1), 1) / lr),
    outlier: given(OUTLIER.gradient),
    adamLeap: rounded('0.0212', 3, () => stepOf(outlier('adam'), OUTLIER.at)),
    adamaxLeap: rounded('0.0011', 2, () => stepOf(outlier('adamax'), OUTLIER.at)),
    later: given(LATER),
    adamLater: rounded('0.0031', 2, () => stepOf(outlier('adam'), OUTLIER.at + LATER)),
    adamaxLater: rounded('0.00016', 2, () => stepOf(outlier('adamax'), OUTLIER.at + LATER)),
    swingRate: given(swing('adam', 0.1).lr),
    adamOvershoot: rounded('-0.273', 3, () => Math.min(...path(swing('adam', 0.1)))),
    nadamOvershoot: rounded('-0.135', 3, () => Math.min(...path(swing('nadam', 0.1)))),
    settled: given(SETTLED),
    adamSettles: exact(123, () => settles(swing('adam', 0.1))),
    nadamSettles: exact(89, () => settles(swing('nadam', 0.1))),
    largeRate: given(LARGE_RATE),
    adamRings: exact(129, () => settles(swing('adam', LARGE_RATE))),
    nadamRings: exact(3810, () => settles(swing('nadam', LARGE_RATE))),
    steps: given(begun.totalSteps),
    shortMemory: given(begun.optimizer.params['beta2'] as number),
    wrongEnd: rounded('0.9948', 4, () => endOf(begun)),
    middle: given(0),
    rightEnd: exact(-1, () => endOf(amsgrad)),
    rarePeriod: given(RARE_PERIOD),
    longerMemory: given(LONGER_MEMORY),
    million: given(deceivedLater('adam', LONGER_MEMORY).totalSteps),
    wrongLater: exact(1, () => endOf(deceivedLater('adam', LONGER_MEMORY))),
    rightLater: rounded('-0.9973', 4, () => endOf(deceivedLater('amsgrad', LONGER_MEMORY))),
    louder: exact(100, () => {
      const { problem } = decaying('adam');
      const [quiet, loud] =
        problem.kind === 'stream' ? (problem.stream.params['sigmas'] as number[]) : [];
      return loud! / quiet!;
    }),
    repetitions: given(WEIGHT_SEEDS.length),
    planned: rounded('0.1352', 3, () => {
      const { lr: rate, optimizer, totalSteps } = decaying('adamw');
      return (1 - rate * (optimizer.params['weightDecay'] as number)) ** totalSteps;
    }),
    adamQuiet: rounded('0.0231', 3, () => meanWeight('adam', 0)),
    adamLoud: rounded('0.8208', 3, () => meanWeight('adam', 1)),
    adamwQuiet: rounded('0.1343', 3, () => meanWeight('adamw', 0)),
    adamwLoud: rounded('0.1343', 3, () => meanWeight('adamw', 1)),
    noisyRate: given(noisy('constant').lr),
    noisySteps: given(noisy('constant').totalSteps),
    constantLoss: rounded('0.024', 2, () => meanLoss('constant')),
    linearLoss: rounded('0.0023', 2, () => meanLoss('linear')),
    asked: given(ASKED),
    askedStep: rounded('0.01000', 1, () => stepOf(steady('adam', ASKED), 1)),
    shrunk: given(lr / ASKED),
    scaled: given(lr * ASKED),
    goal: given(goal),
    // The loss is a multiple of x + 1, and x begins at 0.
    goalPlace: exact(-0.91, () => goal / recorded(begun).at('train/loss', 0) - 1),
    begunLoss: rounded('0.66492', 3, () => recorded(begun).at('train/loss', begun.totalSteps)),
  };
}

/** Length of update number t, against the gradient. */
function stepOf(config: ExperimentConfig, t: number): number {
  const { at } = recorded(config);
  return at('param/0', t - 1) - at('param/0', t);
}

function endOf(config: ExperimentConfig): number {
  return recorded(config).at('param/0', config.totalSteps);
}

function path(config: ExperimentConfig): readonly number[] {
  return Array.from({ length: config.totalSteps + 1 }, (_, s) => recorded(config).at('param/0', s));
}

/** Updates after which x stays settled. */
function settles(config: ExperimentConfig): number {
  return path(config).findLastIndex((x) => Math.abs(x) >= SETTLED) + 1;
}

/** What is left of one of the two weights, on average. */
function meanWeight(id: 'adam' | 'adamw', index: 0 | 1): number {
  const left = repeated(
    decaying(id),
    'noise',
    WEIGHT_SEEDS,
    (ended) => ended.judgedPoint()[index]!,
  );
  return estimate(left).mean;
}

function meanLoss(schedule: 'constant' | 'linear'): number {
  const losses = repeated(
    noisy(schedule),
    'noise',
    NOISY_SEEDS,
    (ended) => ended.result().finalLoss,
  );
  return estimate(losses).mean;
}
