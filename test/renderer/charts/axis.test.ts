import { expect, test } from 'vitest';
import { toPixel, toValue, type Axis } from '../../../renderer/src/charts/axis.ts';

test('a log axis over all numbers there are keeps them apart', () => {
  const axis: Axis = { scale: 'log', domain: [1e-300, 1e300], range: [600, 0] };
  expect(toPixel(axis, 1e-300)).toBeCloseTo(600, 9);
  expect(toPixel(axis, 1)).toBeCloseTo(300, 9);
  expect(toPixel(axis, 1e300)).toBeCloseTo(0, 9);
  expect(toPixel(axis, 0)).toBe(Infinity);
});

test.each(['linear', 'log'] as const)(
  'a value of a %s axis is found again at its pixel',
  (scale) => {
    const axis: Axis = { scale, domain: [1e-4, 10], range: [300, 20] };
    for (const value of [1e-4, 0.03, 2, 10]) {
      expect(toValue(axis, toPixel(axis, value))).toBeCloseTo(value, 9);
    }
  },
);
