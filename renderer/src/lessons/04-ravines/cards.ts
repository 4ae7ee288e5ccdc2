import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import { bestRate } from '../../lib/theory.ts';
import type { ExperimentCard } from '../lesson.ts';
import { namedByRate } from '../parabola-run.ts';

interface Settings {
  readonly condition?: number;
  readonly lr: number;
  readonly schedule?: unknown;
  readonly totalSteps?: number;
  /** Loss at which one has arrived. */
  readonly goal?: number;
}

export const GOAL = 1e-6;
/** A loss so small that only the speed in the long run counts. */
export const FAR_GOAL = 1e-30;
/** The loss beyond which a run is given up. */
export const LOSS_LIMIT = 1e12;

/** Condition numbers of the ravines the text speaks of; that of the lesson is the third. */
export const CONDITIONS = [3, 10, 100, 1000] as const;
/**
 * Rates that creep, walk, are good for this start, are the best in the worst case (2 / (μ + L), to so many digits as can
 * be read in the name of a run), stand at the edge, and are beyond it.
 */
export const RATES = {
  slow: 0.001,
  easy: 0.01,
  good: 0.0195,
  best: 0.019802,
  edge: 0.0199,
  beyond: 0.021,
} as const;

/** f = (x² + κ y²) / 2 from (10, 1). */
export const ravine = ({ condition = 100, goal = GOAL, ...settings }: Settings): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: {
      kind: 'objective',
      objective: { id: 'quadratic-bowl', params: { lambda1: 1, lambda2: condition } },
      start: [10, 1],
    },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    totalSteps: 1000,
    stop: { targetLoss: goal, lossLimit: LOSS_LIMIT },
    ...settings,
  });

/** 2 / (μ + L). */
export const bestOf = (condition: number): number =>
  bestRate(ravine({ lr: RATES.easy, condition }))!;

const locked = lockableParts;
const atTheCliff = [RATES.good, RATES.best, RATES.edge];

/** At its best rate, as long as it takes. */
const inRavine = (condition: number, totalSteps: number, pace: number): ExperimentCard => ({
  name: { zh: `κ = ${condition}`, en: `κ = ${condition}` },
  runs: namedByRate([ravine({ condition, lr: bestOf(condition), totalSteps })]),
  pace,
  locked,
});

export const cards: readonly ExperimentCard[] = [
  {
    name: { zh: '悬崖边上', en: 'At the cliff' },
    runs: namedByRate(atTheCliff.map((lr) => ravine({ lr }))),
    pace: 100,
    locked,
  },
  {
    name: { zh: '终点很远', en: 'A goal far off' },
    runs: namedByRate(
      atTheCliff.slice(0, 2).map((lr) => ravine({ lr, goal: FAR_GOAL, totalSteps: 2000 })),
    ),
    pace: 400,
    locked,
  },
  {
    name: { zh: '慢慢走到底', en: 'The slow one, to its end' },
    runs: namedByRate([ravine({ lr: RATES.slow, totalSteps: 10_000 })]),
    pace: 2000,
    locked,
  },
  inRavine(CONDITIONS[0], 50, 5),
  inRavine(CONDITIONS[1], 100, 10),
  inRavine(CONDITIONS[3], 6000, 1000),
  {
    name: { zh: '先小后大', en: 'Small, then large' },
    runs: namedByRate([
      ravine({
        lr: RATES.easy,
        schedule: { id: 'list', params: { values: [1, 100], hold: 1 } },
        totalSteps: 10,
      }),
    ]),
    pace: 2,
    locked,
  },
];
