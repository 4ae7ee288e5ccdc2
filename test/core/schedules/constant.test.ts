import { expect, test } from 'vitest';
import { constant } from '../../../core/schedules/constant.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('constant');

test('the rate never changes', () => {
  const { lr } = scheduleOf('constant', {}, 100, 0.1);
  expect([lr(0), lr(1), lr(1e9)]).toEqual([0.1, 0.1, 0.1]);
});

test('it travels without bound and never halves', () => {
  const { sum, sumOfSquares, budget, noiseBudget, halfLife } = constant.closed!;
  expect([sum!({}, 1, 7), sumOfSquares!({}, 1, 7)]).toEqual([7, 7]);
  expect([budget!({}, 1), noiseBudget!({}, 1), halfLife!({}, 1)]).toEqual([
    Infinity,
    Infinity,
    Infinity,
  ]);
});
