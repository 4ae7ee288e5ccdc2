import type { Assets } from '../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { digitsNetwork } from '../lib/digits-network.ts';
import { stepsPerEpoch } from '../lib/theory.ts';
import { recordedWith } from './recorded.ts';

interface Rule {
  readonly id: string;
  readonly params?: ExperimentConfig['schedule']['params'];
}

interface Settings {
  readonly lr: number;
  readonly epochs: number;
  readonly optimizer?: Rule;
  readonly schedule: Rule;
  readonly scheduleUnit?: ExperimentConfig['scheduleUnit'];
  readonly hidden?: readonly number[];
  /** Factor of the first weights. */
  readonly gain?: number;
}

/**
 * A network that reads handwritten digits, in batches of 32 images; an incomplete last one is skipped. Plain descent
 * and one hidden layer unless others are given.
 */
export function digitsTraining({
  hidden = [32],
  gain,
  epochs,
  ...settings
}: Settings): ExperimentConfig {
  const begun = parseExperimentConfig({
    version: 1,
    seed: 1,
    problem: digitsNetwork({ hidden, gain }),
    optimizer: { id: 'sgd' },
    totalSteps: 1,
    ...settings,
  });
  const evaluateEvery = stepsPerEpoch(begun.problem);
  return withSeed({ ...begun, totalSteps: epochs * evaluateEvery, evaluateEvery }, 1);
}

/** How one training ended. */
export interface DigitsEnd {
  /** On all training images. */
  readonly loss: number;
  /** Share of the held-out images that are read right. */
  readonly accuracy: number;
}

/** How a training ends, once for each of these seeds of first weights and batches. */
export function digitsEnds(
  config: ExperimentConfig,
  seeds: readonly number[],
  assets: Assets,
): readonly DigitsEnd[] {
  return seeds.map((seed) => {
    const lastOnly = { ...withSeed(config, seed), evaluateEvery: config.totalSteps };
    const { at, updates } = recordedWith(lastOnly, assets);
    return { loss: at('eval/train_loss', updates), accuracy: at('eval/test_accuracy', updates) };
  });
}

/** The same with first weights and batches from another seed. */
export function withSeed(config: ExperimentConfig, seed: number): ExperimentConfig {
  return { ...config, seed, streams: { init: seed, batches: 9 + seed } };
}
