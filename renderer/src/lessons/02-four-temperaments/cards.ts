import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { ExperimentCard } from '../lesson.ts';
import { namedByRate, parabolaRun } from '../parabola-run.ts';

/** As far below the middle as the swinging rate is above it. */
export const CREEPING = 0.1;
export const SWINGING = 1.9;
/** Half a percent above the stability limit. */
export const JUST_BEYOND = 2.01;
/** The loss beyond which a run is given up. */
export const LOSS_LIMIT = 1e12;

/** The descent with this rate. */
export const walk = (lr: number): ExperimentConfig => parabolaRun({ lr, totalSteps: 130 });

/** Long enough to see it grow, which takes it a while. */
const justBeyond = parabolaRun({
  lr: JUST_BEYOND,
  totalSteps: 2000,
  stop: { lossLimit: LOSS_LIMIT },
});

export const cards: readonly ExperimentCard[] = [
  {
    name: { zh: '谨慎的和冒失的', en: 'The careful one and the bold one' },
    runs: namedByRate([CREEPING, SWINGING].map(walk)),
    pace: 10,
    locked: lockableParts,
  },
  {
    name: { zh: '刚刚越过界线', en: 'Just beyond the border' },
    runs: namedByRate([justBeyond]),
    pace: 200,
    locked: lockableParts,
  },
];
