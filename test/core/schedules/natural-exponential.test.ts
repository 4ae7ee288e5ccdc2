import { expect, test } from 'vitest';
import { naturalExponential } from '../../../core/schedules/natural-exponential.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

test('divided by e each time k·t/D grows by one', () => {
  const { lr } = scheduleOf('natural-exponential', { k: 2, decayLength: 10 });
  expect(lr(0)).toBe(1);
  expect(lr(5)).toBeCloseTo(1 / Math.E, 15);
  expect(lr(20)).toBeCloseTo(Math.E ** -4, 15);
});

test('is exponential decay with γ = e⁻ᵏ', () => {
  const one = rates(scheduleOf('natural-exponential', {}, 50), 80);
  const other = rates(scheduleOf('exponential', { gamma: Math.exp(-5) }, 50), 80);
  one.forEach((rate, t) => expect(Math.abs(rate / other[t]! - 1)).toBeLessThan(1e-13));
});

test('the staircase holds the rate for the decay length', () => {
  const stairs = scheduleOf('natural-exponential', {
    k: Math.LN2,
    decayLength: 2,
    staircase: true,
  });
  rates(stairs, 5).forEach((rate, t) => expect(rate).toBeCloseTo([1, 1, 0.5, 0.5, 0.25][t]!, 15));
});

test('half-life D·ln 2 / k; sums as of the exponential', () => {
  const { sum, sumOfSquares, halfLife, budget, noiseBudget } = naturalExponential.closed!;
  const values = { k: Math.LN2 / 2, decayLength: 10, staircase: false };
  expect(halfLife!(values, 1)).toBe(20);
  expect(halfLife!({ ...values, k: Math.LN2 / 2.5, staircase: true }, 1)).toBe(30);
  expect(halfLife!({ ...values, k: 0 }, 1)).toBe(Infinity);
  const fast = { k: Math.LN2, decayLength: 1, staircase: false };
  expect(sum!(fast, 1, 3)).toBeCloseTo(1.75, 14);
  expect(sumOfSquares!(fast, 1, 3)).toBeCloseTo(1 + 1 / 4 + 1 / 16, 14);
  expect(budget!(fast, 1)).toBeCloseTo(2, 14);
  expect(noiseBudget!(fast, 1)).toBeCloseTo(4 / 3, 14);
  expect(budget!({ ...fast, decayLength: 5, staircase: true }, 1)).toBeCloseTo(10, 13);
  expect(noiseBudget!({ ...fast, k: 0 }, 1)).toBe(Infinity);
});
