import { expect, test } from 'vitest';
import { cosineWarmRestarts } from '../../../core/schedules/cosine-warm-restarts.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('cosineWarmRestarts');

test('whole waves one after the other, each three times as long as the last', () => {
  const { lr } = scheduleOf('cosine-warm-restarts', { firstLength: 2, lengthFactor: 3 });
  expect([0, 2, 8, 26, 80].map(lr)).toEqual([1, 1, 1, 1, 1]);
  expect([1, 5, 17, 53].map(lr)).toEqual(
    [0.5, 0.5, 0.5, 0.5].map((half) => expect.closeTo(half, 15)),
  );
});

test('equal waves with factor 1, down to the floor', () => {
  const schedule = scheduleOf('cosine-warm-restarts', {
    firstLength: 2,
    lengthFactor: 1,
    floor: 0.5,
  });
  rates(schedule, 5).forEach((rate, t) => expect(rate).toBeCloseTo(t % 2 === 0 ? 1 : 0.75, 15));
});

test('by default three waves of 1, 2 and 4 sevenths fill the run', () => {
  const { lr } = scheduleOf('cosine-warm-restarts', {}, 70);
  expect([10, 30, 70].map(lr)).toEqual([1, 1, 1]);
  expect([9, 29, 69].every((t) => lr(t) < 0.03)).toBe(true);
});

test('half-life within the first wave; not said where the wave is too short', () => {
  const halfLife = (firstLength: number, floor: number): number | null =>
    cosineWarmRestarts.closed!.halfLife!({ firstLength, lengthFactor: 2, floor }, 700);
  expect(halfLife(10, 0)).toBeCloseTo(5, 12);
  expect(halfLife(0, 0)).toBeCloseTo(50, 12);
  expect(halfLife(90, 1 / 3)).toBeCloseTo(60, 12);
  expect(halfLife(1, 0)).toBeNull();
  expect(halfLife(2, 0.5)).toBeNull();
  expect(halfLife(10, 0.6)).toBe(Infinity);
});

test('sums: (D + 1)/2 for each whole wave', () => {
  const { sum, sumOfSquares, budget, noiseBudget } = cosineWarmRestarts.closed!;
  const equal = { firstLength: 3, lengthFactor: 1, floor: 0 };
  expect(sum!({ firstLength: 3, lengthFactor: 2, floor: 0 }, 1, 9)).toBeCloseTo(2 + 3.5, 14);
  expect(sum!(equal, 1, 9)).toBeCloseTo(6, 14);
  // 1, ¾ and ¼, squared
  expect(sumOfSquares!(equal, 1, 9)).toBeCloseTo(3 * (1 + 9 / 16 + 1 / 16), 13);
  expect([budget!(equal, 1), noiseBudget!(equal, 1)]).toEqual([Infinity, Infinity]);
});

test('equal waves are summed at once, however many', () => {
  const { sum } = cosineWarmRestarts.closed!;
  expect(sum!({ firstLength: 3, lengthFactor: 1, floor: 0 }, 1, 3e14)! / 2e14).toBeCloseTo(1, 14);
});
