import { expect, test } from 'vitest';
import { sigmoid } from '../../../core/math/sigmoid.ts';

test('known values, symmetry, and no overflow or lost tail at ±1000', () => {
  expect(sigmoid(0)).toBe(0.5);
  expect(sigmoid(Math.log(3))).toBeCloseTo(0.75, 15);
  for (const z of [0.1, 3, 20, 700]) expect(sigmoid(z) + sigmoid(-z)).toBeCloseTo(1, 15);
  expect(sigmoid(1000)).toBe(1);
  expect(sigmoid(-1000)).toBe(0);
  expect(sigmoid(-700) / Math.exp(-700)).toBeCloseTo(1, 12);
  expect(sigmoid(NaN)).toBeNaN();
});
