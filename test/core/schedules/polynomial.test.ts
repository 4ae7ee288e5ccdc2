import { expect, test } from 'vitest';
import { polynomial } from '../../../core/schedules/polynomial.ts';
import { itEqualsTheRecorded } from '../../support/recorded-schedules.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

itEqualsTheRecorded('polynomial', 'polynomialDecay');

test('falls along a power of the time left, to its floor, and stays there', () => {
  expect(rates(scheduleOf('polynomial', { power: 2, length: 4 }), 6)).toEqual([
    1, 0.5625, 0.25, 0.0625, 0, 0,
  ]);
  const { lr } = scheduleOf('polynomial', { power: 1, floor: 0.2 }, 10);
  expect([lr(5), lr(10), lr(1000)]).toEqual([expect.closeTo(0.6, 15), 0.2, 0.2]);
});

test('cycling, it jumps up each time the length is passed, to a longer fall', () => {
  const schedule = scheduleOf('polynomial', { power: 1, length: 2, cycle: true });
  expect(rates(schedule, 8)).toEqual([1, 0.5, 0, 1 / 4, 0, 1 / 6, 0, 1 / 8]);
});

test('half-lives', () => {
  const halfLife = (power: number, floor: number): number | null =>
    polynomial.closed!.halfLife!({ power, floor, length: 100, cycle: false }, 1);
  expect(halfLife(1, 0)).toBe(50);
  expect(halfLife(0.5, 0)).toBe(75);
  expect(halfLife(2, 0)).toBeCloseTo(100 * (1 - Math.SQRT1_2), 12);
  expect(halfLife(1, 0.25)).toBeCloseTo(200 / 3, 12);
  expect(halfLife(1, 0.5)).toBe(100);
  expect(halfLife(1, 0.6)).toBe(Infinity);
  expect(halfLife(0, 0)).toBe(Infinity);
});

test('sums: the triangle (T + 1)/2, then the floor; none in closed form past the first of its cycles', () => {
  const { sum, sumOfSquares, budget, noiseBudget } = polynomial.closed!;
  const values = { power: 1, floor: 0, length: 9, cycle: false };
  expect(budget!(values, 1)).toBeCloseTo(5, 14);
  expect(noiseBudget!(values, 1)).toBeCloseTo((10 * 19) / 54, 14);
  expect(sumOfSquares!(values, 1, 2)).toBeCloseTo(1 + 64 / 81, 14);
  expect(sum!({ ...values, floor: 0.5 }, 1, 19)).toBeCloseTo(4.5 + 2.5 + 5, 13);
  expect(budget!({ ...values, floor: 0.5 }, 1)).toBe(Infinity);
  expect(sum!({ ...values, power: 0, floor: 0.25 }, 1, 19)).toBeCloseTo(19, 13);
  expect(sum!({ ...values, cycle: true }, 1, 9)).toBeCloseTo(5, 14);
  expect(sum!({ ...values, cycle: true }, 1, 10)).toBeNull();
});

test('its arithmetic leaves out a floor of zero, and the time once it has run out', () => {
  const formula = (floor: number, t: number) =>
    polynomial.arithmetic({ power: 2, floor, length: 4, cycle: false }, 1, t).formula;
  expect(formula(0, 4)).toBe('eta0*(1 - t/length)^power');
  expect(formula(0, 5)).toBe('eta0*0^power');
  expect(formula(0.1, 4)).toBe('eta0*(floor + (1 - floor)*(1 - t/length)^power)');
});
