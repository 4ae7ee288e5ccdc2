import { expect, test } from 'vitest';
import { inverseSqrtWarmup } from '../../../core/schedules/inverse-sqrt-warmup.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('inverseSqrtWarmup');

test('a line up to η₀, then √(W/t), meeting it without a jump', () => {
  const { lr } = scheduleOf('inverse-sqrt-warmup', { warmup: 4, initFactor: 0.5 });
  expect([0, 2, 4, 16, 64].map(lr)).toEqual([0.5, 0.75, 1, 0.5, 0.25]);
});

test('by default from zero, over a tenth of the run', () => {
  const { lr } = scheduleOf('inverse-sqrt-warmup', {}, 100);
  expect([0, 5, 10, 40].map(lr)).toEqual([0, 0.5, 1, 0.5]);
});

test('half-life 4W; sums of line and roots, without bound', () => {
  const { halfLife, sum, sumOfSquares, budget, noiseBudget } = inverseSqrtWarmup.closed!;
  expect(halfLife!({ warmup: 5, initFactor: 0 }, 1)).toBe(20);
  expect(halfLife!({ warmup: 0, initFactor: 1 }, 100)).toBe(40);
  expect(halfLife!({ warmup: 5, initFactor: 1.1 }, 1)).toBeNull();
  const values = { warmup: 2, initFactor: 0.5 };
  expect(sum!(values, 1, 3)).toBeCloseTo(0.5 + 0.75 + 1, 14);
  expect(sumOfSquares!(values, 1, 4)).toBeCloseTo(0.25 + 0.5625 + 1 + 2 / 3, 14);
  expect([budget!(values, 1), noiseBudget!(values, 1)]).toEqual([Infinity, Infinity]);
});
