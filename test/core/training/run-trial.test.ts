import { expect, test } from 'vitest';
import { runTrial } from '../../../core/training/run-trial.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
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
  expect(runTrial(bowl({ problem, totalSteps: 1, lr: 1e3 }), assets).firstLoss).toBe(value);
});
