import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import type { Values } from '../../../../core/params.ts';
import { schedules, type ScheduleId } from '../../../../core/schedules/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import { allRates } from '../../lib/theory.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { upperBound } from '../repeated.ts';
import { allButSchedule, under } from '../terms.ts';
import { cards } from './cards.ts';
import { claimsOf } from './claims.ts';
import { ends, SEEDS } from './ends.ts';

/** The stage shows as many as it takes to see that they part. */
const SHOWN = 24;
const SMALL = 0.02;
const LARGE = 0.2;

/** From the bottom of the shallower valley, with noise in the gradient. */
const annealed = (id: ScheduleId, params: Values, lr: number): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: SEEDS[0],
    replicates: SHOWN,
    problem: {
      kind: 'objective',
      objective: { id: 'tilted-double-well', params: { tilt: 0.1 } },
      start: [0.95],
      noise: 1,
    },
    optimizer: { id: 'sgd' },
    schedule: { id, params },
    lr,
    totalSteps: 2000,
  });

const toZero = { startFactor: 1, endFactor: 0 };
const small = annealed('constant', {}, SMALL);
const large = annealed('constant', {}, LARGE);
const linear = annealed('linear', toZero, LARGE);
const literal = annealed('literal-recurrence', { decay: 0.01 }, LARGE);

const constantName = (lr: number): LessonExperiment['runs'][number]['name'] => {
  const { zh, en } = schedules.constant.name;
  return { zh: `${zh}，η₀ = ${lr}`, en: `${en}, η₀ = ${lr}` };
};

const experiment: LessonExperiment = {
  runs: [
    { name: constantName(SMALL), config: small },
    { name: constantName(LARGE), config: large },
    { name: schedules.linear.name, config: linear },
    { name: schedules['literal-recurrence'].name, config: literal },
  ],
  pace: 200,
  locked: lockableParts,
};

/** Mean loss at the end that a try has to stay below, three standard errors included. */
const GOAL = -0.0825;

/** What the goal is set against: luck must not decide. */
const sureLoss = (config: ExperimentConfig): number =>
  upperBound(ends(config).map(({ loss }) => loss));

/** The largest rate of any update. A schedule that looks at the loss only ever lowers the first. */
const largestRate = (config: ExperimentConfig): number =>
  allRates(config)?.reduce((a, b) => Math.max(a, b)) ?? config.lr;

const challenge: Challenge = {
  experiment: {
    runs: [{ name: schedules.constant.name, config: large }],
    pace: 200,
    locked: lockableParts.filter((part) => part !== 'rate' && part !== 'schedule'),
  },
  measures: 'mean-loss',
  goal: GOAL,
  judge: under(
    (config) => allButSchedule({ ...config, lr: 0 }),
    large,
    (config) => {
      if (largestRate(config) > LARGE) return { met: false, measured: null };
      const measured = sureLoss(config);
      return { met: measured < GOAL, measured };
    },
  ),
  verified: [
    { config: linear, met: true, printed: '-0.0845' },
    { config: annealed('cosine', {}, LARGE), met: true, printed: '-0.0835' },
    { config: annealed('polynomial', { power: 0.5 }, LARGE), met: true, printed: '-0.0840' },
    { config: small, met: false, printed: '0.1033' },
    { config: large, met: false, printed: '0.0145' },
    { config: annealed('linear', toZero, 0.1), met: false, printed: '0.0573' },
    { config: annealed('inverse-time', { decay: 0.01 }, LARGE), met: false, printed: '0.0489' },
    { config: annealed('inverse-time', { decay: 0.001 }, LARGE), met: false, printed: '-0.0636' },
    {
      config: annealed('warmup-stable-decay', { warmupShare: 0 }, LARGE),
      met: false,
      printed: '-0.0675',
    },
    { config: literal, met: false, printed: '0.1211' },
    { config: annealed('linear', toZero, 0.3), met: false, printed: 'null' },
    {
      config: annealed('list', { values: [2, 0], hold: 1000 }, LARGE),
      met: false,
      printed: 'null',
    },
  ],
};

export const manyValleys: Lesson = {
  number: 14,
  experiment,
  cards,
  answers: { predict: 'annealed', check: 'stationary' },
  challenge,
  claims: claimsOf({ small, large, linear, literal, sureLoss, goal: GOAL }),
};
