import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { Choice } from '../../../core/params.ts';

/** Batches of 32 from 1,437 images; what is left over is skipped. */
const STEPS_PER_EPOCH = 44;

interface DigitsSettings {
  readonly hidden: readonly number[];
  readonly epochs: number;
  readonly lr: number;
  readonly seeds: number;
  readonly schedule?: { readonly id: string; readonly params?: Choice['params'] };
  readonly optimizer?: { readonly id: string; readonly params?: Choice['params'] };
  readonly batchSize?: number;
  /** Multiplies the first weights. */
  readonly gain?: number;
}

/** A small relu network on the handwritten digits: plain descent with a constant rate, batches of 32, unless given. */
export function digitsRun({
  hidden,
  epochs,
  lr,
  seeds,
  schedule = { id: 'constant' },
  optimizer = { id: 'sgd' },
  batchSize = 32,
  gain = 1,
}: DigitsSettings): ExperimentConfig {
  const totalSteps = epochs * STEPS_PER_EPOCH;
  return parseExperimentConfig({
    version: 1,
    seed: 1,
    replicates: seeds,
    problem: {
      kind: 'model',
      model: { id: 'mlp', params: { hidden, activation: 'relu', gain } },
      dataset: { id: 'digits' },
      loss: { id: 'softmax-cross-entropy' },
      batchSize,
      dropLast: true,
    },
    optimizer,
    schedule,
    lr,
    totalSteps,
    evaluateEvery: totalSteps / epochs,
  });
}
