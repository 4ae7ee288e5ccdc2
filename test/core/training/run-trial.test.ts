import { expect, test } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { runTrial } from '../../../core/training/run-trial.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import { seriesOf, train } from '../../support/training.ts';
import { assets, bowl, divergingBowl, shortDigits } from '../../support/experiments.ts';

test.each([
  ['a noisy bowl', bowl({ totalSteps: 40, replicates: 3 })],
  ['a run that diverges', divergingBowl],
  ['a model', shortDigits],
])('%s ends as it does step by step, and says where it began', (_, config) => {
  const { outcome, firstLoss, result } = runTrial(config, assets);
  const trainer = createTrainer(config, assets);
  while (!trainer.outcome) trainer.advance(7, null);
  expect({ outcome, result }).toEqual({ outcome: trainer.outcome, result: trainer.result() });
  expect(firstLoss).toBeGreaterThan(0);
});

test('the first loss is that of the start, before any update', () => {
  // f(1, 1) of the usual bowl, whose curvatures are 1 and 0.05, without noise and at any rate.
  const problem = { ...bowl().problem, noise: 0 } as never;
  const value = runTrial(bowl({ problem, totalSteps: 5 }), assets).firstLoss;
  expect(value).toBeCloseTo(0.525, 15);
  expect(runTrial(bowl({ problem, totalSteps: 1, lr: 1e3 }), assets).firstLoss).toBe(value);
});

test('of several seeds it is their mean; of a fork between two recorded steps the next recorded one', () => {
  const model = { ...shortDigits, replicates: 3 };
  const alone = [0, 1, 2].map((i) => {
    const seed = { ...shortDigits, seed: shortDigits.seed + i };
    return runTrial(seed, assets).firstLoss;
  });
  const mean = alone.reduce((sum, loss) => sum + loss, 0) / 3;
  expect(runTrial(model, assets).firstLoss).toBeCloseTo(mean, 12);
  expect(runTrial(model, assets).result.firstLosses).toEqual(alone);
  const parent = bowl({ totalSteps: 40, recordEvery: 10 });
  const forked = parseExperimentConfig({ ...parent, fork: { step: 13, from: parent } });
  const { loss } = seriesAt20(parent);
  expect(runTrial(forked, assets).firstLoss).toBe(loss);
});

function seriesAt20(config: ExperimentConfig): { readonly loss: number } {
  const { chunks } = train(config);
  const { steps, values } = seriesOf(chunks, 'train/loss');
  return { loss: values[steps.indexOf(20)]! };
}
