import { expect, test } from 'vitest';
import { rates, scheduleOf } from '../../support/schedules.ts';

const then = (id: string, params = {}) => ({ inner: [{ id, params }] });

test('a line that reaches η₀ with its last update, then the inner schedule from its own zero', () => {
  const schedule = scheduleOf('warmup', { warmup: 4, ...then('linear') }, 8);
  expect(rates(schedule, 9)).toEqual([0.25, 0.5, 0.75, 1, 1, 0.75, 0.5, 0.25, 0]);
});

test('it may start above zero, and aims at the first rate of what follows', () => {
  const schedule = scheduleOf('warmup', {
    warmup: 2,
    startFactor: 0.5,
    ...then('list', { values: [0.4, 1], hold: 1 }),
  });
  rates(schedule, 5).forEach((rate, t) => expect(rate).toBeCloseTo([0.3, 0.4, 0.4, 1, 1][t]!, 15));
});

test('by default a tenth of the run, then a cosine over the rest', () => {
  const { lr } = scheduleOf('warmup', {}, 100);
  expect([0, 9, 10, 100].map(lr)).toEqual([0.1, 1, 1, 0]);
  expect(lr(55)).toBeCloseTo(0.5, 15);
});

test('momentum waits for the inner schedule; without one there is none', () => {
  const { momentum } = scheduleOf('warmup', { warmup: 3, ...then('cyclic', { up: 2 }) });
  expect([0, 2, 3, 4, 5].map((t) => momentum!(t))).toEqual(
    [0.9, 0.9, 0.9, 0.85, 0.8].map((value) => expect.closeTo(value, 15)),
  );
  expect(scheduleOf('warmup').momentum).toBeUndefined();
});

test('a run shorter than its warm-up is still a run', () => {
  const { lr } = scheduleOf('warmup', { warmup: 50 }, 10);
  expect([lr(9), lr(49), lr(51)]).toEqual([0.2, 1, 0]);
});
