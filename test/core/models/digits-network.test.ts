/** A printed training of a 64-32-10 ReLU network on the digits, through parser, streams and trainer. */
import { expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { Choice } from '../../../core/params.ts';
import { seriesOf, train } from '../../support/training.ts';

const EPOCHS = 30;
/** 1,437 rows in batches of 32, the incomplete last one skipped. */
const STEPS = 44 * EPOCHS;

/** Training loss and test accuracy after 30 epochs: network from seed q, order of the rows from seed 9 + q. */
function trained(schedule: Choice, q: number): readonly [loss: number, accuracy: number] {
  const { chunks } = train(
    parseExperimentConfig({
      version: 1,
      seed: q,
      streams: { init: q, batches: 9 + q },
      problem: {
        kind: 'model',
        model: { id: 'mlp', params: { hidden: [32], activation: 'relu' } },
        dataset: { id: 'digits' },
        batchSize: 32,
        dropLast: true,
      },
      optimizer: { id: 'sgd' },
      schedule,
      scheduleUnit: 'epoch',
      lr: 0.1,
      totalSteps: STEPS,
      evaluateEvery: STEPS,
    }),
  );
  const last = (metric: 'eval/train_loss' | 'eval/test_accuracy'): number =>
    seriesOf(chunks, metric).values.at(-1)!;
  return [last('eval/train_loss'), last('eval/test_accuracy')];
}

test('the literal recurrence with k = 0.1: printed training loss and test accuracy, mean of three seeds', () => {
  const runs = [1, 2, 3].map((q) =>
    trained({ id: 'literal-recurrence', params: { decay: 0.1 } }, q),
  );
  const mean = (of: 0 | 1): number => runs.reduce((sum, run) => sum + run[of], 0) / 3;
  expect(Math.abs(mean(0) - 0.3616)).toBeLessThanOrEqual(0.5e-4);
  expect(Math.abs(mean(1) - 0.9287)).toBeLessThanOrEqual(0.5e-4);
});
