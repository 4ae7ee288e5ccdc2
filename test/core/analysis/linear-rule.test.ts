import { expect, test } from 'vitest';
import { modes, plainRule, spectralRadius } from '../../../core/analysis/linear-rule.ts';
import { bestGradientDescent, bestHeavyBall } from '../../../core/analysis/best-rate.ts';

const radius = (
  rule: Partial<typeof plainRule>,
  rate: number,
  curvatures: readonly number[],
): number =>
  Math.max(...curvatures.map((c) => spectralRadius(modes({ ...plainRule, ...rule }, rate, c))));

test('gradient descent multiplies the error by |1 − η λ|', () => {
  for (const rate of [0.1, 1, 1.9, 2.5]) {
    expect(radius({}, rate, [1])).toBeCloseTo(Math.abs(1 - rate), 14);
  }
});

test('κ = 100: .980198 for gradient descent, 9/11 for the heavy ball, .9 for Nesterov', () => {
  const ravine = [1, 100];
  const ball = bestHeavyBall(1, 100);
  expect(radius({}, bestGradientDescent(1, 100).rate, ravine)).toBeCloseTo(0.980198, 6);
  expect(radius({ memory: ball.momentum }, ball.rate, ravine)).toBeCloseTo(9 / 11, 7);
  const nesterov = { memory: 9 / 11, viaMemory: 9 / 11, direct: 1 };
  expect(radius(nesterov, 0.01, ravine)).toBeCloseTo(0.9, 7);
});
