import type { ExperimentConfig, StopConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { schedules } from '../../../../core/schedules/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { Challenge, Lesson, LessonExperiment } from '../lesson.ts';
import { parabolaRun } from '../parabola-run.ts';
import { recorded } from '../recorded.ts';
import { under } from '../terms.ts';
import { claimsOf } from './claims.ts';

/** Change of the loss below which the rule takes a run to have arrived. */
const CHANGE_LIMIT = 1e-6;

const stopping = { lr: 0.1, totalSteps: 200, stop: { lossChange: CHANGE_LIMIT } } as const;
const steady = parabolaRun(stopping);
const decayed = parabolaRun({
  ...stopping,
  schedule: { id: 'literal-recurrence', params: { decay: 0.1 } },
});

const experiment: LessonExperiment = {
  runs: [
    { name: schedules.constant.name, config: steady },
    { name: schedules['literal-recurrence'].name, config: decayed },
  ],
  pace: 10,
  locked: lockableParts,
};

/** Loss below which one has arrived, and the updates that may be taken until the rule stops the run. */
const GOAL = 1e-6;
const MOST_UPDATES = 5000;

/** Far out on the plateau, with other stop rules. */
const onPlateau = (stop: Partial<StopConfig>, totalSteps = MOST_UPDATES): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: { kind: 'objective', objective: { id: 'plateau-well' }, start: [4.5] },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    lr: 0.5,
    totalSteps,
    stop,
  });

/** What may be tried is known by all that a try has but its rules, and its length. */
const begun = onPlateau({ lossChange: CHANGE_LIMIT });

const challenge: Challenge = {
  experiment: {
    runs: [{ name: schedules.constant.name, config: begun }],
    pace: 200,
    locked: lockableParts.filter((part) => part !== 'stopping'),
  },
  measures: 'loss',
  goal: GOAL,
  judge: under(
    (config) => ({ ...config, stop: null, totalSteps: null }),
    begun,
    (config) => {
      // A target asks for what nobody knows in a real training: the loss at the bottom.
      if (config.stop.targetLoss !== null) return { met: false, measured: null };
      const totalSteps = Math.min(config.totalSteps, MOST_UPDATES);
      const run = recorded({ ...config, totalSteps });
      const stopped = run.outcome.status === 'stopped';
      const measured = stopped ? run.at('train/loss', run.updates) : Infinity;
      return { met: measured < GOAL, measured };
    },
  ),
  verified: [
    { config: onPlateau({ gradNorm: 1e-4 }), met: true, printed: '2.3e-9' },
    { config: onPlateau({ gradNorm: 1e-4 }, 1e6), met: true, printed: '2.3e-9' },
    { config: onPlateau({ lossChange: 1e-9 }), met: true, printed: '1.44e-10' },
    { config: onPlateau({ gradNorm: 2e-4 }), met: false, printed: '0.99996' },
    { config: begun, met: false, printed: '0.99996' },
    { config: onPlateau({ gradNorm: 1e-4 }, 2000), met: false, printed: 'Infinity' },
    { config: onPlateau({}), met: false, printed: 'Infinity' },
    { config: onPlateau({ targetLoss: GOAL }), met: false, printed: 'null' },
  ],
};

export const stoppingRulesThatLie: Lesson = {
  number: 3,
  experiment,
  answers: { predict: 'steady', check: 'steep' },
  challenge,
  claims: claimsOf({ steady, decayed, plateau: begun, goal: GOAL, mostUpdates: MOST_UPDATES }),
};
