import { expect, test } from 'vitest';
import { linear } from '../../../core/schedules/linear.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('linear');

test('a straight line between its ends, then flat', () => {
  const up = scheduleOf('linear', { startFactor: 0.25, endFactor: 1, length: 3 });
  expect(rates(up, 5)).toEqual([0.25, 0.5, 0.75, 1, 1]);
});

test('by default down to zero over the run, the last update still having η₀/T', () => {
  expect(rates(scheduleOf('linear', {}, 4), 6)).toEqual([1, 0.75, 0.5, 0.25, 0, 0]);
});

test('half-lives: none upwards or to more than half', () => {
  const halfLife = (startFactor: number, endFactor: number): number | null =>
    linear.closed!.halfLife!({ startFactor, endFactor, length: 60 }, 1);
  expect(halfLife(1, 0)).toBe(30);
  expect(halfLife(0.8, 0.2)).toBeCloseTo(40, 12);
  expect(halfLife(1, 0.5)).toBe(60);
  expect(halfLife(1, 0.6)).toBe(Infinity);
  expect(halfLife(0, 1)).toBe(Infinity);
  expect(halfLife(0, 0)).toBe(Infinity);
});

test('budgets: (T + 1)/2 down to zero, else without bound', () => {
  const { budget, noiseBudget, sum, sumOfSquares } = linear.closed!;
  const down = { startFactor: 1, endFactor: 0, length: 0 };
  expect([budget!(down, 9), noiseBudget!(down, 9)]).toEqual([5, expect.closeTo(190 / 54, 14)]);
  expect(budget!({ ...down, endFactor: 0.1 }, 9)).toBe(Infinity);
  expect(noiseBudget!({ ...down, endFactor: 0.1 }, 9)).toBe(Infinity);
  expect([sum!(down, 9, 0), sumOfSquares!(down, 9, 0)]).toEqual([0, 0]);
});

test('its arithmetic is the end factor alone from the end on', () => {
  const formula = (t: number) =>
    linear.arithmetic({ startFactor: 1, endFactor: 0.1, length: 4 }, 1, t).formula;
  expect(formula(3)).toBe('eta0*(startFactor + (endFactor - startFactor)*(t/length))');
  expect(formula(4)).toBe('eta0*endFactor');
});
