/** The printed trainings of a 64-32-10 ReLU network on the digits, through the whole trainer. */
import { describe, expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { Choice } from '../../../core/params.ts';
import { seriesOf, train } from '../../support/training.ts';

const full = process.env['DOWNHILL_TEST_SIZE'] === 'full';
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

const rows = [
  ['literal-recurrence', { decay: 0.1 }, 0.3616, 0.9287],
  ['constant', {}, 0.0736, 0.9639],
  ['inverse-time', { decay: 0.1 }, 0.1293, 0.962],
  ['literal-recurrence', { decay: 0.5 }, 0.7102, 0.8852],
  ['literal-recurrence', { decay: 0.9 }, 0.8724, 0.8565],
] as const;

describe('mean of three seeds: training loss and test accuracy', () => {
  test.each(full ? rows : rows.slice(0, 2))('%s %o: %f and %f', (id, params, loss, accuracy) => {
    const runs = [1, 2, 3].map((q) => trained({ id, params }, q));
    const mean = (of: 0 | 1): number => runs.reduce((sum, run) => sum + run[of], 0) / 3;
    expect(Math.abs(mean(0) - loss)).toBeLessThanOrEqual(0.5e-4);
    expect(Math.abs(mean(1) - accuracy)).toBeLessThanOrEqual(0.5e-4);
  });
});
