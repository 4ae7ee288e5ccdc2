import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { models } from '../../../../core/models/index.ts';
import type { Values } from '../../../../core/params.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { repeated, seedsFrom, upperBound } from '../repeated.ts';
import { allButRate, under } from '../terms.ts';
import { claimsOf } from './claims.ts';
import { updatesToSolve } from './updates-to-solve.ts';

/** Seeds of the first weights. */
const SEEDS = seedsFrom(1, 20);
/** Loss at which the four points count as learnt. */
const SOLVED = 0.01;
const HIDDEN = 4;
/** Updates from one evaluation on all four points to the next: what the stage draws. */
const EVALUATED = 10;
const RATES = [0.1, 0.5, 1, 2, 5, 10];

/** A small network on the four corners of XOR, all of them in every update: an update is an epoch. */
const network = (
  lr: number,
  totalSteps: number,
  { hidden = HIDDEN, ...others }: { hidden?: number; init?: string } = {},
): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: SEEDS[0],
    streams: { init: SEEDS[0] },
    problem: {
      kind: 'model',
      model: {
        id: 'mlp',
        params: { hidden: [hidden], activation: 'tanh', ...others } satisfies Values,
      },
      dataset: { id: 'xor' },
      loss: { id: 'binary-cross-entropy' },
      batchSize: 4,
      order: 'sequential',
    },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    lr,
    totalSteps,
    evaluateEvery: EVALUATED,
    stop: { targetLoss: SOLVED },
  });

const experiment: LessonExperiment = {
  runs: RATES.map((lr) => {
    const name = `η₀ = ${lr}`;
    return { name: { zh: name, en: name }, config: network(lr, 3000) };
  }),
  pace: 100,
  locked: lockableParts,
};

/** Epochs a network may take. */
const MOST_EPOCHS = 100;
/** Networks that are tried, each with first weights of its own. */
const TRIED = seedsFrom(1, 400);
/** Share of them that may stay unsolved, three standard errors included. */
const GOAL = 0.15;

const at = (lr: number): ExperimentConfig => network(lr, MOST_EPOCHS);
const begun = at(1);

/** Share of the networks that do not solve it in time, with three standard errors on top. */
const unsolved = (config: ExperimentConfig): number =>
  upperBound(
    repeated(config, 'init', TRIED, (ended) => (updatesToSolve(ended) === Infinity ? 1 : 0)),
  );

const challenge: Challenge = {
  experiment: {
    runs: [{ name: models.mlp.name, config: begun }],
    pace: 20,
    locked: lockableParts.filter((part) => part !== 'rate'),
  },
  measures: 'share',
  goal: GOAL,
  judge: under(allButRate, begun, (config) => {
    const measured = unsolved(config);
    return { met: measured < GOAL, measured };
  }),
  verified: [
    { config: at(4), met: true, printed: '0.1' },
    { config: at(5), met: true, printed: '0.1' },
    { config: at(3), met: false, printed: '0.6' },
    { config: at(6), met: false, printed: '0.5' },
    { config: begun, met: false, printed: '1.000' },
    { config: network(5, 2 * MOST_EPOCHS), met: false, printed: 'null' },
  ],
};

export const backPropagation: Lesson = {
  number: 10,
  experiment,
  answers: { predict: 'limit', check: 'some' },
  challenge,
  claims: claimsOf({
    network,
    hidden: HIDDEN,
    rates: RATES,
    seeds: SEEDS,
    solved: SOLVED,
    tried: TRIED,
    mostEpochs: MOST_EPOCHS,
    goal: GOAL,
  }),
};
