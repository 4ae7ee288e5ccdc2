import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { ExperimentCard } from '../lesson.ts';
import { namedByOptimizer } from '../named-by-optimizer.ts';
import { parabolaRun } from '../parabola-run.ts';

/** The usual momentum, of which the text speaks. */
export const MOMENTUM = 0.9;
/** Where the heavy ball falls into a cycle. */
export const CYCLE_START = 3.3;

type Ball = 'momentum' | 'nesterov';

/** f = x² / 2 from 10 at a rate of 0.1. */
export function swing(id: Ball): ExperimentConfig {
  return parabolaRun({
    optimizer: { id, params: { momentum: MOMENTUM } },
    lr: 0.1,
    totalSteps: 300,
  });
}

/** On a convex function that is steep, flat, and steep again; arrived at |x| < 10⁻⁶, where f = 25 x² / 2. */
function onKinks(id: Ball, lr: number, momentum: number): ExperimentConfig {
  return parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: {
      kind: 'objective',
      objective: { id: 'lessard-recht-packard' },
      start: [CYCLE_START],
    },
    optimizer: { id, params: { momentum } },
    schedule: { id: 'constant' },
    lr,
    totalSteps: 3000,
    stop: { targetLoss: 12.5e-12 },
  });
}

/** Gradients of f = x² / 2 with noise of deviation 1. */
export function noisy(id: 'sgd' | 'momentum'): ExperimentConfig {
  return parabolaRun({
    noise: 1,
    optimizer: { id, params: id === 'sgd' ? {} : { momentum: MOMENTUM } },
    lr: 0.01,
    totalSteps: 3000,
    replicates: 32,
  });
}

export const cycling = onKinks('momentum', 1 / 9, 4 / 9);
export const settling = onKinks('nesterov', 1 / 30, 2 / 3);

export const cards: readonly ExperimentCard[] = [
  {
    name: { zh: '冲过头', en: 'Overshoot' },
    runs: namedByOptimizer([swing('momentum'), swing('nesterov')]),
    pace: 20,
    locked: lockableParts,
  },
  {
    name: { zh: '转圈', en: 'A cycle' },
    // The cycle is seen within a few turns; long runs of it are one blot.
    runs: namedByOptimizer([cycling, settling].map((run) => ({ ...run, totalSteps: 60 }))),
    pace: 5,
    locked: lockableParts,
  },
  {
    name: { zh: '噪声地板', en: 'The noise floor' },
    runs: namedByOptimizer([noisy('sgd'), noisy('momentum')]),
    pace: 200,
    locked: lockableParts,
  },
];
