import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { schedules } from '../../../../core/schedules/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { Text } from '../../../../core/text.ts';
import type {
  Challenge,
  ExperimentCard,
  Lesson,
  LessonDrawing,
  LessonExperiment,
} from '../lesson.ts';
import { parabolaRun } from '../parabola-run.ts';
import { expectedEnd } from '../expected-end.ts';
import { under } from '../terms.ts';
import { claimsOf } from './claims.ts';

const noisy = { lr: 0.1, noise: 1, totalSteps: 1000, replicates: 32 } as const;

const inverse = (lr: number, decay: number): ExperimentConfig =>
  parabolaRun({ ...noisy, lr, schedule: { id: 'inverse-time', params: { decay } } });

const constant = parabolaRun(noisy);
const fast = inverse(0.1, 0.1);
const slow = inverse(0.1, 0.01);
const linear = parabolaRun({
  ...noisy,
  schedule: { id: 'linear', params: { startFactor: 1, endFactor: 0 } },
});

const withDecay = ({ schedule }: ExperimentConfig): Text => {
  const { zh, en } = schedules['inverse-time'].name;
  const decay = String(schedule.params['decay']);
  return { zh: `${zh}，d = ${decay}`, en: `${en}, d = ${decay}` };
};

const experiment: LessonExperiment = {
  runs: [
    { name: schedules.constant.name, config: constant },
    { name: withDecay(fast), config: fast },
    { name: withDecay(slow), config: slow },
    { name: schedules.linear.name, config: linear },
  ],
  pace: 200,
  locked: lockableParts,
  columns: ['loss', 'travel', 'end'],
};

/** The same, with ten times the steps from the beginning. */
const LONG = 10_000;

const cards: readonly ExperimentCard[] = [
  {
    name: { zh: '十倍的步数', en: 'Ten times the steps' },
    runs: experiment.runs.map(({ name, config }) => ({
      name,
      config: { ...config, totalSteps: LONG },
    })),
    pace: 2000,
    locked: lockableParts,
  },
];

/** Along the steps: a rate that falls in a straight line is to be seen as one. */
const drawing: LessonDrawing = {
  asks: { zh: '画出“线性”的平均损失', en: 'Draw the mean loss of “linear”' },
  pane: 'loss',
  run: 3,
  steps: [0, 1000],
  scale: 'log',
  range: [1e-3, 100],
  along: 'step',
};

/** Expected loss after the last step that a try has to stay below. */
const GOAL = 6e-4;

/** What may be tried is known by all that a try has but its rate and the constants of its schedule. */

const challenge: Challenge = {
  experiment: {
    runs: [{ name: schedules['inverse-time'].name, config: fast }],
    pace: 200,
    locked: lockableParts.filter((part) => part !== 'rate' && part !== 'schedule'),
    only: ['decay'],
  },
  concealsLimit: true,
  measures: 'expected-loss',
  goal: GOAL,
  judge: under(
    (config) => ({ ...config, lr: null, schedule: config.schedule.id }),
    fast,
    (config) => {
      const measured = expectedEnd(config);
      return { met: measured < GOAL, measured };
    },
  ),
  verified: [
    { config: inverse(0.99, 0.99), met: true, printed: '5.000e-4' },
    { config: inverse(0.9, 0.9), met: true, printed: '5.005e-4' },
    { config: inverse(0.5, 0.5), met: true, printed: '5.489e-4' },
    { config: inverse(0.5, 0.25), met: false, printed: '6.650e-4' },
    { config: inverse(0.1, 0.05), met: false, printed: '6.600e-4' },
    { config: inverse(0.3, 0.3), met: false, printed: '7.686e-4' },
    { config: slow, met: false, printed: '2.404e-3' },
    { config: fast, met: false, printed: '4.469e-3' },
    { config: linear, met: false, printed: 'null' },
  ],
};

export const decayThatSettles: Lesson = {
  number: 6,
  experiment,
  cards,
  drawing,
  answers: { predict: 'onlySquares', check: 'crawling' },
  challenge,
  claims: claimsOf({ long: LONG, constant, fast, slow, linear, inverse, goal: GOAL }),
};
