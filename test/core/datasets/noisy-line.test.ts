import { expect, test } from 'vitest';
import { noisyLine } from '../../../core/datasets/noisy-line.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

test('least squares finds slope 2 and intercept 1 within four standard errors', () => {
  const { train } = noisyLine.load({}, { samples: 5000, noise: 0.3 }, mulberry32(9));
  const { count, inputs, targets } = train;
  const mean = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0) / count;
  const [x, y] = [mean(inputs), mean(targets)];
  const sxx = inputs.reduce((sum, value) => sum + (value - x) ** 2, 0);
  const sxy = inputs.reduce((sum, value, i) => sum + (value - x) * (targets[i]! - y), 0);
  const slope = sxy / sxx;
  expect(Math.abs(slope - 2)).toBeLessThan((4 * 0.3) / Math.sqrt(sxx));
  expect(Math.abs(y - slope * x - 1)).toBeLessThan((4 * 0.3) / Math.sqrt(count));
});
