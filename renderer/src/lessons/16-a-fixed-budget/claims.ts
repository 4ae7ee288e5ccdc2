import { estimate } from '../../../../core/analysis/verdict.ts';
import { datasetSizes } from '../../../../core/datasets/build.ts';
import type { Assets } from '../../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import type { OptimizerId } from '../../../../core/optimizers/index.ts';
import type { ScheduleId } from '../../../../core/schedules/index.ts';
import { given, rounded, type Claim, type Claims } from '../claim.ts';
import { digitsEnds } from '../digits-training.ts';

type Way = readonly [optimizer: OptimizerId, schedule: ScheduleId, lr: number, epochs?: number];

interface Terms {
  readonly spent: (...way: Way) => ExperimentConfig;
  readonly seeds: readonly number[];
  readonly epochs: number;
  readonly begun: ExperimentConfig;
  readonly sureLoss: (config: ExperimentConfig, assets: Assets) => number;
  readonly tried: readonly number[];
  readonly goal: number;
}

/** The rate of plain descent with which the text begins, and the one that a decay allows. */
const TIMID = 0.1;
const BOLD = 1;
/** Among constant rates of plain descent .1, .3, .6 and 1 the one that ends lowest. */
const BEST_CONSTANT = 0.6;
const TOO_BOLD = 1.5;
const WITH_MOMENTUM = 0.2;
/** Epochs of which the check question speaks. */
const LONGER = 30;

export function claimsOf(terms: Terms): Claims {
  const { spent, seeds } = terms;
  const { train, test } = datasetSizes(digitsOf(terms.begun));
  const ends = (way: Way, assets: Assets) => digitsEnds(spent(...way), seeds, assets);
  const loss = (printed: string, ...way: Way): Claim =>
    rounded(printed, 3, (assets) => estimate(ends(way, assets).map((end) => end.loss)).mean);
  const accuracies = (way: Way, assets: Assets) =>
    estimate(ends(way, assets).map((end) => end.accuracy));
  const accuracy = (printed: string, ...way: Way): Claim =>
    rounded(printed, 3, (assets) => accuracies(way, assets).mean);
  return {
    epochs: given(terms.epochs),
    steps: given(terms.begun.totalSteps),
    images: given(train),
    unseen: given(test),
    repetitions: given(seeds.length),
    timid: given(TIMID),
    bold: given(BOLD),
    timidLoss: loss('0.1742', 'sgd', 'constant', TIMID),
    timidLinearLoss: loss('0.3147', 'sgd', 'linear', TIMID),
    boldLoss: loss('0.0551', 'sgd', 'linear', BOLD),
    tooBold: given(TOO_BOLD),
    tooBoldLoss: loss('2.09', 'sgd', 'constant', TOO_BOLD),
    tooBoldLinearLoss: loss('0.260', 'sgd', 'linear', TOO_BOLD),
    bestConstant: given(BEST_CONSTANT),
    bestConstantLoss: loss('0.0541', 'sgd', 'constant', BEST_CONSTANT),
    momentumRate: given(WITH_MOMENTUM),
    momentumLoss: loss('0.0164', 'momentum', 'linear', WITH_MOMENTUM),
    momentumConstantLoss: loss('0.0352', 'momentum', 'constant', WITH_MOMENTUM),
    adamRate: given(0.001),
    adamLoss: loss('0.3437', 'adam', 'constant', 0.001),
    adamBoldRate: given(0.03),
    adamBoldLoss: loss('0.0328', 'adam', 'linear', 0.03),
    timidAccuracy: accuracy('0.9611', 'sgd', 'constant', TIMID),
    boldAccuracy: accuracy('0.9657', 'sgd', 'linear', BOLD),
    momentumAccuracy: accuracy('0.9657', 'momentum', 'linear', WITH_MOMENTUM),
    adamAccuracy: accuracy('0.9324', 'adam', 'constant', 0.001),
    adamBoldAccuracy: accuracy('0.9704', 'adam', 'linear', 0.03),
    accuracyError: rounded(
      '0.0037',
      1,
      (assets) => accuracies(['momentum', 'linear', WITH_MOMENTUM], assets).standardError,
    ),
    longer: given(LONGER),
    longerConstantLoss: loss('0.0736', 'sgd', 'constant', TIMID, LONGER),
    longerLinearLoss: loss('0.1235', 'sgd', 'linear', TIMID, LONGER),
    longerBoldLoss: loss('0.0141', 'sgd', 'linear', BOLD, LONGER),
    tried: given(terms.tried.length),
    goal: given(terms.goal),
    begunLoss: rounded('0.1816', 3, (assets) => terms.sureLoss(terms.begun, assets)),
  };
}

function digitsOf({ problem }: ExperimentConfig) {
  if (problem.kind !== 'model') throw new Error('no data');
  return problem.dataset;
}
