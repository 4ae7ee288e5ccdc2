import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { schedules } from '../../../../core/schedules/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { ExperimentCard } from '../lesson.ts';
import { parabolaRun } from '../parabola-run.ts';

/** Descents with the same noise side by side, so that their mean is seen. */
export const REPLICATES = 32;
/** Standard deviation of the error of every gradient. */
export const NOISE = 1;
/** Samples whose gradients are averaged. */
export const BATCH = 16;
/** The rate of both. */
export const LOW = 0.1;

export const noisy = (lr: number, noise = NOISE): ExperimentConfig =>
  parabolaRun({ lr, noise, totalSteps: 3000, replicates: REPLICATES });

export const quiet = parabolaRun({ lr: LOW, totalSteps: 1000 });
export const averaged = noisy(LOW, NOISE / Math.sqrt(BATCH));

const { name } = schedules.constant;

export const cards: readonly ExperimentCard[] = [
  {
    name: { zh: '没有噪声', en: 'Without noise' },
    runs: [{ name, config: quiet }],
    pace: 100,
    locked: lockableParts,
  },
  {
    name: { zh: `批量取 ${BATCH}`, en: `A batch of ${BATCH}` },
    runs: [{ name, config: averaged }],
    pace: 200,
    locked: lockableParts,
  },
];
