import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import type { OptimizerId } from '../../../../core/optimizers/index.ts';
import type { Values } from '../../../../core/params.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { ExperimentCard } from '../lesson.ts';
import { namedByOptimizer } from '../named-by-optimizer.ts';

/** Distance from the bottom at which one has arrived. */
export const NEAR = 0.1;

/** f = x⁴ / 4 from 10, where the first gradient is 1000. */
export const steepStart = (
  id: OptimizerId,
  lr: number,
  params: Values,
  totalSteps: number,
): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: { kind: 'objective', objective: { id: 'quartic' }, start: [10] },
    optimizer: { id, params },
    schedule: { id: 'constant' },
    lr,
    totalSteps,
    stop: { targetLoss: NEAR ** 4 / 4 },
  });

/** AdaGrad, which hardly gets there, has as many steps as it needs; the others stop where they have arrived. */
const UNTIL_ALL_ARRIVE = 100_000;

export const adagrad = steepStart('adagrad', 1, {}, UNTIL_ALL_ARRIVE);
const rmsprop = steepStart('rmsprop', 0.1, { rho: 0.9 }, UNTIL_ALL_ARRIVE);
export const adadelta = steepStart('adadelta', 1, {}, UNTIL_ALL_ARRIVE);

/** Factors of the loss, as by another unit. */
export const SMALL_UNIT = 1e-3;
export const LARGE_UNIT = 1e3;
/** How long plain descent is given on the small unit, and what is enough for the others. */
export const LONG = 30_000;
const SHORT = 2000;

export const plain = (unit: number, totalSteps = SHORT): ExperimentConfig =>
  ravine('sgd', {}, 0.019, unit, totalSteps);
export const scaled = (unit: number, totalSteps = SHORT): ExperimentConfig =>
  ravine('rmsprop', { rho: 0.99 }, 0.01, unit, totalSteps);

/** c (x² + 100 y²) / 2 from (10, 1), until a millionth of the first loss is left; beyond 10¹² it has blown up. */
function ravine(
  id: 'sgd' | 'rmsprop',
  params: Values,
  lr: number,
  unit: number,
  totalSteps: number,
): ExperimentConfig {
  return parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: {
      kind: 'objective',
      objective: { id: 'quadratic', params: { eigenvalues: [1, 100] } },
      start: [10, 1],
      scale: unit,
    },
    optimizer: { id, params },
    schedule: { id: 'constant' },
    lr,
    totalSteps,
    stop: { targetLoss: 1e-4 * unit, lossLimit: 1e12 },
  });
}

const inUnit = (unit: number, totalSteps: number, pace: number): ExperimentCard => ({
  name: { zh: `损失乘以 ${unit}`, en: `The loss times ${unit}` },
  runs: namedByOptimizer([plain(unit, totalSteps), scaled(unit, totalSteps)]),
  pace,
  locked: lockableParts,
});

export const cards: readonly ExperimentCard[] = [
  {
    name: { zh: '记仇的和会忘的', en: 'What forgets, and what does not' },
    runs: namedByOptimizer([adagrad, rmsprop, adadelta]),
    pace: 20_000,
    locked: lockableParts,
  },
  inUnit(1, SHORT, 200),
  inUnit(SMALL_UNIT, LONG, 4000),
  inUnit(LARGE_UNIT, SHORT, 200),
];
