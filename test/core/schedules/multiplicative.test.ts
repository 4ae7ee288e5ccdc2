import { expect, test } from 'vitest';
import { multiplicative } from '../../../core/schedules/multiplicative.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('multiplicative');

test('each factor multiplies the rate before; the last goes on', () => {
  const schedule = scheduleOf('multiplicative', { factors: [0.5, 2, 0.25] });
  expect(rates(schedule, 6)).toEqual([1, 0.5, 1, 0.25, 0.0625, 0.015625]);
});

test('written with 1/(1 + k·t) it is the literal recurrence, not inverse time', () => {
  const factors = Array.from({ length: 5 }, (_, i) => 1 / (1 + 0.1 * (i + 1)));
  const printed = [0.1, 0.090909, 0.075758, 0.058275, 0.041625, 0.02775];
  rates(scheduleOf('multiplicative', { factors }, 100, 0.1), 6).forEach((rate, t) =>
    expect(rate).toBeCloseTo(printed[t]!, 6),
  );
});

test('sums: the list, then a geometric series, which may never end', () => {
  const { sum, sumOfSquares, budget, noiseBudget } = multiplicative.closed!;
  const factors = [2, 0.5];
  expect(sum!({ factors }, 1, 2)).toBe(3);
  expect(sum!({ factors }, 1, 4)).toBeCloseTo(4.5, 14);
  expect(sumOfSquares!({ factors }, 1, 4)).toBeCloseTo(1 + 4 + 1 + 0.25, 14);
  expect(budget!({ factors }, 1)).toBeCloseTo(5, 14);
  expect(noiseBudget!({ factors }, 1)).toBeCloseTo(1 + 4 + 4 / 3, 14);
  expect(budget!({ factors: [1] }, 1)).toBe(Infinity);
  expect(budget!({ factors: [3, 0] }, 1)).toBe(4);
  expect(budget!({ factors: [0, 1] }, 1)).toBe(1);
  // What the list comes to later is no part of the first three, not even where it overflows.
  expect(sum!({ factors: Array<number>(400).fill(10) }, 1, 3)).toBe(111);
});

test('half-life: within the list, or by the last factor; never where that does not shrink', () => {
  const halfLife = (...factors: number[]): number | null =>
    multiplicative.closed!.halfLife!({ factors }, 1);
  expect(halfLife(0.8, 0.5, 0.1)).toBe(2);
  expect(halfLife(3, 0.9, 0.8)).toBe(5);
  expect(halfLife(0.5)).toBe(1);
  expect(halfLife(0.99)).toBe(69);
  expect(halfLife(0.6, 1)).toBe(Infinity);
  expect(halfLife(0.6, 2)).toBe(Infinity);
});
