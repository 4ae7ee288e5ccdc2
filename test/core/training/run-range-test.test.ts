import { expect, test } from 'vitest';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import { runRangeTest } from '../../../core/training/run-range-test.ts';
import { assets } from '../../support/assets.ts';
import { bowl } from '../../support/experiments.ts';

const parabola = parseExperimentConfig({
  version: 1,
  seed: 1,
  problem: { kind: 'objective', objective: { id: 'parabola' }, start: [3] },
  optimizer: { id: 'sgd' },
  schedule: { id: 'inverse-time', params: { decay: 1 } },
  lr: 0.1,
  totalSteps: 7,
  recordEvery: 5,
  stop: { targetLoss: 100 },
});

test('every update has its rate, and nothing of the run’s own schedule, length or stop rules is left', () => {
  const { rates, losses } = runRangeTest(parabola, {}, { first: 0.01, last: 10, steps: 40 });
  let x = 3;
  const expected = Array.from({ length: 40 }, (_, k) => {
    const loss = 0.5 * x * x;
    x -= rates[k]! * x;
    return loss;
  });
  expect(losses).toHaveLength(40);
  losses.forEach((loss, k) => expect(loss).toBeCloseTo(expected[k]!, 12));
});

test('on a parabola the lowest loss is near the limit 2/λ, and the blow-up above it', () => {
  const { marks } = runRangeTest(parabola, {}, { first: 1e-3, last: 100, steps: 400 });
  expect(marks.steepest).toBeLessThan(marks.lowest!);
  expect(marks.lowest).toBeGreaterThan(1);
  expect(marks.blowUp).toBeGreaterThan(2);
});

test('a run that diverges is read as far as it came', () => {
  const plan = { first: 1, last: 1e6, steps: 200 };
  const { losses, marks } = runRangeTest(bowl(), assets, plan);
  expect(losses.length).toBeLessThan(200);
  expect(losses.at(-1)).not.toBeLessThan(1e300);
  expect(marks.blowUp).not.toBeNull();
});

/** Printed for five other seeds: steepest .35–.52, lowest .70–.93, and a loss that stalls more often than it explodes. */
test('digits, MLP 64-32-10: falls fastest about .4, is lowest about .8', () => {
  const marks = [1, 2, 3, 4, 5].map((seed) => {
    const config = parseExperimentConfig({
      version: 1,
      seed,
      problem: {
        kind: 'model',
        model: { id: 'mlp', params: { hidden: [32], activation: 'relu' } },
        dataset: { id: 'digits' },
        batchSize: 32,
        dropLast: true,
      },
      optimizer: { id: 'sgd' },
      schedule: { id: 'constant' },
      lr: 0.1,
      totalSteps: 200,
    });
    return runRangeTest(config, assets, { first: 1e-4, last: 10, steps: 200 }).marks;
  });
  for (const { steepest, lowest } of marks) {
    expect(steepest).toBeGreaterThan(0.2);
    expect(steepest).toBeLessThan(0.8);
    expect(lowest).toBeGreaterThan(0.6);
    expect(lowest).toBeLessThan(1.1);
  }
  expect(marks.some(({ blowUp }) => blowUp === null)).toBe(true);
});
