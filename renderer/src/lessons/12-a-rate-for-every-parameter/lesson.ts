import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { optimizers, type OptimizerId } from '../../../../core/optimizers/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import { updatesToTarget } from '../arrival.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { namedByOptimizer } from '../named-by-optimizer.ts';
import { seedsFrom } from '../repeated.ts';
import { allButRateAnd, under } from '../terms.ts';
import { cards, steepStart } from './cards.ts';
import { claimsOf } from './claims.ts';

/** Seeds of the data, one for each repetition; the stage shows the first. */
const SEEDS = seedsFrom(11, 200);
const PROBABILITY = 0.01;

/** Online regression on two features, of which the second is rare; the best weights are (1, 1). */
const rareFeature = (id: OptimizerId, lr: number): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: SEEDS[0],
    streams: { data: SEEDS[0] },
    problem: {
      kind: 'stream',
      stream: { id: 'rare-feature', params: { probability: PROBABILITY } },
    },
    optimizer: { id },
    schedule: { id: 'constant' },
    lr,
    totalSteps: 1000,
  });

const common = rareFeature('sgd', 0.1);
const perCoordinate = rareFeature('adagrad', 0.5);

const experiment: LessonExperiment = {
  runs: namedByOptimizer([common, perCoordinate]),
  pace: 100,
  locked: lockableParts,
};

/** Updates that may be taken. */
const MOST_UPDATES = 200;

const at = (lr: number, rho: number): ExperimentConfig => steepStart('rmsprop', lr, { rho }, 1000);
const begun = at(0.1, 0.9);

const challenge: Challenge = {
  experiment: {
    runs: [{ name: optimizers.rmsprop.name, config: begun }],
    pace: 50,
    locked: lockableParts.filter((part) => part !== 'rate' && part !== 'optimizer'),
    only: ['rho'],
  },
  measures: 'steps',
  goal: MOST_UPDATES,
  judge: under(allButRateAnd('rho'), begun, (config) => {
    const measured = updatesToTarget(config);
    return { met: measured <= MOST_UPDATES, measured };
  }),
  verified: [
    { config: at(0.2, 0.9), met: true, printed: '188' },
    { config: at(0.5, 0.9), met: true, printed: '150' },
    { config: begun, met: false, printed: '238' },
    { config: at(0.5, 0.99), met: false, printed: '787' },
    { config: at(0.01, 0.9), met: false, printed: 'Infinity' },
    { config: steepStart('adam', 0.5, {}, 1000), met: false, printed: 'null' },
  ],
};

export const aRateForEveryParameter: Lesson = {
  number: 12,
  experiment,
  cards,
  answers: { predict: 'many', check: 'root' },
  challenge,
  claims: claimsOf({
    common,
    perCoordinate,
    seeds: SEEDS,
    probability: PROBABILITY,
    begun,
    mostUpdates: MOST_UPDATES,
  }),
};
