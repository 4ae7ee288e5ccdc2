import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { optimizers } from '../../../../core/optimizers/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import { updatesToTarget } from '../arrival.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { allButRate, under } from '../terms.ts';
import { claimsOf } from './claims.ts';

/** Rate of both neurons. */
const RATE = 0.15;
/** Weight and bias with which they begin, and with which the text compares. */
const START = 4;
/** Activation below which a neuron has unlearnt its error: the target is 0. */
const UNLEARNT = 0.1;

const descend = (
  formula: string,
  start: readonly number[],
  lr: number,
  totalSteps: number,
  targetLoss: number | null = null,
): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: { kind: 'objective', objective: { id: 'formula', params: { formula } }, start },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    lr,
    totalSteps,
    stop: { targetLoss },
  });

/**
 * Two neurons with input 1 and target 0 in one landscape: x is weight and bias of one with squared error, y of one
 * with cross-entropy. Weight and bias begin equal and have equal gradients, so they stay equal, and the neuron is
 * given z = 2x. The halves make the slope along x the derivative with respect to one of the two.
 */
const bothNeurons = (start: number, totalSteps: number): ExperimentConfig =>
  descend('sigmoid(2x)^2 / 4 + softplus(2y) / 2', [start, start], RATE, totalSteps);

const race = bothNeurons(START, 10_300);

const experiment: LessonExperiment = {
  runs: [{ name: optimizers.sgd.name, config: race }],
  pace: 30,
  locked: lockableParts.filter((part) => part !== 'start'),
};

/** Updates that cross-entropy needs at its rate. */
const MOST_UPDATES = 63;

/** The neuron with squared error alone: weight x, bias y. It has unlearnt where the loss is ½ · 0.1². */
const at = (lr: number): ExperimentConfig =>
  descend('sigmoid(x + y)^2 / 2', [START, START], lr, 1000, UNLEARNT ** 2 / 2);
const begun = at(RATE);

const challenge: Challenge = {
  experiment: {
    runs: [{ name: optimizers.sgd.name, config: begun }],
    pace: 30,
    locked: lockableParts.filter((part) => part !== 'rate'),
  },
  measures: 'steps',
  goal: MOST_UPDATES,
  judge: under(allButRate, begun, (config) => {
    const measured = updatesToTarget(config);
    return { met: measured <= MOST_UPDATES, measured };
  }),
  verified: [
    { config: at(50), met: true, printed: '33' },
    { config: at(100), met: true, printed: '18' },
    { config: at(20), met: false, printed: '79' },
    { config: at(1), met: false, printed: 'Infinity' },
    { config: begun, met: false, printed: 'Infinity' },
    {
      config: descend('softplus(x + y)', [START, START], 50, 1000, UNLEARNT ** 2 / 2),
      met: false,
      printed: 'null',
    },
  ],
};

export const squaredErrorOrCrossEntropy: Lesson = {
  number: 9,
  experiment,
  answers: { predict: 'hundreds', check: 'vanishing' },
  challenge,
  claims: claimsOf({
    race,
    farther: bothNeurons(5, 73_800),
    unlearnt: UNLEARNT,
    mostUpdates: MOST_UPDATES,
  }),
};
