import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { optimizers, type OptimizerId } from '../../../../core/optimizers/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import { updatesToTarget } from '../arrival.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { namedByOptimizer } from '../named-by-optimizer.ts';
import { allButRateAnd, under } from '../terms.ts';
import { cards } from './cards.ts';
import { claimsOf } from './claims.ts';

/** Condition of the ravine on the stage, and of the one in the challenge. */
const CONDITION = 100;
const WORSE_CONDITION = 1000;
/** Loss at which one has arrived. */
const TARGET = 1e-6;

/** f = (x² + κ y²) / 2 from (10, 1); without a momentum plain descent. */
const ravine = (
  condition: number,
  id: OptimizerId,
  lr: number,
  momentum: number | null,
  totalSteps: number,
): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: {
      kind: 'objective',
      objective: { id: 'quadratic', params: { eigenvalues: [1, condition] } },
      start: [10, 1],
    },
    optimizer: { id, params: momentum === null ? {} : { momentum } },
    schedule: { id: 'constant' },
    lr,
    totalSteps,
    stop: { targetLoss: TARGET },
  });

const root = Math.sqrt(CONDITION);
/** Each with the constants that are best for it on such a ravine. */
const plain = ravine(CONDITION, 'sgd', 2 / (1 + CONDITION), null, 500);
const heavyBall = ravine(
  CONDITION,
  'momentum',
  (2 / (root + 1)) ** 2,
  ((root - 1) / (root + 1)) ** 2,
  500,
);
const nesterov = ravine(CONDITION, 'nesterov', 1 / CONDITION, (root - 1) / (root + 1), 500);

const experiment: LessonExperiment = {
  runs: namedByOptimizer([plain, heavyBall, nesterov]),
  pace: 20,
  locked: lockableParts,
};

/** Updates that may be taken in the worse ravine. */
const MOST_UPDATES = 300;

const at = (lr: number, momentum: number): ExperimentConfig =>
  ravine(WORSE_CONDITION, 'momentum', lr, momentum, 2000);
const begun = at(0.001, 0.9);

const challenge: Challenge = {
  experiment: {
    runs: [{ name: optimizers.momentum.name, config: begun }],
    pace: 100,
    locked: lockableParts.filter((part) => part !== 'rate' && part !== 'optimizer'),
    only: ['momentum'],
  },
  measures: 'steps',
  goal: MOST_UPDATES,
  judge: under(allButRateAnd('momentum'), begun, (config) => {
    const measured = updatesToTarget(config);
    return { met: measured <= MOST_UPDATES, measured };
  }),
  verified: [
    { config: at(0.003, 0.9), met: true, printed: '191' },
    { config: at(0.0035, 0.88), met: true, printed: '214' },
    { config: at(0.001, 0.94), met: true, printed: '296' },
    { config: at(0.002, 0.9), met: false, printed: '346' },
    { config: begun, met: false, printed: '803' },
    { config: at(0.004, 0.9), met: false, printed: 'Infinity' },
    {
      config: ravine(WORSE_CONDITION, 'nesterov', 0.001, 0.94, 2000),
      met: false,
      printed: 'null',
    },
  ],
};

export const momentum: Lesson = {
  number: 11,
  experiment,
  cards,
  answers: { predict: 'root', check: 'tenfold' },
  challenge,
  claims: claimsOf({
    condition: CONDITION,
    worseCondition: WORSE_CONDITION,
    target: TARGET,
    plain,
    heavyBall,
    nesterov,
    begun,
    mostUpdates: MOST_UPDATES,
  }),
};
