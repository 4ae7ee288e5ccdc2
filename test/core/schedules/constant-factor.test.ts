import { expect, test } from 'vitest';
import { constantFactor } from '../../../core/schedules/constant-factor.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('constantFactor');

test('a factor at first, then η₀; by default for a tenth of the run', () => {
  expect(rates(scheduleOf('constant-factor', { factor: 0.5, length: 2 }), 4)).toEqual([
    0.5, 0.5, 1, 1,
  ]);
  const { lr } = scheduleOf('constant-factor', {}, 30);
  expect([lr(0), lr(2), lr(3)]).toEqual([1 / 3, 1 / 3, 1]);
});

test('sums, budgets and half-life', () => {
  const { sum, sumOfSquares, budget, noiseBudget, halfLife } = constantFactor.closed!;
  const values = { factor: 0.5, length: 4 };
  expect([sum!(values, 1, 3), sum!(values, 1, 6)]).toEqual([1.5, 4]);
  expect(sumOfSquares!(values, 1, 6)).toBe(3);
  expect([budget!(values, 1), noiseBudget!(values, 1)]).toEqual([Infinity, Infinity]);
  expect(halfLife!(values, 1)).toBe(Infinity);
  expect(halfLife!({ ...values, factor: 2 }, 1)).toBe(4);
});
