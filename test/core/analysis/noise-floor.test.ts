import { expect, test } from 'vitest';
import { expectedLoss } from '../../../core/analysis/expected-loss.ts';
import { noiseFloor } from '../../../core/analysis/noise-floor.ts';
import { estimate } from '../../../core/analysis/verdict.ts';
import type { Values } from '../../../core/params.ts';
import { chosen, simulateChains } from '../../support/chains.ts';

const along = (curvature: number, centre = 0) => ({ curvature, start: 0, centre });

test('gradient descent: η σ² / (2 (2 − η λ)), summed over the directions', () => {
  const floor = noiseFloor([along(1), along(4)], 3, chosen('sgd'), 0.05)!;
  expect(floor.total).toBeCloseTo((0.05 * 9) / (2 * 1.95) + (0.05 * 9) / (2 * 1.8), 14);
  expect(floor.decay).toBe(0);
});

test('the time constant of the loss is about 1 / (2 η λ) in the slowest direction', () => {
  const { timeConstant } = noiseFloor([along(1), along(0.1)], 1, chosen('sgd'), 0.01)!;
  expect(timeConstant).toBeCloseTo(1 / (2 * 0.01 * 0.1), 0);
});

test('there is none at or beyond the limit', () => {
  expect(noiseFloor([along(1)], 1, chosen('sgd'), 2)).toBeNull();
  expect(noiseFloor([along(-1)], 1, chosen('sgd'), 0.1)).toBeNull();
});

test('heavy ball: η σ² (1 + β) / (2 (1 − β) (2 (1 + β) − η λ))', () => {
  const [rate, beta, curvature] = [0.01, 0.9, 3];
  const floor = noiseFloor([along(curvature)], 1, chosen('momentum', { momentum: beta }), rate)!;
  const printed = (rate * (1 + beta)) / (2 * (1 - beta) * (2 * (1 + beta) - rate * curvature));
  expect(floor.total).toBeCloseTo(printed, 14);
});

const settings: [string, Values][] = [
  ['sgd', { weightDecay: 0.1 }],
  ['momentum', { momentum: 0.9 }],
  ['momentum', { momentum: 0.5, dampening: 0.3, weightDecay: 0.1 }],
  ['nesterov', { momentum: 0.9 }],
  ['nesterov', { momentum: 0.8, weightDecay: 0.1, dialect: 'keras' }],
];

test.each(settings)(
  '%s %o: the floor is where the expectation of a long run ends',
  (id, params) => {
    const optimizer = chosen(id, params);
    const directions = [along(1, 2), along(0.2, -1)];
    const floor = noiseFloor(directions, 1.5, optimizer, 0.1)!;
    const { memory, noise } = expectedLoss(directions, 1.5, optimizer, { lr: () => 0.1 }, 5000)!;
    expect(noise[5000]! / floor.noise).toBeCloseTo(1, 10);
    expect(memory[5000]!).toBeCloseTo(floor.decay, 10);
  },
);

test.each(settings)('%s %o: so does a long simulation', (id, params) => {
  const optimizer = chosen(id, params);
  const directions = [along(1, 2)];
  const floor = noiseFloor(directions, 1.5, optimizer, 0.1)!;
  // 1,000 chains, looked at once per many time constants: 40,000 nearly independent losses.
  const pause = Math.ceil(8 * floor.timeConstant);
  const steps = 50 * pause;
  const schedule = { lr: () => 0.1 };
  const plan = { directions, noise: 1.5, optimizer, schedule, steps, chains: 1000, seed: 5 };
  const seen: number[] = [];
  simulateChains(plan, (step, losses) => {
    if (step >= 10 * pause && step % pause === 0) seen.push(...losses);
  });
  const { mean, standardError } = estimate(seen);
  expect(Math.abs(mean - floor.total) / standardError).toBeLessThan(3);
});

test('the loss approaches its floor by the factor e per time constant', () => {
  const optimizer = chosen('nesterov', { momentum: 0.5 });
  const floor = noiseFloor([along(1)], 1, optimizer, 0.01)!;
  const { total } = expectedLoss(
    [{ ...along(1), start: 10 }],
    1,
    optimizer,
    { lr: () => 0.01 },
    600,
  )!;
  const missing = (s: number): number => total[s]! - floor.total;
  const constant = -400 / Math.log(missing(500) / missing(100));
  expect(constant / floor.timeConstant).toBeCloseTo(1, 3);
});
