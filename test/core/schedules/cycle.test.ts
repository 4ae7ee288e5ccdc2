import { expect, test } from 'vitest';
import { cycle } from '../../../core/schedules/cycle.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

test('the values in turn, each for its time', () => {
  expect(rates(scheduleOf('cycle', { values: [1, 0.5] }), 5)).toEqual([1, 0.5, 1, 0.5, 1]);
  expect(rates(scheduleOf('cycle', { values: [1, 0.5], hold: 2 }), 6)).toEqual([
    1, 1, 0.5, 0.5, 1, 1,
  ]);
});

/** Steps to a loss of 1e-6 on ½ Σ λ θ² from θ = 1, ten curvatures from 1 to 100. */
function stepsToTarget(lr: (t: number) => number): number {
  const spectrum = Array.from({ length: 10 }, (_, i) => 100 ** (i / 9));
  const theta = spectrum.map(() => 1);
  for (let t = 0; ; t++) {
    if (spectrum.reduce((sum, c, i) => sum + 0.5 * c * theta[i]! ** 2, 0) < 1e-6) return t;
    spectrum.forEach((c, i) => (theta[i]! *= 1 - lr(t) * c));
  }
}

test('the pair .0117, .0640 needs 177 steps where the best constant rate needs 444', () => {
  expect(stepsToTarget(() => 2 / 101)).toBe(444);
  const pair = stepsToTarget(scheduleOf('cycle', { values: [0.0117, 0.064] }).lr);
  expect(Math.abs(pair / 177 - 1)).toBeLessThan(0.02);
});

test('sums, budgets and half-life', () => {
  const { sum, sumOfSquares, budget, noiseBudget, halfLife } = cycle.closed!;
  const values = { values: [1, 3, 0.5], hold: 2 };
  expect([0, 1, 3, 6, 9].map((steps) => sum!(values, 1, steps))).toEqual([0, 1, 5, 9, 14]);
  expect(sumOfSquares!(values, 1, 9)).toBe(2 + 18 + 0.5 + 2 + 9);
  expect(budget!(values, 1)).toBe(Infinity);
  expect(budget!({ values: [0, 0], hold: 1 }, 1)).toBe(0);
  expect(noiseBudget!({ values: [0, 0], hold: 1 }, 1)).toBe(0);
  expect(halfLife!(values, 1)).toBe(4);
  expect(halfLife!({ values: [0.2, 1], hold: 3 }, 1)).toBe(6);
  expect(halfLife!({ values: [0.6, 1], hold: 3 }, 1)).toBe(Infinity);
});
