import { expect, test } from 'vitest';
import { contractionRate, firstBelow, settledBelow } from '../../../core/analysis/convergence.ts';

const parabola = (rate: number, steps: number): Float64Array =>
  Float64Array.from({ length: steps + 1 }, (_, s) => 50 * (1 - rate) ** (2 * s));

test('hits count updates: f = x²/2 from 10 falls below 1e-6 after 85 updates of rate 0.1', () => {
  expect(firstBelow(parabola(0.1, 200), 1e-6)).toBe(85);
  expect(firstBelow(parabola(1, 5), 1e-6)).toBe(1);
  expect(firstBelow(parabola(2, 200), 1e-6)).toBeNull();
  expect(firstBelow([0], 1)).toBe(0);
});

test('settling is not the first visit but the last return', () => {
  const values = [5, 0.5, 3, 0.9, 0.4, 0.1];
  expect(firstBelow(values, 1)).toBe(1);
  expect(settledBelow(values, 1)).toBe(3);
  expect(settledBelow([0.5, 2], 1)).toBeNull();
  expect(settledBelow([0.5, NaN, 0.5], 1)).toBe(2);
  expect(settledBelow([0.1, 0.2], 1)).toBe(0);
});

test('the contraction of a geometric decay is its factor; ringing averages out', () => {
  expect(contractionRate(parabola(0.1, 50), 10, 50)).toBeCloseTo(0.81, 12);
  const ringing = Array.from({ length: 400 }, (_, s) => 0.97 ** s * (2 + Math.cos(s)));
  expect(contractionRate(ringing, 0, 399)).toBeCloseTo(0.97, 4);
  expect(contractionRate([1], 0, 0)).toBeNaN();
});
