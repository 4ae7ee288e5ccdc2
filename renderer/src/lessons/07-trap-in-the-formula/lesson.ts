import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { schedules, type ScheduleId } from '../../../../core/schedules/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { Challenge, Lesson, LessonDrawing, LessonExperiment } from '../lesson.ts';
import { expectedEnd } from '../expected-end.ts';
import { parabolaRun } from '../parabola-run.ts';
import { under } from '../terms.ts';
import { claimsOf } from './claims.ts';

const walk = (schedule: ScheduleId, decay: number | null, noise = 0): ExperimentConfig =>
  parabolaRun({
    noise,
    schedule: { id: schedule, params: decay === null ? {} : { decay } },
    lr: 0.1,
    totalSteps: 1000,
  });

const closed = walk('inverse-time', 0.1);
const literal = walk('literal-recurrence', 0.1);
const constant = walk('constant', null);

const experiment: LessonExperiment = {
  runs: [
    { name: schedules['inverse-time'].name, config: closed },
    { name: schedules['literal-recurrence'].name, config: literal },
    { name: schedules.constant.name, config: constant },
  ],
  pace: 200,
  locked: lockableParts,
  columns: ['travel'],
};

/** Beside the rates of the formula and of no decay, which are there already. */
const drawing: LessonDrawing = {
  asks: { zh: '画出第二行代码的学习率', en: 'Draw the rate of the second line' },
  pane: 'rate',
  run: 1,
  steps: [0, 999],
  scale: 'log',
  range: [1e-5, 0.2],
  along: 'log',
};

/** Expected loss after the last step that a try has to stay below. */
const GOAL = 2e-3;

const noisy = (decay: number): ExperimentConfig => walk('literal-recurrence', decay, 1);
/** What may be tried is known by all that a try has but its decay. */
const begun = noisy(0.1);

const challenge: Challenge = {
  experiment: {
    runs: [{ name: schedules['literal-recurrence'].name, config: begun }],
    pace: 200,
    locked: lockableParts.filter((part) => part !== 'schedule'),
    only: ['decay'],
  },
  measures: 'expected-loss',
  goal: GOAL,
  judge: under(
    (config) => ({ ...config, schedule: config.schedule.id }),
    begun,
    (config) => {
      const measured = expectedEnd(config);
      return { met: measured < GOAL, measured };
    },
  ),
  verified: [
    { config: noisy(3e-5), met: true, printed: '1.69e-3' },
    { config: noisy(2e-5), met: true, printed: '1.42e-3' },
    { config: noisy(1e-5), met: true, printed: '1.18e-3' },
    { config: noisy(7e-6), met: true, printed: '1.55e-3' },
    { config: noisy(1e-4), met: false, printed: '2.80e-3' },
    { config: noisy(5e-6), met: false, printed: '2.67e-3' },
    { config: noisy(1e-2), met: false, printed: '3.47' },
    { config: begun, met: false, printed: '20.365' },
    { config: walk('inverse-time', 0.1, 1), met: false, printed: 'null' },
  ],
};

export const trapInTheFormula: Lesson = {
  number: 7,
  experiment,
  drawing,
  answers: { predict: 'frozen', check: 'product' },
  challenge,
  claims: claimsOf({ closed, literal, constant, noisy, goal: GOAL }),
};
