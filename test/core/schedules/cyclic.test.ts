import { expect, test } from 'vitest';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('cyclic');

const triangle = { baseFactor: 0.2, up: 2, down: 4 };

test('up in U, down in V, over and over', () => {
  const wanted = [0.2, 0.6, 1, 0.8, 0.6, 0.4, 0.2, 0.6, 1];
  rates(scheduleOf('cyclic', triangle), 9).forEach((rate, t) =>
    expect(rate).toBeCloseTo(wanted[t]!, 15),
  );
});

test('the height halves with each cycle, or shrinks by γ at each step', () => {
  const halving = scheduleOf('cyclic', { ...triangle, mode: 'triangular2' });
  expect([2, 8, 14].map(halving.lr)).toEqual([1, 0.6, 0.4].map((rate) => expect.closeTo(rate, 15)));
  const shrinking = scheduleOf('cyclic', { ...triangle, mode: 'exp-range', shrink: 0.5 });
  expect([1, 2, 3].map(shrinking.lr)).toEqual(
    [0.4, 0.4, 0.275].map((rate) => expect.closeTo(rate, 15)),
  );
});

test('momentum is lowest at the peak and shrinks alike; or the optimizer keeps its own', () => {
  const { momentum } = scheduleOf('cyclic', { ...triangle, mode: 'triangular2' });
  const wanted = [0.9, 0.85, 0.8, 0.825, 0.85, 0.875, 0.9, 0.875, 0.85];
  wanted.forEach((value, t) => expect(momentum!(t)).toBeCloseTo(value, 15));
  expect(scheduleOf('cyclic', { cycleMomentum: false }).momentum).toBeUndefined();
});

test('by default five cycles with equal flanks, up from a quarter of the peak', () => {
  const { lr } = scheduleOf('cyclic', {}, 100);
  expect([0, 10, 20, 30, 100].map(lr)).toEqual([0.25, 1, 0.25, 1, 0.25]);
  const other = scheduleOf('cyclic', { up: 3 }, 100);
  expect([3, 6, 9].map(other.lr)).toEqual([1, 0.25, 1]);
});
