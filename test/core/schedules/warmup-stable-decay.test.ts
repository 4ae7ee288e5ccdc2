import { expect, test } from 'vitest';
import { warmupStableDecay } from '../../../core/schedules/warmup-stable-decay.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

test('up in the first part, level, down in the last, then the floor', () => {
  const schedule = scheduleOf('warmup-stable-decay', { warmupShare: 0.2, cooldownShare: 0.4 }, 10);
  expect(rates(schedule, 12)).toEqual([0.5, 1, 1, 1, 1, 1, 1, 0.75, 0.5, 0.25, 0, 0]);
});

test('it is the usual code: (t + 1)/W, 1, (T − t)/(0.2 T)', () => {
  const schedule = scheduleOf('warmup-stable-decay', {}, 200);
  rates(schedule, 200).forEach((rate, t) => {
    const wanted = t < 10 ? (t + 1) / 10 : t < 160 ? 1 : (200 - t) / 40;
    expect(rate).toBeCloseTo(wanted, 14);
  });
});

test('shapes of the fall, to a floor', () => {
  const fall = (shape: string, floor = 0): number[] =>
    rates(
      scheduleOf('warmup-stable-decay', { warmupShare: 0, cooldownShare: 1, shape, floor }, 4),
      6,
    );
  expect(fall('linear', 0.2)).toEqual(
    [1, 0.8, 0.6, 0.4, 0.2, 0.2].map((rate) => expect.closeTo(rate, 15)),
  );
  expect(fall('one-minus-sqrt')).toEqual([1, 0.5, 1 - Math.SQRT1_2, 1 - Math.sqrt(0.75), 0, 0]);
  expect(fall('cosine')[2]).toBeCloseTo(0.5, 15);
  expect(fall('cosine')[1]).toBeCloseTo(0.5 + Math.SQRT1_2 / 2, 15);
});

test('without cool-down it never falls; where the parts overlap the fall begins after the rise', () => {
  expect(scheduleOf('warmup-stable-decay', { cooldownShare: 0 }, 10).lr(1e9)).toBe(1);
  const schedule = scheduleOf('warmup-stable-decay', { warmupShare: 0.5, cooldownShare: 1 }, 4);
  expect(rates(schedule, 5)).toEqual([0.5, 1, 1, 0.5, 0]);
  const allRise = scheduleOf('warmup-stable-decay', { warmupShare: 1, cooldownShare: 0.5 }, 2);
  expect(rates(allRise, 4)).toEqual([0.5, 1, 1, 0]);
});

test('half-lives', () => {
  const usual = { warmupShare: 0, cooldownShare: 0.5, shape: 'linear', floor: 0 } as const;
  const halfLife = (changed: object): number | null =>
    warmupStableDecay.closed!.halfLife!({ ...usual, ...changed }, 100);
  expect(halfLife({})).toBe(75);
  expect(halfLife({ shape: 'one-minus-sqrt' })).toBe(62.5);
  expect(halfLife({ shape: 'cosine', floor: 0 })).toBeCloseTo(75, 12);
  expect(halfLife({ floor: 0.25 })).toBeCloseTo(50 + 100 / 3, 12);
  expect(halfLife({ floor: 0.5 })).toBe(100);
  expect(halfLife({ floor: 0.6 })).toBe(Infinity);
  expect(halfLife({ cooldownShare: 0 })).toBe(Infinity);
});

test('sums; budgets: finite only where it ends at zero', () => {
  const { sum, sumOfSquares, budget, noiseBudget } = warmupStableDecay.closed!;
  const values = { warmupShare: 0.2, cooldownShare: 0.4, shape: 'linear', floor: 0 } as const;
  expect(sum!(values, 10, 8)).toBeCloseTo(0.5 + 5 + 1.75, 14);
  expect(sumOfSquares!(values, 10, 8)).toBeCloseTo(0.25 + 5 + 1.5625, 14);
  expect(budget!(values, 10)).toBeCloseTo(0.5 + 5 + 2.5, 14);
  expect(noiseBudget!(values, 10)).toBeCloseTo(0.25 + 5 + 1.875, 14);
  expect(budget!({ ...values, shape: 'one-minus-sqrt', cooldownShare: 0.2 }, 10)).toBeCloseTo(
    0.5 + 7 + 2 - Math.SQRT1_2,
    14,
  );
  expect(budget!({ ...values, floor: 0.1 }, 10)).toBe(Infinity);
  expect(noiseBudget!({ ...values, cooldownShare: 0 }, 10)).toBe(Infinity);
});
