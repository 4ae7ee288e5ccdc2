import { optimizers } from '../../../../core/optimizers/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { namedByRate } from '../parabola-run.ts';
import { allButRate, under } from '../terms.ts';
import { cards } from './cards.ts';
import { claimsOf } from './claims.ts';
import { lastSharpness, sineTraining } from './sharpening.ts';

const RATES = [0.05, 0.1, 0.2] as const;

const experiment: LessonExperiment = {
  runs: namedByRate(RATES.map((lr) => sineTraining(lr))),
  pace: 1000,
  locked: lockableParts,
};

/** Between these the mean sharpness of a try has to lie. */
const GOAL = { low: 24, high: 26 } as const;

const begun = sineTraining(0.1);

const challenge: Challenge = {
  experiment: {
    runs: [{ name: optimizers.sgd.name, config: begun }],
    pace: 1000,
    locked: lockableParts.filter((part) => part !== 'rate'),
  },
  measures: 'sharpness',
  goal: GOAL,
  judge: under(allButRate, begun, (config) => {
    const measured = lastSharpness(config);
    return { met: GOAL.low <= measured && measured <= GOAL.high, measured };
  }),
  verified: [
    { config: sineTraining(0.08), met: true, printed: '24.9' },
    { config: sineTraining(0.078), met: true, printed: '25.7' },
    { config: begun, met: false, printed: '19.9' },
    { config: sineTraining(0.07), met: false, printed: '28.6' },
    { config: sineTraining(0.09), met: false, printed: '22.3' },
    { config: sineTraining(0.02), met: false, printed: '21.6' },
    { config: sineTraining(5), met: false, printed: 'Infinity' },
    { config: sineTraining(0.08, 20_000), met: false, printed: 'null' },
  ],
};

export const edgeOfStability: Lesson = {
  number: 15,
  experiment,
  cards,
  answers: { predict: 'edge', check: 'falls' },
  challenge,
  claims: claimsOf({ rates: RATES, goal: GOAL }),
};
