import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { schedules } from '../../../../core/schedules/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import { arrival } from '../arrival.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { namedByRate } from '../parabola-run.ts';
import { allButSchedule, under } from '../terms.ts';
import { cards, GOAL, RATES, ravine } from './cards.ts';
import { claimsOf } from './claims.ts';

/** Updates that may be taken until the loss is at the goal. */
const MOST_UPDATES = 200;

const experiment: LessonExperiment = {
  runs: namedByRate(
    [RATES.slow, RATES.easy, RATES.best, 0.02, RATES.beyond].map((lr) => ravine({ lr })),
  ),
  pace: 100,
  locked: lockableParts,
};

const begun = ravine({ lr: RATES.easy });
/** Rates as multiples of 0.01, each used once, the last one for ever; or all of them in turn. */
const byHand = (id: 'list' | 'cycle', ...values: readonly number[]): ExperimentConfig =>
  ravine({ lr: begun.lr, schedule: { id, params: { values, hold: 1 } } });

const challenge: Challenge = {
  experiment: {
    runs: [{ name: schedules.constant.name, config: begun }],
    pace: 50,
    locked: lockableParts.filter((part) => part !== 'schedule'),
  },
  measures: 'steps',
  goal: MOST_UPDATES,
  judge: under(allButSchedule, begun, (config) => {
    const measured = arrival(config, GOAL);
    return { met: measured <= MOST_UPDATES, measured };
  }),
  verified: [
    { config: byHand('list', 1, 100), met: true, printed: '2' },
    { config: byHand('list', 1, 1, 1, 1, 1, 50), met: true, printed: '18' },
    { config: byHand('cycle', 1.02, 30), met: true, printed: '50' },
    { config: byHand('cycle', 1.05, 10), met: true, printed: '154' },
    { config: begun, met: false, printed: '882' },
    { config: byHand('list', 1.95), met: false, printed: '451' },
    { config: byHand('list', 1, 2), met: false, printed: '440' },
    { config: byHand('cycle', 1, 2), met: false, printed: '586' },
    { config: byHand('list', 2.1), met: false, printed: 'Infinity' },
    { config: ravine({ lr: 0.0195 }), met: false, printed: 'null' },
  ],
};

export const ravines: Lesson = {
  number: 4,
  experiment,
  cards,
  answers: { predict: 'fourth', check: 'tenfold' },
  challenge,
  claims: claimsOf({
    ravine: (lr, condition) => ravine({ lr, condition, totalSteps: 10_000 }),
    upwards: byHand('list', 1, 100),
    mostUpdates: MOST_UPDATES,
  }),
};
