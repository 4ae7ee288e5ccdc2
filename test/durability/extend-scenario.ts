import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { optimizerIds } from '../../core/optimizers/index.ts';
import { configOf, objective } from './scenario-config.ts';

/** Steps that finished runs had, and that they get more. */
const STEPS = 900;
export const MORE = 1_200;
/** More than main gives workers at once: some wait. */
const AT_ONCE = 12;
/** Seed of a run and of the one it leaves. */
const FORKED = 2500;

const digits = {
  problem: {
    kind: 'model',
    model: { id: 'softmax-regression' },
    dataset: { id: 'digits' },
    batchSize: 32,
  },
  lr: 0.1,
  totalSteps: 200,
};

/** Each with something that ends otherwise than it goes on: last losses, evaluations, bands, rates that react. */
const others: readonly object[] = [
  { ...objective('himmelblau'), lr: 0.002, recordEvery: 7, stepsPerEpoch: 50 },
  { ...objective('quadratic-bowl'), replicates: 3 },
  { ...digits, optimizer: { id: 'adam' }, evaluateEvery: 45 },
  { ...digits, optimizer: { id: 'momentum' }, replicates: 2, evaluateEvery: 40 },
  { ...objective('rosenbrock', { noise: 0 }), lr: 0.0005, schedule: { id: 'inverse-time' } },
  {
    ...objective('quadratic-bowl'),
    schedule: { id: 'reduce-on-plateau' },
    stepsPerEpoch: 40,
    lr: 0.1,
  },
  { problem: { kind: 'stream', stream: { id: 'constant-gradient' } } },
  {
    ...objective('quadratic-bowl'),
    optimizer: { id: 'adam' },
    seed: FORKED,
    fork: { step: 300, from: configOf(objective('quadratic-bowl'), FORKED, STEPS) },
  },
];

/** Runs that finish and can be extended: every optimizer, and those above. */
const finishing: readonly ExperimentConfig[] = [
  ...optimizerIds.map((id) => ({ ...objective('quadratic-bowl'), optimizer: { id } })),
  ...others,
].map((given, i) => configOf(given, 2000 + i, STEPS));

export const extendBatches = Math.ceil(finishing.length / AT_ONCE);

/** Of each batch some of every kind. */
export function extendBatch(batch: number): readonly ExperimentConfig[] {
  return finishing.filter((_, i) => i % extendBatches === batch);
}

export function longer(config: ExperimentConfig): ExperimentConfig {
  return { ...config, totalSteps: config.totalSteps + MORE };
}
