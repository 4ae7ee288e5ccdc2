import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { adaptiveSchedules } from '../../../../core/schedules/index.ts';
import type { Choice } from '../../../../core/params.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { parabolaRun } from '../parabola-run.ts';
import { upperBound } from '../repeated.ts';
import { under } from '../terms.ts';
import { claimsOf } from './claims.ts';
import { ends, SEEDS } from './ends.ts';

/** The stage shows as many as it takes for their mean to be a line. */
const SHOWN = 24;
const EPOCH = 20;
const EPOCHS = 200;

/** With noise in the gradient; the schedule is shown the mean loss of every epoch. */
const noisy = (
  bowl: { readonly curvature: number; readonly noise: number; readonly lr: number },
  schedule: { readonly id: string; readonly params: Choice['params'] },
): ExperimentConfig =>
  parabolaRun({
    ...bowl,
    seed: SEEDS[0]!,
    replicates: SHOWN,
    schedule,
    scheduleUnit: 'epoch',
    stepsPerEpoch: EPOCH,
    totalSteps: EPOCHS * EPOCH,
  });

/** PyTorch's rule; no cut is too small for it. */
const plateau = (factor: number, patience: number): Choice => ({
  id: 'reduce-on-plateau',
  params: { factor, patience, eps: 0 },
});

const bowl = { curvature: 1, noise: 1, lr: 0.5 };
const FACTOR = 0.5;
const PATIENCES = [0, 5, 10, 40];

const runs = PATIENCES.map((patience) => ({
  name: { zh: `耐心 ${patience}`, en: `patience ${patience}` },
  config: noisy(bowl, plateau(FACTOR, patience)),
}));

const experiment: LessonExperiment = { runs, pace: 400, locked: lockableParts };

/** Mean loss at the end that a try has to stay below, three standard errors included. */
const GOAL = 1.3e-3;

const at = (factor: number, patience: number): ExperimentConfig =>
  noisy(bowl, plateau(factor, patience));
const begun = at(FACTOR, 0);

/** What the goal is set against: luck must not decide. */
const sureLoss = (config: ExperimentConfig): number =>
  upperBound(ends(config).map(({ loss }) => loss));

const challenge: Challenge = {
  experiment: {
    runs: [{ name: adaptiveSchedules['reduce-on-plateau'].name, config: begun }],
    pace: 400,
    locked: lockableParts.filter((part) => part !== 'schedule'),
    only: ['factor', 'patience'],
  },
  measures: 'mean-loss',
  goal: GOAL,
  judge: under(
    ({ schedule, ...others }) => [
      others,
      schedule.id,
      { ...schedule.params, factor: null, patience: null },
    ],
    begun,
    (config) => {
      const measured = sureLoss(config);
      return { met: measured < GOAL, measured };
    },
  ),
  verified: [
    { config: at(0.5, 10), met: true, printed: '7.1e-4' },
    { config: at(0.5, 5), met: true, printed: '1.17e-3' },
    { config: at(0.7, 5), met: true, printed: '5.3e-4' },
    { config: begun, met: false, printed: '6.7e-3' },
    { config: at(0.5, 1), met: false, printed: '3.9e-3' },
    { config: at(0.5, 20), met: false, printed: '8.6e-3' },
    { config: at(0.1, 10), met: false, printed: '2.7e-3' },
    { config: noisy(bowl, { id: 'constant', params: {} }), met: false, printed: 'null' },
  ],
};

/** Here the start is far away, seen from a slope that small. */
const flat = { curvature: 0.01, noise: 0.1, lr: 1 };
/** Per epoch. */
const CLOCK_DECAY = 0.1;

export const brakingByFeedback: Lesson = {
  number: 8,
  experiment,
  answers: { predict: 'ten', check: 'third' },
  challenge,
  claims: claimsOf({
    factor: FACTOR,
    at: (patience) => at(FACTOR, patience),
    patiences: PATIENCES,
    sureLoss,
    epoch: EPOCH,
    epochs: EPOCHS,
    clock: noisy(flat, { id: 'literal-recurrence', params: { decay: CLOCK_DECAY } }),
    closedClock: noisy(flat, { id: 'inverse-time', params: { decay: CLOCK_DECAY } }),
    feedback: noisy(flat, plateau(FACTOR, 5)),
    goal: GOAL,
  }),
};
