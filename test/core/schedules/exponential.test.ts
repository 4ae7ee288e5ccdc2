import { expect, test } from 'vitest';
import { exponential, stairSum } from '../../../core/schedules/exponential.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('exponential', 'exponentialDecay');

test('equal times, equal factors; by default the run ends at one hundredth', () => {
  expect(rates(scheduleOf('exponential', { gamma: 0.5, decayLength: 1 }), 4)).toEqual([
    1, 0.5, 0.25, 0.125,
  ]);
  const run = scheduleOf('exponential', {}, 200);
  expect([run.lr(0), run.lr(100), run.lr(200)]).toEqual([1, 0.1, 0.01]);
});

test('the staircase holds the rate for the decay length', () => {
  const stairs = scheduleOf('exponential', { gamma: 0.5, decayLength: 2, staircase: true });
  expect(rates(stairs, 5)).toEqual([1, 1, 0.5, 0.5, 0.25]);
});

test('half-lives', () => {
  const halfLife = (gamma: number, decayLength: number, staircase: boolean): number | null =>
    exponential.closed!.halfLife!({ gamma, decayLength, staircase }, 40);
  expect(halfLife(0.25, 10, false)).toBe(5);
  expect(halfLife(0.25, 10, true)).toBe(10);
  expect(halfLife(0.7, 10, true)).toBe(20);
  expect(halfLife(0.25, 0, false)).toBe(20);
  expect(halfLife(0, 10, true)).toBe(10);
  expect(halfLife(1, 10, true)).toBe(Infinity);
});

test('budgets: η₀/(1 − γ), and of the squares η₀²/(1 − γ²)', () => {
  const { budget, noiseBudget } = exponential.closed!;
  const values = { gamma: 0.9, decayLength: 1, staircase: false };
  expect(budget!(values, 1)).toBeCloseTo(10, 13);
  expect(noiseBudget!(values, 1)).toBeCloseTo(1 / 0.19, 13);
  expect(budget!({ ...values, decayLength: 3, staircase: true }, 1)).toBeCloseTo(30, 12);
});

test('sums of the first steps, and of their squares', () => {
  const { sum, sumOfSquares } = exponential.closed!;
  const values = { gamma: 0.5, decayLength: 1, staircase: false };
  expect(sum!(values, 1, 3)).toBeCloseTo(1.75, 14);
  expect(sumOfSquares!(values, 1, 3)).toBeCloseTo(1 + 1 / 4 + 1 / 16, 14);
});

test('sums of stairs: whole ones, a part of the next, none', () => {
  const g = Math.log(0.5);
  expect(stairSum(g, 3, 8)).toBeCloseTo(3 + 1.5 + 0.5, 14);
  expect(stairSum(g, 3, 2)).toBe(2);
  expect(stairSum(g, 3, Infinity)).toBeCloseTo(6, 14);
  expect(stairSum(-Infinity, 3, 2)).toBe(2);
  expect(stairSum(-Infinity, 3, 9)).toBe(3);
});
