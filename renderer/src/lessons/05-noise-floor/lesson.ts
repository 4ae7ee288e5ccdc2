import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { schedules } from '../../../../core/schedules/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import { expectationOf } from '../../lib/theory.ts';
import type { Challenge, Lesson, LessonDrawing, LessonExperiment } from '../lesson.ts';
import { namedByRate } from '../parabola-run.ts';
import { allButRate, under } from '../terms.ts';
import { cards, LOW, noisy } from './cards.ts';
import { claimsOf } from './claims.ts';

const experiment: LessonExperiment = {
  runs: namedByRate([0.4, 0.2, LOW, 0.05].map((lr) => noisy(lr))),
  pace: 200,
  locked: lockableParts,
};

const drawing: LessonDrawing = {
  asks: { zh: '画出学习率 0.05 的平均损失', en: 'Draw the mean loss at a rate of 0.05' },
  pane: 'loss',
  run: 3,
  steps: [0, 3000],
  scale: 'log',
  range: [1e-3, 100],
  along: 'log',
};

/** Expected loss, as the mean over the last updates, that a try has to stay below. */
const GOAL = 3.5e-3;
const TAIL = 200;

const short = (lr: number): ExperimentConfig => ({ ...noisy(lr), totalSteps: 1500 });
/** What may be tried is known by all that a try has but its rate. */
const begun = short(0.1);

const challenge: Challenge = {
  experiment: {
    runs: [{ name: schedules.constant.name, config: begun }],
    pace: 200,
    locked: lockableParts.filter((part) => part !== 'rate'),
  },
  measures: 'expected-loss',
  goal: GOAL,
  judge: under(allButRate, begun, (config) => {
    const measured = expectedTail(config);
    return { met: measured < GOAL, measured };
  }),
  verified: [
    { config: short(0.005), met: true, printed: '1.300e-3' },
    { config: short(0.008), met: true, printed: '2.008e-3' },
    { config: short(0.01), met: true, printed: '2.513e-3' },
    { config: short(0.012), met: true, printed: '3.018e-3' },
    { config: short(0.003), met: false, printed: '1.250e-2' },
    { config: short(0.015), met: false, printed: '3.778e-3' },
    { config: short(0.02), met: false, printed: '5.051e-3' },
    { config: short(2.5), met: false, printed: 'Infinity' },
    { config: noisy(0.01), met: false, printed: 'null' },
  ],
};

/** Mean over the last updates of the exact expectation; Infinity where it has outgrown all numbers. */
function expectedTail(config: ExperimentConfig): number {
  const { total } = expectationOf(config)!;
  let sum = 0;
  for (let step = config.totalSteps - TAIL + 1; step <= config.totalSteps; step++) {
    sum += total.at(step)!.value;
  }
  return Number.isFinite(sum) ? sum / TAIL : Infinity;
}

export const noiseFloorLesson: Lesson = {
  number: 5,
  experiment,
  cards,
  drawing,
  answers: { predict: 'half', check: 'halve' },
  challenge,
  claims: claimsOf({ short: begun, goal: GOAL, tail: TAIL }),
};
