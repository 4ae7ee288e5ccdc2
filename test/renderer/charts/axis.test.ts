import { expect, test } from 'vitest';
import { toPixel, type Axis } from '../../../renderer/src/charts/axis.ts';

test('a log axis over all numbers there are keeps them apart', () => {
  const axis: Axis = { scale: 'log', domain: [1e-300, 1e300], range: [600, 0] };
  expect(toPixel(axis, 1e-300)).toBeCloseTo(600, 9);
  expect(toPixel(axis, 1)).toBeCloseTo(300, 9);
  expect(toPixel(axis, 1e300)).toBeCloseTo(0, 9);
  expect(toPixel(axis, 0)).toBe(Infinity);
});
