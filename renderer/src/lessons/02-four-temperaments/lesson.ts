import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { schedules } from '../../../../core/schedules/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import { stabilityLimit } from '../../lib/theory.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { namedByRate } from '../parabola-run.ts';
import { recorded } from '../recorded.ts';
import { allButRate, under } from '../terms.ts';
import { cards, SWINGING, walk } from './cards.ts';
import { claimsOf } from './claims.ts';

const experiment: LessonExperiment = {
  runs: namedByRate([0.5, 1, SWINGING, 2, 2.1].map(walk)),
  pace: 5,
  locked: lockableParts,
};

/** The number before x². Typed as a formula, so that its curvature stands nowhere. */
const COEFFICIENT = 3.65;
/** By which share of the stability limit a try may be below it. */
const MARGIN = 0.01;

const on = (lr: number): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: {
      kind: 'objective',
      objective: { id: 'formula', params: { formula: `${COEFFICIENT}x^2` } },
      start: [10],
      noise: 0,
    },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    lr,
    totalSteps: 500,
  });

/** What may be tried is known by all that a try has but its rate. */
const begun = on(0.1);

const challenge: Challenge = {
  experiment: {
    runs: [{ name: schedules.constant.name, config: begun }],
    pace: 20,
    locked: lockableParts.filter((part) => part !== 'rate'),
  },
  concealsLimit: true,
  measures: 'below-limit',
  goal: MARGIN,
  judge: under(allButRate, begun, (config) => {
    const limit = stabilityLimit(config)!;
    const measured = comesNearer(config) ? 1 - config.lr / limit : Infinity;
    return { met: measured <= MARGIN, measured };
  }),
  verified: [
    { config: on(0.27124), met: true, printed: '9.974e-3' },
    { config: on(0.272), met: true, printed: '7.20e-3' },
    { config: on(0.2739), met: true, printed: '2.65e-4' },
    { config: on(0.2712), met: false, printed: '0.01012' },
    { config: on(0.1), met: false, printed: '0.635' },
    { config: on(0.274), met: false, printed: 'Infinity' },
    { config: on(5), met: false, printed: 'Infinity' },
    { config: { ...on(0.272), totalSteps: 10 }, met: false, printed: 'null' },
  ],
};

function comesNearer(config: ExperimentConfig): boolean {
  const run = recorded(config);
  if (run.outcome.status === 'diverged') return false;
  return run.at('train/loss', run.updates) < run.at('train/loss', 0);
}

export const fourTemperaments: Lesson = {
  number: 2,
  experiment,
  cards,
  answers: { predict: 'nearer', check: 'limit' },
  challenge,
  claims: claimsOf({ coefficient: COEFFICIENT, margin: MARGIN }),
};
