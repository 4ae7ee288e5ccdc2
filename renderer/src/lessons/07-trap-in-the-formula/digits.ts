import type { Assets } from '../../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../../core/experiment/parse.ts';
import type { Choice } from '../../../../core/params.ts';
import { runTrial } from '../../../../core/training/run-trial.ts';
import { stepsPerEpoch } from '../../lib/theory.ts';

const EPOCHS = 30;
const SEEDS = [1, 2, 3];

/** Test accuracy of a small network on handwritten digits, its rate decayed once per epoch: mean over the seeds. */
export function testAccuracy(schedule: Choice, assets: Assets): number {
  const accuracies = SEEDS.map(
    (seed) => runTrial(config(schedule, seed), assets).result.testAccuracy!,
  );
  return accuracies.reduce((sum, accuracy) => sum + accuracy, 0) / SEEDS.length;
}

function config(schedule: Choice, seed: number): ExperimentConfig {
  const begun = parseExperimentConfig({
    version: 1,
    seed,
    streams: { init: seed, batches: 9 + seed },
    problem: {
      kind: 'model',
      model: { id: 'mlp', params: { hidden: [32], activation: 'relu' } },
      dataset: { id: 'digits' },
      loss: { id: 'softmax-cross-entropy' },
      batchSize: 32,
      dropLast: true,
    },
    optimizer: { id: 'sgd' },
    schedule,
    scheduleUnit: 'epoch',
    lr: 0.1,
    totalSteps: 1,
  });
  const totalSteps = EPOCHS * stepsPerEpoch(begun.problem);
  return { ...begun, totalSteps, evaluateEvery: totalSteps };
}
