import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import type { OptimizerId } from '../../../../core/optimizers/index.ts';
import type { Values } from '../../../../core/params.ts';
import { schedules } from '../../../../core/schedules/index.ts';
import type { GradientStreamId } from '../../../../core/streams/index.ts';
import { lockableParts } from '../../../../electron/ipc/assignment.ts';
import type { ExperimentCard } from '../lesson.ts';
import { namedByOptimizer } from '../named-by-optimizer.ts';
import { parabolaRun } from '../parabola-run.ts';
import { seedsFrom } from '../repeated.ts';

/** The experiments of this lesson: what goes wrong, and with whom it does not. */

/** Parameters that are not given are the usual ones. */
const onStream = (
  id: GradientStreamId,
  params: Values,
  optimizer: { readonly id: OptimizerId; readonly params?: Values },
  others: Pick<ExperimentConfig, 'lr' | 'totalSteps'> & Partial<ExperimentConfig>,
): ExperimentConfig =>
  parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: { kind: 'stream', stream: { id, params } },
    optimizer,
    schedule: { id: 'constant' },
    ...others,
  });

/** How fast Adam's mean of squares forgets unless one says otherwise. */
export const USUAL_MEMORY = 0.999;

/** Under a gradient that stays the same. */
export const steady = (id: 'adam' | 'rmsprop', gradient: number): ExperimentConfig =>
  onStream(
    'constant-gradient',
    { gradient },
    { id, params: id === 'adam' ? { beta2: USUAL_MEMORY } : { rho: USUAL_MEMORY } },
    { lr: 0.01, totalSteps: 200 },
  );

/** The update that meets the outlier, and how large that is among gradients of 1. */
export const OUTLIER = { at: 500, gradient: 100 } as const;

export const outlier = (id: 'adam' | 'adamax'): ExperimentConfig =>
  onStream(
    'outlier-gradient',
    { steady: 1, outlier: OUTLIER.gradient, at: OUTLIER.at },
    { id },
    { lr: 0.01, totalSteps: 1500 },
  );

/** Down a parabola from 1; Nadam with the warm-up that Keras gives its momentum. */
export const swing = (id: 'adam' | 'nadam', lr: number): ExperimentConfig =>
  parabolaRun({
    start: 1,
    optimizer: { id, params: id === 'nadam' ? { momentumDecay: 1 } : {} },
    lr,
    totalSteps: 5000,
  });

/** Gradients 3, −1, −1, and so on, without a mean of gradients; the rate is 0.5/√t. */
export const deceived = (
  optimizer: { readonly id: OptimizerId; readonly params?: Values },
  others: Partial<ExperimentConfig> = {},
): ExperimentConfig =>
  onStream('reddi', { variant: 'three' }, optimizer, {
    schedule: { id: 'inverse-sqrt', params: { decay: 1 } },
    lr: 0.5,
    totalSteps: 10_000,
    ...others,
  });

/** The same with 1010 and a hundred times −10, and with memories that are long for the three. */
export const deceivedLater = (id: 'adam' | 'amsgrad', beta2: number): ExperimentConfig =>
  onStream(
    'reddi',
    { variant: 'rare' },
    { id, params: { beta1: 0.9, beta2 } },
    {
      schedule: { id: 'inverse-sqrt', params: { decay: 1 } },
      lr: 0.5,
      totalSteps: 1e6,
      recordEvery: 1000,
    },
  );

/** Raw seeds of the noise that two weights are fed with, one for each repetition. */
export const WEIGHT_SEEDS = seedsFrom(900, 200);

/** Two weights that hear nothing but noise, one of them a hundred times as much; both are to decay. */
export const decaying = (id: 'adam' | 'adamw'): ExperimentConfig =>
  onStream(
    'gradient-noise',
    { sigmas: [0.1, 10] },
    { id, params: { weightDecay: 1 } },
    {
      lr: 0.001,
      totalSteps: 2000,
      seed: WEIGHT_SEEDS[0]!,
      streams: { noise: WEIGHT_SEEDS[0]! },
    },
  );

/** Adam where gradients are noisy. */
export const noisy = (schedule: 'constant' | 'linear'): ExperimentConfig =>
  parabolaRun({
    start: 1,
    noise: 1,
    optimizer: { id: 'adam' },
    schedule: {
      id: schedule,
      params: schedule === 'linear' ? { startFactor: 1, endFactor: 0 } : {},
    },
    lr: 0.1,
    totalSteps: 1000,
    replicates: 32,
  });

export const cards: readonly ExperimentCard[] = [
  {
    name: { zh: '起步', en: 'The start' },
    runs: namedByOptimizer([steady('rmsprop', 1), steady('adam', 1)]),
    pace: 20,
    locked: lockableParts,
  },
  {
    name: { zh: '离群的梯度', en: 'An outlier' },
    runs: namedByOptimizer([outlier('adam'), outlier('adamax')]),
    pace: 200,
    locked: lockableParts,
  },
  {
    name: { zh: '冲过头', en: 'Overshoot' },
    runs: namedByOptimizer([swing('adam', 0.1), swing('nadam', 0.1)]),
    pace: 20,
    locked: lockableParts.filter((part) => part !== 'rate'),
  },
  {
    name: { zh: '权重衰减', en: 'Weight decay' },
    runs: namedByOptimizer([decaying('adam'), decaying('adamw')]),
    pace: 400,
    locked: lockableParts,
  },
  {
    name: { zh: '噪声地板', en: 'The noise floor' },
    runs: (['constant', 'linear'] as const).map((id) => ({
      name: schedules[id].name,
      config: noisy(id),
    })),
    pace: 200,
    locked: lockableParts,
  },
];
