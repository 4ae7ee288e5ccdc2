import { expect, test } from 'vitest';
import { list } from '../../../core/schedules/list.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

test('each value for its time, the last one for ever', () => {
  expect(rates(scheduleOf('list', { values: [1, 0.5, 2], hold: 2 }), 8)).toEqual([
    1, 1, 0.5, 0.5, 2, 2, 2, 2,
  ]);
  expect(scheduleOf('list', { values: [1, 0.5], hold: 1 }).lr(1e9)).toBe(0.5);
});

test('by default the run is shared out equally, also where it does not divide', () => {
  expect(rates(scheduleOf('list', { values: [3, 2, 1] }, 6), 7)).toEqual([3, 3, 2, 2, 1, 1, 1]);
  expect(rates(scheduleOf('list', { values: [3, 2, 1] }, 4), 5)).toEqual([3, 3, 2, 1, 1]);
  expect(rates(scheduleOf('list', { values: [3, 2, 1] }, 0), 2)).toEqual([3, 1]);
});

test('a hundred and a first rate: 0.01, then 1, is exact on curvatures 100 and 1', () => {
  const { lr } = scheduleOf('list', { values: [0.01, 1], hold: 1 });
  const left = [100, 1].map((curvature) => (1 - lr(0) * curvature) * (1 - lr(1) * curvature));
  expect(left.map(Math.abs)).toEqual([0, 0]);
});

test('sums and half-life', () => {
  const { sum, sumOfSquares, budget, noiseBudget, halfLife } = list.closed!;
  const values = { values: [1, 3, 2, 1.5, 0], hold: 2 };
  expect([0, 1, 2, 5, 100].map((steps) => sum!(values, 1, steps))).toEqual([0, 1, 2, 10, 15]);
  expect(sumOfSquares!(values, 1, 5)).toBe(2 + 18 + 4);
  expect([budget!(values, 1), noiseBudget!(values, 1)]).toEqual([15, 2 + 18 + 8 + 4.5]);
  expect(budget!({ values: [0, 1], hold: 2 }, 1)).toBe(Infinity);
  expect(halfLife!(values, 1)).toBe(6);
  expect(halfLife!({ ...values, hold: 0 }, 50)).toBe(30);
  expect(halfLife!({ values: [0, 1, 0.6], hold: 1 }, 1)).toBe(Infinity);
});
