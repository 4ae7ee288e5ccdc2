import { expect, test } from 'vitest';
import { parseParams } from '../../../core/params.ts';
import { noam } from '../../../core/schedules/noam.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('noam');

test('counting from one: η₀ at step W, a line before it, the inverse square root after', () => {
  const schedule = scheduleOf('noam', { warmup: 4 });
  rates(schedule, 4).forEach((rate, t) => expect(rate).toBeCloseTo((t + 1) / 4, 15));
  expect(schedule.lr(15)).toBeCloseTo(0.5, 15);
});

test('by default the rise takes a tenth of the run', () => {
  const { lr } = scheduleOf('noam', {}, 100);
  expect(lr(9)).toBeCloseTo(1, 15);
  expect(lr(8)).toBeLessThan(1);
  expect(lr(10)).toBeLessThan(1);
});

test('in the paper’s terms: width 512, 4000 steps of warm-up, peak 7.0e-4', () => {
  const { lr } = scheduleOf('noam', { scale: 'paper', modelDim: 512, warmup: 4000 });
  expect(lr(3999).toExponential(1)).toBe('7.0e-4');
  expect(lr(3999)).toBeCloseTo(1 / Math.sqrt(512 * 4000), 15);
});

test('a model is a whole number wide', () => {
  expect(() => parseParams(noam.params, { modelDim: 1.5 }, 'params')).toThrow(/params\.modelDim/);
});

test('half-life; sums of line and roots, without bound', () => {
  const { halfLife, sum, sumOfSquares, budget, noiseBudget } = noam.closed!;
  const values = { warmup: 2, scale: 'peak', modelDim: 512 } as const;
  expect(halfLife!(values, 1)).toBe(7);
  expect(sum!(values, 1, 3)).toBeCloseTo(0.5 + 1 + Math.sqrt(2 / 3), 14);
  expect(sumOfSquares!(values, 1, 4)).toBeCloseTo(0.25 + 1 + 2 / 3 + 0.5, 14);
  expect([budget!(values, 1), noiseBudget!(values, 1)]).toEqual([Infinity, Infinity]);
});
