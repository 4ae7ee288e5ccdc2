import { estimate } from '../../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { updatesToTarget } from '../arrival.ts';
import { exact, given, rounded, type Claims } from '../claim.ts';
import { recorded } from '../recorded.ts';
import { repeated } from '../repeated.ts';
import { adadelta, adagrad, LARGE_UNIT, LONG, NEAR, plain, scaled, SMALL_UNIT } from './cards.ts';

interface Terms {
  readonly common: ExperimentConfig;
  readonly perCoordinate: ExperimentConfig;
  readonly seeds: readonly number[];
  readonly probability: number;
  readonly begun: ExperimentConfig;
  readonly mostUpdates: number;
}

/** The step whose length the check question asks for. */
const ASKED = 100;

export function claimsOf(terms: Terms): Claims {
  const { common, perCoordinate, seeds, begun } = terms;
  const distance = (config: ExperimentConfig): number =>
    estimate(repeated(config, 'data', seeds, (ended) => Math.abs(ended.judgedPoint()[1]! - 1)))
      .mean;
  return {
    percent: given(terms.probability * 100),
    steps: given(common.totalSteps),
    commonRate: given(common.lr),
    ownRate: given(perCoordinate.lr),
    repetitions: given(seeds.length),
    commonDistance: rounded('0.357', 3, () => distance(common)),
    ownDistance: rounded('0.0104', 3, () => distance(perCoordinate)),
    fewTimes: given(3),
    manyTimes: rounded('34', 2, () => distance(common) / distance(perCoordinate)),
    near: given(NEAR),
    firstSlope: exact(1000, () => recorded(begun).at('optim/grad_norm', 0)),
    adagradSteps: exact(95_345, () => updatesToTarget(adagrad)),
    rmspropSteps: exact(238, () => updatesToTarget(begun)),
    adadeltaSteps: exact(2581, () => updatesToTarget(adadelta)),
    smallUnit: given(SMALL_UNIT),
    largeUnit: given(LARGE_UNIT),
    descentSteps: exact(343, () => updatesToTarget(plain(1))),
    long: exact(LONG, () => recorded(plain(SMALL_UNIT, LONG)).updates),
    blownUpAt: exact(2, () => {
      const { outcome } = recorded(plain(LARGE_UNIT));
      return outcome.reason === 'loss-limit' ? outcome.step : NaN;
    }),
    sameSteps: exact(1298, () => {
      const steps = [SMALL_UNIT, 1, LARGE_UNIT].map((unit) => updatesToTarget(scaled(unit)));
      return new Set(steps).size === 1 ? steps[0]! : NaN;
    }),
    asked: given(ASKED),
    root: exact(10, () => stepsShortened(ASKED)),
    begunRate: given(begun.lr),
    begunRho: given(begun.optimizer.params['rho'] as number),
    mostUpdates: given(terms.mostUpdates),
  };
}

/** η over the length of step number t under a gradient that stays 1. */
function stepsShortened(t: number): number {
  const config = parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: { kind: 'stream', stream: { id: 'constant-gradient', params: { gradient: 1 } } },
    optimizer: { id: 'adagrad' },
    schedule: { id: 'constant' },
    lr: 0.5,
    totalSteps: t,
  });
  const { at } = recorded(config);
  return config.lr / (at('param/0', t - 1) - at('param/0', t));
}
