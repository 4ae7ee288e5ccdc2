import { describe, expect, test } from 'vitest';
import { scheduleSums } from '../../../core/analysis/schedule-sums.ts';
import { parseSchedule } from '../../../core/experiment/parse-choice.ts';
import type { Values } from '../../../core/params.ts';
import type { ScheduleId } from '../../../core/schedules/index.ts';

const sums = (id: ScheduleId, params: Values, lr: number, total: number, steps = total) =>
  scheduleSums(parseSchedule({ id, params }, id), lr, total, steps);

describe('the printed sums of inverse time with η₀ = 1, d = .1', () => {
  test.each([
    [10, '7.188'],
    [100, '24.44'],
    [1000, '46.65'],
    [1e6, '115.6'],
    [1e9, '184.7'],
  ])('Σ η over %d steps is %s', (steps, printed) => {
    const { sum } = sums('inverse-time', { decay: 0.1 }, 1, steps);
    expect(sum.toPrecision(4)).toBe(printed);
  });

  test('Σ η² in all eternity is 10.5166, and Σ η has no bound: Robbins and Monro are satisfied', () => {
    const { budget, noiseBudget, sumOfSquares } = sums('inverse-time', { decay: 0.1 }, 1, 1e9);
    expect(budget).toBe(Infinity);
    expect(noiseBudget!.toFixed(4)).toBe('10.5166');
    expect(sumOfSquares).toBeLessThan(noiseBudget!);
  });
});

test('who satisfies Robbins and Monro', () => {
  const ends = (id: ScheduleId) => {
    const { budget, noiseBudget } = sums(id, {}, 0.1, 1000);
    return [budget! < Infinity, noiseBudget! < Infinity];
  };
  expect(ends('constant')).toEqual([false, false]);
  expect(ends('inverse-time')).toEqual([false, true]);
  expect(ends('inverse-sqrt')).toEqual([false, false]);
  expect(ends('exponential')).toEqual([true, true]);
  expect(ends('literal-recurrence')).toEqual([true, true]);
});

test('η₀ scales the sum once and the sum of squares twice; η₀ = 0 travels nowhere, ever', () => {
  const one = sums('exponential', { gamma: 0.5, decayLength: 1 }, 1, 10);
  const large = sums('exponential', { gamma: 0.5, decayLength: 1 }, 4, 10);
  expect([one.budget, one.noiseBudget]).toEqual([2, 4 / 3]);
  expect([large.sum, large.sumOfSquares]).toEqual([4 * one.sum, 16 * one.sumOfSquares]);
  expect([large.budget, large.noiseBudget]).toEqual([8, 64 / 3]);
  expect(large.halfLife).toBe(1);
  const none = sums('constant', {}, 0, 10);
  expect(none).toEqual({
    sum: 0,
    sumOfSquares: 0,
    budget: 0,
    noiseBudget: 0,
    halfLife: Infinity,
  });
});

test('without closed form it adds up term by term, and says what it does not know', () => {
  const warmup = {
    warmup: 2,
    inner: [{ id: 'list', params: { values: [1, 0.7, 0.5, 0.2], hold: 1 } }],
  };
  const found = sums('warmup', warmup, 1, 6);
  expect(found.sum).toBeCloseTo(0.5 + 1 + 1 + 0.7 + 0.5 + 0.2, 14);
  expect(found.sumOfSquares).toBeCloseTo(0.25 + 1 + 1 + 0.49 + 0.25 + 0.04, 14);
  expect(found).toMatchObject({ budget: null, noiseBudget: null, halfLife: 4 });
  expect(sums('warmup', warmup, 1, 6, 4).halfLife).toBeNull();
});

test('a half-life that has no closed form is counted, though the sums have one', () => {
  // Waves of one, two and four indices: 1 | 1, ½ | …
  const short = sums('cosine-warm-restarts', { firstLength: 1, lengthFactor: 2 }, 1, 7);
  expect(short.halfLife).toBe(2);
  expect(short.sum).toBeCloseTo(1 + 1.5 + 2.5, 14);
});

test('rounding errors of many terms do not pile up', () => {
  const tenths = { schedules: [{ id: 'constant', params: {} }] };
  const { sum, sumOfSquares } = sums('chained', tenths, 0.1, 1, 1_000_000);
  expect(sum).toBe(100_000);
  expect(sumOfSquares).toBeCloseTo(10_000, 9);
});
