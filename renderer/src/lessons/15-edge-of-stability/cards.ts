import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import { digitsTraining } from '../digits-training.ts';
import type { ExperimentCard } from '../lesson.ts';
import { namedByRate } from '../parabola-run.ts';

/** Lengths of the warm-up, in steps; 0: none. */
export const WARMUPS = [0, 30, 100] as const;
const EPOCHS = 8;
export const MOMENTUM = 0.9;

/** A deeper network on digits with momentum; after the warm-up its rate falls in a straight line to zero. */
export function warmedUp(length: number, gain = 2): ExperimentConfig {
  const inner = { id: 'linear', params: { startFactor: 1, endFactor: 0, length: 0 } };
  return digitsTraining({
    hidden: [32, 32],
    gain,
    optimizer: { id: 'momentum', params: { momentum: MOMENTUM } },
    schedule:
      length > 0
        ? { id: 'warmup', params: { warmup: length, startFactor: 0, inner: [inner] } }
        : inner,
    lr: 0.2,
    epochs: EPOCHS,
  });
}

/** Two weights, one after the other: f = ½ (xy − 1)², whose minima lie on a curve, sharp here and flat there. */
export const twoWeights = (lr: number): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: { kind: 'objective', objective: { id: 'hyperbola' }, start: [4, 0.5] },
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
    lr,
    totalSteps: 300,
  });

/** Rates that rest near the start, and that are thrown out of what is too sharp for them. */
export const TWO_RATES = { calm: 0.05, pushed: 0.15, thrown: 0.2 } as const;

const nameOf = (length: number): ExperimentCard['name'] =>
  length > 0
    ? { zh: `预热 ${length} 步`, en: `${length} steps of warm-up` }
    : { zh: '没有预热', en: 'no warm-up' };

export const cards: readonly ExperimentCard[] = [
  {
    name: { zh: '起点太陡，要不要预热', en: 'A start that is too steep, with and without warm-up' },
    runs: WARMUPS.map((length) => ({ name: nameOf(length), config: warmedUp(length) })),
    pace: 88,
    locked: lockableParts,
  },
  {
    name: { zh: '只有两个权重', en: 'No more than two weights' },
    runs: namedByRate(Object.values(TWO_RATES).map(twoWeights)),
    pace: 20,
    locked: lockableParts,
  },
];
