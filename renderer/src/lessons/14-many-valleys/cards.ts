import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import type { ObjectiveId } from '../../../../core/objectives/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { ExperimentCard } from '../lesson.ts';
import { namedByRate } from '../parabola-run.ts';

/** Experiments without noise: where one ends is then decided by the start and the rate alone. */
const exactly = (
  id: ObjectiveId,
  start: readonly number[],
  lr: number,
  others: Partial<ExperimentConfig> = {},
): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: { kind: 'objective', objective: { id }, start },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    lr,
    totalSteps: 1000,
    ...others,
  });

/** The two valleys from another start, or with another rate. */
export const inValleys = (start: number, lr: number): ExperimentConfig =>
  exactly('tilted-double-well', [start], lr);

/** Starts on either side of the ridge. */
export const STARTS = { left: 0.1, right: 0.12 } as const;
export const STARTING_RATE = 0.05;
/** A start high up, and rates that stay, jump over, and never settle. */
export const HIGH_START = 1.6;
export const RATES = { staying: 0.3, jumping: 0.6, cycling: 0.9 } as const;

/** f = x²/2 − y²/2 + y⁴/4, so far from the axis on which it ends on the saddle. */
export const nearSaddle = (y: number): ExperimentConfig => exactly('curved-saddle', [1, y], 0.1);
export const OFF_AXIS = 1e-8;

const startIsFree = lockableParts.filter((part) => part !== 'start');

export const cards: readonly ExperimentCard[] = [
  {
    name: { zh: '出发点', en: 'The start' },
    runs: namedByRate([inValleys(STARTS.right, STARTING_RATE)]),
    pace: 50,
    locked: startIsFree,
  },
  {
    name: { zh: '跳过山脊', en: 'Over the ridge' },
    runs: namedByRate(Object.values(RATES).map((lr) => inValleys(HIGH_START, lr))),
    pace: 5,
    locked: lockableParts,
  },
  {
    name: { zh: '鞍点', en: 'A saddle' },
    runs: namedByRate([nearSaddle(OFF_AXIS)]),
    pace: 50,
    locked: startIsFree,
  },
];
