import { expect, test } from 'vitest';
import { defaultParams } from '../../../core/params.ts';
import { oneCycle } from '../../../core/schedules/one-cycle.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('oneCycle');

const lines = { anneal: 'linear', startDivisor: 5, endDivisor: 2 } as const;

test('start, peak at pN − 1, end at N − 1, then held', () => {
  const schedule = scheduleOf('one-cycle', { ...lines, length: 10, riseShare: 0.5 });
  const wanted = [0.2, 0.4, 0.6, 0.8, 1, 0.82, 0.64, 0.46, 0.28, 0.1, 0.1, 0.1];
  rates(schedule, 12).forEach((rate, t) => expect(rate).toBeCloseTo(wanted[t]!, 14));
});

test('three phases: up and down alike, then away', () => {
  const schedule = scheduleOf('one-cycle', {
    ...lines,
    length: 10,
    riseShare: 0.4,
    threePhase: true,
  });
  const wanted = [0.2, 0.466667, 0.733333, 1, 0.733333, 0.466667, 0.2, 0.166667, 0.133333, 0.1];
  rates(schedule, 10).forEach((rate, t) => expect(rate).toBeCloseTo(wanted[t]!, 6));
  const momenta = [0.95, 0.916667, 0.883333, 0.85, 0.883333, 0.916667, 0.95, 0.95, 0.95, 0.95];
  momenta.forEach((value, t) => expect(schedule.momentum!(t)).toBeCloseTo(value, 6));
});

test('by half cosine waves a quarter of the way is .1464 of the height', () => {
  const { lr } = scheduleOf('one-cycle', { length: 10, riseShare: 0.5, startDivisor: 5 });
  expect(lr(1)).toBeCloseTo(0.2 + (0.8 * (1 - Math.SQRT1_2)) / 2, 15);
});

test('by default it fills the run, from η₀/25 to η₀/250,000, with momentum', () => {
  const { lr, momentum } = scheduleOf('one-cycle', {}, 100);
  expect([0, 29, 99, 500].map(lr)).toEqual(
    [0.04, 1, 4e-6, 4e-6].map((rate) => expect.closeTo(rate, 14)),
  );
  expect([0, 29, 99].map((t) => momentum!(t))).toEqual(
    [0.95, 0.85, 0.95].map((m) => expect.closeTo(m, 14)),
  );
  expect(scheduleOf('one-cycle', { cycleMomentum: false }).momentum).toBeUndefined();
});

test('without a rise it starts at the top of the fall; a rise of one step is over at once', () => {
  expect(scheduleOf('one-cycle', { ...lines, length: 10, riseShare: 0 }).lr(9)).toBeCloseTo(
    0.1,
    14,
  );
  // The fall begins at t = −1, where the peak would be.
  expect(scheduleOf('one-cycle', { ...lines, length: 10, riseShare: 0 }).lr(0)).toBeCloseTo(
    0.91,
    14,
  );
  expect(scheduleOf('one-cycle', { ...lines, length: 10, riseShare: 0.1 }).lr(0)).toBe(1);
});

test('held at its last rate, however low, both budgets have no bound', () => {
  const { budget, noiseBudget } = oneCycle.closed!;
  const values = defaultParams(oneCycle.params);
  expect([budget!(values, 100), noiseBudget!(values, 100)]).toEqual([Infinity, Infinity]);
});
