import { expect, test } from 'vitest';
import { stream } from '../../../core/math/rng.ts';
import type { OptimizerId } from '../../../core/optimizers/index.ts';
import { rareFeature } from '../../../core/streams/rare-feature.ts';
import { createStreams } from '../../../core/training/streams.ts';
import { follow } from '../../support/online.ts';

const rare = rareFeature.create({ probability: 0.01 });

test('x₁ is a normal, then x₂ a chance of p; the gradient is that of half the squared error', () => {
  const often = rareFeature.create({ probability: 0.5 });
  const data = stream(3, 'data');
  const streams = createStreams(3);
  const w = Float64Array.of(0.5, -2);
  const grad = new Float64Array(2);
  for (let t = 1; t <= 20; t++) {
    often.gradient(t, w, grad, streams);
    const x1 = data.normal();
    const x2 = data.uniform() < 0.5 ? 1 : 0;
    const error = 0.5 * x1 - 2 * x2 - (x1 + x2);
    expect(grad[0]).toBeCloseTo(error * x1, 12);
    expect(grad[1]).toBeCloseTo(error * x2, 12);
  }
});

test('the loss shown is the expected one: the mean over many draws agrees', () => {
  const w = [0.4, 0.7] as const;
  const data = stream(8, 'data');
  const often = rareFeature.create({ probability: 0.3 });
  let sum = 0;
  const draws = 100_000;
  for (let i = 0; i < draws; i++) {
    const x1 = data.normal();
    const x2 = data.uniform() < 0.3 ? 1 : 0;
    sum += 0.5 * ((w[0] - 1) * x1 + (w[1] - 1) * x2) ** 2;
  }
  expect(sum / draws).toBeCloseTo(often.loss(Float64Array.from(w)), 2);
});

/** Mean |w₂ − 1| over 200 runs of 1,000 steps, and its standard error. */
function miss(optimizer: OptimizerId, rate: (t: number) => number): [number, number] {
  const misses = Array.from({ length: 200 }, (_, seed) =>
    Math.abs(follow(rare, optimizer, {}, rate, 1000, seed).theta[1]! - 1),
  );
  const mean = misses.reduce((sum, value) => sum + value, 0) / misses.length;
  const variance = misses.reduce((sum, value) => sum + (value - mean) ** 2, 0) / misses.length;
  return [mean, Math.sqrt(variance / misses.length)];
}

test.each([
  ['sgd', 'constant 0.1', () => 0.1, 0.357],
  ['sgd', '0.5 / (1 + 0.1 t)', (t: number) => 0.5 / (1 + 0.1 * t), 0.774],
  ['sgd', '0.5 / √(1 + t)', (t: number) => 0.5 / Math.sqrt(1 + t), 0.723],
  ['adagrad', 'constant 0.5', () => 0.5, 0.0104],
] as const)('%s with the rate %s misses the rare weight by about %d', (id, _, rate, published) => {
  const [mean, error] = miss(id, rate);
  // The published mean comes from 200 runs as well, so its error is alike.
  expect(Math.abs(mean - published)).toBeLessThan(3 * Math.SQRT2 * error);
});
