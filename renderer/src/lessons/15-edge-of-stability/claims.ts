import type { Assets } from '../../../../core/datasets/dataset.ts';
import { quantile } from '../../../../core/math/quantile.ts';
import { exact, given, rounded, type Claim, type Claims } from '../claim.ts';
import { digitsEnds, withSeed, type DigitsEnd } from '../digits-training.ts';
import { recorded } from '../recorded.ts';
import { seedsFrom } from '../repeated.ts';
import { MOMENTUM, TWO_RATES, twoWeights, warmedUp, WARMUPS } from './cards.ts';
import { LAST, lastSharpness, sharpnessAfter, sineTraining } from './sharpening.ts';

interface Terms {
  readonly rates: readonly [number, number, number];
  readonly goal: { readonly low: number; readonly high: number };
}

/** A rate whose limit the network does not reach in so many steps. */
const SLOW = 0.02;
/** The step after which the check question lowers the rate, and how long it waits then. */
const LOWERED_AT = 5000;
const WAITED = 200;
/** Seeds of the networks that read digits. */
const SEEDS = seedsFrom(1, 10);
/** Networks whose sharpness is looked at: an estimate takes as long as many steps. */
const LOOKED = SEEDS.slice(0, 3);
/** A training has failed where its loss is above this. */
const FAILED = 1;

export function claimsOf({ rates, goal }: Terms): Claims {
  const [low, middle, high] = rates;
  const { totalSteps } = sineTraining(high);
  const sharp = (printed: string, lr: number): Claim =>
    rounded(printed, 3, () => lastSharpness(sineTraining(lr)));
  const [none, short, long] = WARMUPS;
  const { calm, thrown } = TWO_RATES;
  const { lr: digitsRate, totalSteps: digitsSteps } = warmedUp(none);
  const failed = (count: number, length: number): Claim =>
    exact(count, (assets) => ends(length, assets).filter(({ loss }) => !(loss <= FAILED)).length);
  const loss = (printed: string, length: number, gain?: number): Claim =>
    rounded(printed, 2, (assets) => medianOf(ends(length, assets, gain).map((end) => end.loss)));
  return {
    steps: given(totalSteps),
    last: given(LAST),
    low: given(low),
    middle: given(middle),
    high: given(high),
    lowLimit: exact(40, () => limitAt(low)),
    middleLimit: exact(20, () => limitAt(middle)),
    highLimit: exact(10, () => limitAt(high)),
    lowSharpness: sharp('39.8', low),
    middleSharpness: sharp('19.9', middle),
    highSharpness: sharp('10.0', high),
    slow: given(SLOW),
    slowLimit: exact(100, () => limitAt(SLOW)),
    slowSharpness: sharp('21.6', SLOW),
    slowRises: exact(0, () => rises(SLOW)),
    highRises: rounded('4.6e3', 2, () => rises(high)),
    firstLoss: rounded('0.873', 2, () => recorded(sineTraining(high, 1)).at('train/loss', 0)),
    loweredAt: given(LOWERED_AT),
    waited: given(WAITED),
    stayedLoss: rounded('1.0e-2', 1, () => lossAfterwards(high, high)),
    loweredLoss: rounded('1.0e-3', 1, () => lossAfterwards(high, middle)),
    twoX: exact(4, () => recorded(twoWeights(calm)).at('param/0', 0)),
    twoY: exact(0.5, () => recorded(twoWeights(calm)).at('param/1', 0)),
    calm: given(calm),
    calmSharpness: rounded('15.836', 3, () => restingSharpness(calm)),
    thrown: given(thrown),
    thrownLimit: exact(10, () => limitAt(thrown)),
    thrownSharpness: rounded('2.2297', 3, () => restingSharpness(thrown)),
    networks: given(SEEDS.length),
    digitsRate: given(digitsRate),
    digitsSteps: given(digitsSteps),
    failedLoss: given(FAILED),
    short: given(short),
    long: given(long),
    noneFailed: failed(3, none),
    shortFailed: failed(2, short),
    longFailed: failed(0, long),
    noneLoss: loss('0.586', none),
    shortLoss: loss('0.158', short),
    longLoss: loss('0.0832', long),
    usualLoss: loss('0.0355', none, 1),
    usualLongLoss: loss('0.0394', long, 1),
    digitsLimit: exact(19, () => (2 * (1 + MOMENTUM)) / digitsRate),
    steepestAtFirst: rounded('65.7', 2, (assets) => steepest(0, assets)),
    steepestWarmed: rounded('13.7', 2, (assets) => steepest(long, assets)),
    looked: given(LOOKED.length),
    goalLow: given(goal.low),
    goalHigh: given(goal.high),
  };
}

/** The largest curvature at which gradient descent with this rate is stable. */
function limitAt(lr: number): number {
  return 2 / lr;
}

/** The larger curvature where two weights come to rest: on xy = 1 it is x² + y². */
function restingSharpness(lr: number): number {
  const { at, updates } = recorded(twoWeights(lr));
  return at('param/0', updates) ** 2 + at('param/1', updates) ** 2;
}

/** Steps of a run on which its loss rose. */
function rises(lr: number): number {
  const { at, updates } = recorded(sineTraining(lr));
  let count = 0;
  for (let s = 1; s < updates; s++) if (at('train/loss', s) > at('train/loss', s - 1)) count++;
  return count;
}

/** The loss of a run that goes on with another rate for a while. */
function lossAfterwards(before: number, after: number): number {
  const steps = LOWERED_AT + WAITED + 1;
  const from = sineTraining(before, steps);
  const fork = { step: LOWERED_AT, from };
  return recorded({ ...sineTraining(after, steps), fork }).at('train/loss', steps - 1);
}

/** The largest sharpness of these networks after so many steps of the long warm-up. */
function steepest(updates: number, assets: Assets): number {
  const config = warmedUp(WARMUPS[2]);
  return Math.max(...LOOKED.map((seed) => sharpnessAfter(withSeed(config, seed), updates, assets)));
}

function ends(length: number, assets: Assets, gain?: number): readonly DigitsEnd[] {
  return digitsEnds(warmedUp(length, gain), SEEDS, assets);
}

function medianOf(values: readonly number[]): number {
  return quantile(Float64Array.from(values).toSorted(), 0.5);
}
