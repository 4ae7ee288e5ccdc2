import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../core/experiment/parse.ts';
import { optimizerIds } from '../../core/optimizers/index.ts';

/** Steps that finished runs had, and that they get more. */
const STEPS = 900;
export const MORE = 1_200;
/** More than main gives workers at once: some wait. */
const AT_ONCE = 12;
/** Seed of a run and of the one it leaves. */
const FORKED = 2500;

const objective = (id: string, more: object = {}): object => ({
  problem: { kind: 'objective', objective: { id }, noise: 0.3, ...more },
});
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
    fork: { step: 300, from: parse({ ...objective('quadratic-bowl') }, FORKED) },
  },
];

function parse(given: object, seed: number): ExperimentConfig {
  const usual = {
    version: 1,
    lr: 0.01,
    totalSteps: STEPS,
    optimizer: { id: 'sgd' },
    schedule: { id: 'constant' },
  };
  return parseExperimentConfig({ ...usual, seed, ...given });
}

/** Runs that finish and can be extended: every optimizer, and those above. */
const finishing: readonly ExperimentConfig[] = [
  ...optimizerIds.map((id) => ({ ...objective('quadratic-bowl'), optimizer: { id } })),
  ...others,
].map((given, i) => parse(given, 2000 + i));

export const extendBatches = Math.ceil(finishing.length / AT_ONCE);

/** Of each batch some of every kind. */
export function extendBatch(batch: number): readonly ExperimentConfig[] {
  return finishing.filter((_, i) => i % extendBatches === batch);
}

export function longer(config: ExperimentConfig): ExperimentConfig {
  return { ...config, totalSteps: config.totalSteps + MORE };
}
