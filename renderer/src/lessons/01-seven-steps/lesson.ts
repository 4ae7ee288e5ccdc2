import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { schedules } from '../../../../core/schedules/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { Challenge, Lesson, LessonDrawing, LessonExperiment } from '../lesson.ts';
import { recorded } from '../recorded.ts';
import { allButRate, under } from '../terms.ts';
import { claimsOf } from './claims.ts';

/** f = (x − 3)² from 0, the rate constant. */
const descent: ExperimentConfig = parseExperimentConfig({
  version: 1,
  seed: 1,
  problem: { kind: 'objective', objective: { id: 'shifted-parabola' }, start: [0] },
  optimizer: { id: 'sgd' },
  schedule: { id: 'constant' },
  lr: 0.1,
  totalSteps: 80,
});

const { name } = schedules.constant;

/** Steps a second: each is seen. */
const PACE = 2;

const experiment: LessonExperiment = {
  runs: [{ name, config: descent }],
  pace: PACE,
  locked: lockableParts,
};

const drawing: LessonDrawing = {
  asks: { zh: '画出你预想的损失', en: 'Draw the loss you expect' },
  pane: 'loss',
  run: 0,
  steps: [0, 80],
  scale: 'log',
  range: [1e-15, 10],
  along: 'step',
};

/** Slope below which one has arrived. */
const SLOPE_LIMIT = 1e-6;
/** Updates that may be taken until then. */
const MOST_UPDATES = 10;

const arriving: ExperimentConfig = {
  ...descent,
  stop: { ...descent.stop, gradNorm: SLOPE_LIMIT },
};

const at = (lr: number): ExperimentConfig => ({ ...arriving, lr });

const challenge: Challenge = {
  experiment: {
    runs: [{ name, config: arriving }],
    pace: PACE,
    locked: lockableParts.filter((part) => part !== 'rate'),
  },
  concealsLimit: true,
  measures: 'steps',
  goal: MOST_UPDATES,
  judge: under(allButRate, arriving, (config) => {
    const { updates, outcome } = recorded(config);
    const measured = outcome.reason === 'grad-norm' ? updates : Infinity;
    return { met: measured <= MOST_UPDATES, measured };
  }),
  verified: [
    { config: at(0.4), met: true, printed: '10' },
    { config: at(0.5), met: true, printed: '1' },
    { config: at(0.6), met: true, printed: '10' },
    { config: at(0.395), met: false, printed: '11' },
    { config: at(0.605), met: false, printed: '11' },
    { config: at(0.1), met: false, printed: '70' },
    { config: at(1), met: false, printed: 'Infinity' },
    {
      config: { ...at(0.1), stop: { ...arriving.stop, gradNorm: 10 } },
      met: false,
      printed: 'null',
    },
  ],
};

export const sevenSteps: Lesson = {
  number: 1,
  experiment,
  drawing,
  answers: { predict: 'step', check: 'second' },
  challenge,
  claims: claimsOf({ descent, pace: PACE, slopeLimit: SLOPE_LIMIT, mostUpdates: MOST_UPDATES }),
};
