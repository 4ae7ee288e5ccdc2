import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { mulberry32 } from '../../core/math/rng.ts';
import { optimizerIds } from '../../core/optimizers/index.ts';
import { configOf, objective } from './scenario-config.ts';
import type { Streamed } from './scenario.ts';

const STEPS = 6_000;
const SHORT = 900;
/** Of these runs main gives each a worker at once. */
const AT_ONCE = 10;
/** Seed of a run and of the one it leaves. */
const FORKED = 2000;

/** Each with what a resumed run must not lose: random numbers, the position in the data, other seeds. */
const problems: readonly object[] = [
  { ...objective('quadratic-bowl'), replicates: 2, lr: 0.01 },
  { ...objective('rosenbrock', { noise: 0 }), lr: 0.0005 },
  { ...objective('himmelblau'), lr: 0.002, recordEvery: 7, stepsPerEpoch: 50 },
];

const digits = {
  kind: 'model',
  model: { id: 'softmax-regression' },
  dataset: { id: 'digits' },
  batchSize: 32,
};
const xor = { kind: 'model', model: { id: 'mlp' }, dataset: { id: 'xor' }, batchSize: 3 };

const others: readonly object[] = [
  { problem: digits, totalSteps: SHORT, lr: 0.1, optimizer: { id: 'adam' }, evaluateEvery: 45 },
  {
    problem: { ...digits, dropLast: true },
    totalSteps: SHORT,
    replicates: 2,
    lr: 0.1,
    optimizer: { id: 'momentum' },
    schedule: { id: 'reduce-on-plateau' },
    scheduleMetric: 'test-loss',
    evaluateEvery: 90,
  },
  { problem: xor, optimizer: { id: 'nesterov' }, schedule: { id: 'one-cycle' }, lr: 0.05 },
  { problem: xor, schedule: { id: 'warmup' }, scheduleUnit: 'epoch', evaluateEvery: 100, lr: 0.05 },
  {
    ...objective('quadratic-bowl'),
    schedule: { id: 'reduce-on-plateau' },
    stepsPerEpoch: 40,
    lr: 0.1,
  },
  { ...objective('quadratic-bowl'), schedule: { id: 'sequential' }, lr: 0.1, replicates: 5 },
  { ...objective('beale'), schedule: { id: 'chained' }, lr: 0.001 },
  { ...objective('booth'), stop: { gradNorm: 1e-12, lossChange: 1e-300 }, lr: 0.001 },
  {
    problem: { kind: 'stream', stream: { id: 'constant-gradient' } },
    optimizer: { id: 'adagrad' },
  },
  {
    ...objective('quadratic-bowl'),
    optimizer: { id: 'adam' },
    lr: 0.01,
    seed: FORKED,
    fork: { step: 700, from: configOf(objective('quadratic-bowl'), FORKED, STEPS) },
  },
];

/** Every optimizer on three problems, and runs with other things to lose. */
export const resumedConfigs: readonly ExperimentConfig[] = [
  ...optimizerIds.flatMap((id) => problems.map((given) => ({ optimizer: { id }, ...given }))),
  ...others,
].map((given, i) => configOf(given, 1000 + i, STEPS));

export const resumeBatches = Math.ceil(resumedConfigs.length / AT_ONCE);

/**
 * One batch of these runs, as a writer streams them. Each is paused once at a step drawn with `seed`, which
 * writes a checkpoint there.
 */
export function resumeScenario(batch: number, seed: number): readonly Streamed[] {
  const rng = mulberry32(seed * 1000 + batch);
  const configs = resumedConfigs.slice(batch * AT_ONCE, (batch + 1) * AT_ONCE);
  return configs.map((config) => ({
    config,
    // Alone all of them would last a second and a half.
    pace: config.totalSteps / 1.5,
    pauseAt: Math.floor(rng.uniform() * 0.7 * config.totalSteps),
  }));
}
