import { expect, test } from 'vitest';
import { angleBetween } from '../../../renderer/src/prerequisites/angle.ts';

test.each([
  [[1, 0], [0, 2], 90],
  [[1, 1], [-3, -3], 180],
  [[1, 0], [1, -Math.sqrt(3)], 60],
  [[0, 0], [1, 2], 0],
] as const)('between %j and %j', (one, other, degrees) => {
  expect(angleBetween(one, other)).toBe(degrees);
});

test('a small angle keeps its digits, which a cosine would lose', () => {
  expect(angleBetween([1, 0], [1, 1e-7])).toBeCloseTo((1e-7 * 180) / Math.PI, 10);
});
