import { expect, test } from 'vitest';
import { judge, lossOf } from '../../support/models.ts';

const sum = lossOf('binary-cross-entropy-from-probabilities', { reduction: 'sum' });

test('is minus the logarithm of what the truth was given', () => {
  const { terms, grad } = judge(sum, [0.2, 0.2], [1, 0]);
  expect(terms[0]).toBeCloseTo(-Math.log(0.2), 15);
  expect(terms[1]).toBeCloseTo(-Math.log(0.8), 15);
  expect(grad[0]).toBeCloseTo(-5, 14);
  expect(grad[1]).toBeCloseTo(1.25, 14);
});

test('its guards: 100 at most, and a gradient that is finite where the probability is 0 or 1', () => {
  const { terms, grad } = judge(sum, [0, 1, 0, 1], [1, 0, 0, 1]);
  expect(terms.map(Math.abs)).toEqual([100, 100, 0, 0]);
  expect(grad[0]! / -1.000000003995803e12).toBeCloseTo(1, 14);
  expect(grad[1]! / 1.000000003995803e12).toBeCloseTo(1, 14);
  expect(grad.slice(2)).toEqual([0, 0]);
});
