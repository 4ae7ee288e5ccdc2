import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { optimizers } from '../../../../core/optimizers/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { namedByOptimizer } from '../named-by-optimizer.ts';
import { recorded } from '../recorded.ts';
import { allButParameter, under } from '../terms.ts';
import { cards, deceived } from './cards.ts';
import { claimsOf } from './claims.ts';

/** Adam without a mean of gradients, and with a mean of squares that forgets at once, unless others are given. */
const adam = (beta2 = 0.1, others: Partial<ExperimentConfig> = {}): ExperimentConfig =>
  deceived({ id: 'adam', params: { beta1: 0, beta2 } }, others);

const begun = adam();
const amsgrad = deceived({ id: 'amsgrad', params: { beta1: 0, beta2: 0.1 } });

const experiment: LessonExperiment = {
  runs: namedByOptimizer([begun, amsgrad, deceived({ id: 'sgd' })]),
  pace: 500,
  locked: lockableParts,
};

/** Loss after the last step that a try has to stay below: the regret (x + 1) / 3. */
const GOAL = 0.03;

const challenge: Challenge = {
  experiment: {
    runs: [{ name: optimizers.adam.name, config: begun }],
    pace: 500,
    locked: lockableParts.filter((part) => part !== 'optimizer'),
    only: ['beta2'],
  },
  measures: 'loss',
  goal: GOAL,
  judge: under(allButParameter('beta2'), begun, (config) => {
    const { updates, at } = recorded(config);
    const measured = at('train/loss', updates);
    return { met: measured < GOAL, measured };
  }),
  verified: [
    ...[0.5, 0.8, 0.9, 0.99, 0.999].map((beta2) => ({
      config: adam(beta2),
      met: true,
      printed: '0.0000',
    })),
    { config: begun, met: false, printed: '0.66492' },
    { config: adam(0.4), met: false, printed: '0.66465' },
    { config: amsgrad, met: false, printed: 'null' },
    { config: adam(0.9, { lr: 0.4 }), met: false, printed: 'null' },
  ],
};

export const adamFamily: Lesson = {
  number: 13,
  experiment,
  cards,
  answers: { predict: 'wrong', check: 'rate' },
  challenge,
  claims: claimsOf({ begun, amsgrad, goal: GOAL }),
};
