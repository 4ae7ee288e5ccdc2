import { expect, test } from 'vitest';
import { inverseTime } from '../../../core/schedules/inverse-time.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('timeDecay', 'inverseTimeDecay');

const { lr } = scheduleOf('inverse-time', { decay: 0.1 }, 100, 0.1);

test('the first update uses η₀; half at 1/d, a quarter at 3/d, an eighth at 7/d', () => {
  expect([lr(0), lr(10), lr(30), lr(70)]).toEqual([0.1, 0.05, 0.025, 0.0125]);
  expect(lr(1)).toBeCloseTo(0.0909, 4);
  expect(lr(5)).toBeCloseTo(0.0667, 4);
  expect(lr(50)).toBeCloseTo(0.0167, 4);
});

test('the sum over a thousand steps is 4.67 and keeps growing', () => {
  let sum = 0;
  for (let t = 0; t < 1000; t++) sum += lr(t);
  expect(sum).toBeCloseTo(4.67, 2);
});

test('d counts in multiples of the decay length, 0 being the run; the staircase rounds them down', () => {
  const run = scheduleOf('inverse-time', { decay: 1, decayLength: 0 }, 8);
  expect([run.lr(4), run.lr(8), run.lr(24)]).toEqual([2 / 3, 1 / 2, 1 / 4]);
  const stairs = scheduleOf('inverse-time', { decay: 1, decayLength: 3, staircase: true });
  expect(rates(stairs, 8)).toEqual([1, 1, 1, 1 / 2, 1 / 2, 1 / 2, 1 / 3, 1 / 3]);
});

test('half-life D/d, on the staircase at the next whole stair; never without decay', () => {
  const halfLife = (decay: number, decayLength: number, staircase: boolean): number =>
    inverseTime.closed!.halfLife!({ decay, decayLength, staircase }, 50)!;
  expect(halfLife(0.4, 10, false)).toBe(25);
  expect(halfLife(0.4, 10, true)).toBe(30);
  expect(halfLife(0.4, 0, false)).toBe(125);
  expect(halfLife(0, 10, true)).toBe(Infinity);
});

test('sums: the harmonic series for d = 1, its squares up to π²/6, plain counting for no decay at all', () => {
  const { sum, sumOfSquares, budget, noiseBudget } = inverseTime.closed!;
  const values = { decay: 1, decayLength: 1, staircase: false };
  expect(sum!(values, 1, 4)).toBeCloseTo(25 / 12, 15);
  expect(sumOfSquares!(values, 1, 2)).toBeCloseTo(1.25, 15);
  expect(noiseBudget!(values, 1)).toBeCloseTo(Math.PI ** 2 / 6, 15);
  expect(budget!(values, 1)).toBe(Infinity);
  const stairs = { decay: 1, decayLength: 3, staircase: true };
  expect(sum!(stairs, 1, 7)).toBeCloseTo(3 + 1.5 + 1 / 3, 15);
  expect(noiseBudget!(stairs, 1)).toBeCloseTo(Math.PI ** 2 / 2, 14);
  // Σ 1/(1 + d·t/D)² is about D/d, which can still be counted here.
  expect(noiseBudget!({ ...values, decay: 5e-300, decayLength: 5 }, 1)).toBe(1e300);
  for (const decay of [0, 1e-310]) {
    expect(sum!({ ...values, decay }, 1, 1000)).toBe(1000);
    expect(noiseBudget!({ ...values, decay }, 1)).toBe(Infinity);
  }
});

test('its arithmetic names a decay length only where there is one to divide by', () => {
  const { arithmetic } = inverseTime;
  const values = { decay: 0.1, decayLength: 1, staircase: false };
  expect(arithmetic(values, 8, 3)).toEqual({ formula: 'eta0/(1 + decay*t)' });
  expect(arithmetic({ ...values, decayLength: 0 }, 8, 3)).toEqual({
    formula: 'eta0/(1 + decay*(t/decayLength))',
    numbers: { decayLength: 8 },
  });
  expect(arithmetic({ ...values, staircase: true }, 8, 3)).toEqual({
    formula: 'eta0/(1 + decay*floor(t/decayLength))',
    numbers: { decayLength: 1 },
  });
});
