import { expect, test } from 'vitest';
import { multiStep } from '../../../core/schedules/multi-step.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('multiStep');

test('cuts at its milestones, twice at one listed twice', () => {
  const schedule = scheduleOf('multi-step', { milestones: [1, 3, 3], gamma: 0.5 });
  expect(rates(schedule, 5)).toEqual([1, 0.5, 0.5, 0.125, 0.125]);
});

test('by default at half and at three quarters of the run', () => {
  const { lr } = scheduleOf('multi-step', {}, 80);
  expect([lr(39), lr(40), lr(59), lr(60)]).toEqual([1, 0.1, 0.1, 0.1 ** 2]);
});

test('half-life: the first cut that brings it below half of the first rate', () => {
  const halfLife = (milestones: number[], gamma: number): number | null =>
    multiStep.closed!.halfLife!({ milestones, gamma }, 80);
  expect(halfLife([], 0.1)).toBe(40);
  expect(halfLife([5, 9, 12], 0.7)).toBe(9);
  expect(halfLife([0, 9, 12], 0.7)).toBe(12);
  expect(halfLife([0, 9], 0.5)).toBe(9);
  expect(halfLife([5], 0.7)).toBe(Infinity);
  expect(halfLife([0, 5], 0)).toBe(Infinity);
  expect(halfLife([0, 0, 5], 2)).toBe(Infinity);
  expect(halfLife([3, 5], 0)).toBe(3);
});

test('the sum of its pieces; without bound unless the last is zero', () => {
  const { sum, sumOfSquares, budget, noiseBudget } = multiStep.closed!;
  const values = { milestones: [2, 2, 5], gamma: 0.5 };
  expect(sum!(values, 1, 7)).toBe(2 + 3 / 4 + 2 / 8);
  expect(sumOfSquares!(values, 1, 7)).toBe(2 + 3 / 16 + 2 / 64);
  expect(sum!(values, 1, 1)).toBe(1);
  expect([budget!(values, 1), noiseBudget!(values, 1)]).toEqual([Infinity, Infinity]);
  expect(budget!({ milestones: [4], gamma: 0 }, 1)).toBe(4);
});
