import { expect, test } from 'vitest';
import { mulberry32 } from '../../../core/math/rng.ts';
import { tanh } from '../../../core/math/tanh.ts';

test('is within 1e-14 of Math.tanh, relatively, at any size', () => {
  const rng = mulberry32(1);
  for (let i = 0; i < 100_000; i++) {
    const z = (2 * rng.uniform() - 1) * 10 ** (24 * rng.uniform() - 20);
    const exact = Math.tanh(z);
    expect(Math.abs(tanh(z) - exact) <= 1e-14 * Math.abs(exact)).toBe(true);
  }
});

test('saturates at ±1, is 0 at 0, and keeps NaN', () => {
  for (const z of [20, 21, 1000, Infinity]) expect([tanh(z), tanh(-z)]).toEqual([1, -1]);
  expect(tanh(0)).toBe(0);
  expect(tanh(NaN)).toBeNaN();
});
