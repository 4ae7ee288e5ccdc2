import { expect, test } from 'vitest';
import { step } from '../../../core/schedules/step.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('step');

test('the cut acts at t = S', () => {
  expect(rates(scheduleOf('step', { stepSize: 2, gamma: 0.5 }), 6)).toEqual([
    1, 1, 0.5, 0.5, 0.25, 0.25,
  ]);
});

test('by default two cuts share out the run in thirds', () => {
  const { lr } = scheduleOf('step', {}, 90);
  expect([lr(29), lr(30), lr(59), lr(60)]).toEqual([1, 0.1, 0.1, 0.1 ** 2]);
});

test('half-life, sums, budgets', () => {
  const { sum, sumOfSquares, halfLife, budget, noiseBudget } = step.closed!;
  expect(halfLife!({ stepSize: 7, gamma: 0.7 }, 1)).toBe(14);
  expect(halfLife!({ stepSize: 0, gamma: 0.1 }, 90)).toBe(30);
  expect(halfLife!({ stepSize: 7, gamma: 0 }, 90)).toBe(7);
  expect(halfLife!({ stepSize: 7, gamma: 1 }, 90)).toBe(Infinity);
  expect(sum!({ stepSize: 0, gamma: 0.5 }, 6, 5)).toBeCloseTo(2 + 1 + 0.25, 14);
  expect(sumOfSquares!({ stepSize: 2, gamma: 0.5 }, 1, 5)).toBeCloseTo(2 + 0.5 + 1 / 16, 14);
  expect(budget!({ stepSize: 0, gamma: 0.5 }, 90)).toBeCloseTo(60, 12);
  expect(noiseBudget!({ stepSize: 3, gamma: 0.5 }, 90)).toBeCloseTo(4, 13);
});
