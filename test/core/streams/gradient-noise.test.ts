import { expect, test } from 'vitest';
import { gradientNoise } from '../../../core/streams/gradient-noise.ts';
import { stream } from '../../../core/math/rng.ts';
import { createStreams } from '../../../core/training/streams.ts';
import { follow } from '../../support/online.ts';

const two = gradientNoise.create({ sigmas: [0.1, 10] });

test('each coordinate has its own σ, drawn in order from the stream "noise"', () => {
  const grad = new Float64Array(2);
  const noise = stream(5, 'noise');
  const streams = createStreams(5);
  for (let t = 1; t <= 3; t++) {
    two.gradient(t, grad, grad, streams);
    expect([...grad]).toEqual([0.1 * noise.normal(), 10 * noise.normal()]);
  }
  expect(two.loss(Float64Array.of(3, 4))).toBe(12.5);
});

test('Adam with L2 decays the quiet weight to 0.02 and the noisy one to 0.8; AdamW both to e⁻²', () => {
  const ends = (optimizer: 'adam' | 'adamw'): number[] => {
    const runs = Array.from(
      { length: 40 },
      (_, seed) => follow(two, optimizer, { weightDecay: 1 }, () => 0.001, 2000, seed).theta,
    );
    return [0, 1].map((i) => runs.reduce((sum, theta) => sum + theta[i]! / runs.length, 0));
  };
  // A weight walks about 0.05 per run, so a mean of 40 is known to 0.01.
  const [quiet, noisy] = ends('adam');
  expect(Math.abs(quiet! - 0.0231)).toBeLessThan(0.03);
  expect(Math.abs(noisy! - 0.8208)).toBeLessThan(0.03);
  for (const weight of ends('adamw')) expect(Math.abs(weight - Math.exp(-2))).toBeLessThan(0.03);
});
