import type { Assets } from '../../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { optimizers, type OptimizerId } from '../../../../core/optimizers/index.ts';
import { schedules, type ScheduleId } from '../../../../core/schedules/index.ts';
import type { Text } from '../../../../core/text.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import { digitsEnds, digitsTraining } from '../digits-training.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { seedsFrom, upperBound } from '../repeated.ts';
import { allButSchedule, under } from '../terms.ts';
import { claimsOf } from './claims.ts';

/** What there is to spend. */
const EPOCHS = 10;
/** Seeds of first weights and batches; the stage shows the first. */
const SEEDS = seedsFrom(1, 3);

/** One way to spend it; optimizers have their usual constants. */
const spent = (
  optimizer: OptimizerId,
  schedule: ScheduleId,
  lr: number,
  epochs = EPOCHS,
): ExperimentConfig =>
  digitsTraining({ optimizer: { id: optimizer }, schedule: { id: schedule }, lr, epochs });

const nameOf = (optimizer: OptimizerId, schedule: keyof typeof schedules, lr: number): Text => {
  const [rule, shape] = [optimizers[optimizer].name, schedules[schedule].name];
  return { zh: `${rule.zh}，${shape.zh} ${lr}`, en: `${rule.en}, ${shape.en} ${lr}` };
};

const ways: readonly Parameters<typeof nameOf>[] = [
  ['sgd', 'constant', 0.1],
  ['sgd', 'linear', 0.1],
  ['sgd', 'linear', 1],
  ['momentum', 'linear', 0.2],
  ['adam', 'constant', 0.001],
  ['adam', 'linear', 0.03],
];

const experiment: LessonExperiment = {
  runs: ways.map((way) => ({ name: nameOf(...way), config: spent(...way) })),
  pace: 88,
  locked: lockableParts,
};

/** Repetitions by which a try is judged. */
const TRIED = seedsFrom(1, 5);
/** Mean loss on the training images that a try has to stay below, three standard errors included. */
const GOAL = 0.03;

const begun = spent('sgd', 'constant', 0.1);

/** What the goal is set against: luck must not decide. */
const sureLoss = (config: ExperimentConfig, assets: Assets): number =>
  upperBound(digitsEnds(config, TRIED, assets).map(({ loss }) => loss));

const free = ['optimizer', 'rate', 'schedule'];

const challenge: Challenge = {
  experiment: {
    runs: [{ name: nameOf('sgd', 'constant', 0.1), config: begun }],
    pace: 88,
    locked: lockableParts.filter((part) => !free.includes(part)),
  },
  measures: 'mean-loss',
  goal: GOAL,
  judge: under(
    (config) => allButSchedule({ ...config, optimizer: begun.optimizer, lr: 0 }),
    begun,
    (config, assets) => {
      const measured = sureLoss(config, assets);
      return { met: measured < GOAL, measured };
    },
  ),
  verified: [
    { config: spent('momentum', 'linear', 0.2), met: true, printed: '0.0179' },
    { config: spent('momentum', 'one-cycle', 0.3), met: true, printed: '0.0164' },
    { config: spent('nesterov', 'linear', 0.2), met: true, printed: '0.0185' },
    { config: begun, met: false, printed: '0.1816' },
    { config: spent('sgd', 'linear', 1), met: false, printed: '0.0640' },
    { config: spent('momentum', 'constant', 0.2), met: false, printed: '0.0506' },
    { config: spent('adam', 'linear', 0.03), met: false, printed: '0.0423' },
    { config: spent('momentum', 'linear', 0.2, 2 * EPOCHS), met: false, printed: 'null' },
  ],
};

export const aFixedBudget: Lesson = {
  number: 16,
  experiment,
  answers: { predict: 'bold', check: 'constant' },
  challenge,
  claims: claimsOf({
    spent,
    seeds: SEEDS,
    epochs: EPOCHS,
    begun,
    sureLoss,
    tried: TRIED,
    goal: GOAL,
  }),
};
