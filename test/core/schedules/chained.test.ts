import { expect, test } from 'vitest';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('chained');

const step = { id: 'step', params: { stepSize: 1, gamma: 0.5 } };
const list = { id: 'list', params: { values: [1, 3], hold: 1 } };

test('the factors of all multiply η₀, on one clock', () => {
  const schedule = scheduleOf('chained', { schedules: [step, list, step] }, 100, 2);
  expect(rates(schedule, 3)).toEqual([2, 1.5, 0.375]);
});

test('by default restarts under a line to zero', () => {
  const { lr } = scheduleOf('chained', {}, 70);
  expect([0, 10, 30, 70].map(lr)).toEqual(
    [1, 60 / 70, 40 / 70, 0].map((rate) => expect.closeTo(rate, 14)),
  );
});

test('of several that cycle momentum the last one does; without one there is none', () => {
  const cyclic = (up: number) => ({ id: 'cyclic', params: { up } });
  const { momentum } = scheduleOf('chained', { schedules: [cyclic(4), cyclic(2), step] });
  expect(momentum!(2)).toBeCloseTo(0.8, 15);
  expect(scheduleOf('chained', { schedules: [step] }).momentum).toBeUndefined();
});
