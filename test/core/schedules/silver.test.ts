import { expect, test } from 'vitest';
import { silver } from '../../../core/schedules/silver.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

const RHO = 1 + Math.SQRT2;

test('√2, 2, √2, 1 + ρ, √2, 2, √2, 1 + ρ²', () => {
  const wanted = [Math.SQRT2, 2, Math.SQRT2, 1 + RHO, Math.SQRT2, 2, Math.SQRT2, 1 + RHO ** 2];
  rates(scheduleOf('silver'), 8).forEach((rate, t) => expect(rate).toBeCloseTo(wanted[t]!, 13));
});

test('after 127 steps 2.2e-4 where the constant rate 1/L is at 5.2e-2', () => {
  const spectrum = Array.from({ length: 10 }, (_, i) => 100 ** (i / 9));
  const loss = (steps: readonly number[]): number =>
    spectrum.reduce(
      (sum, c) => sum + 0.5 * c * steps.reduce((theta, step) => theta * (1 - step * c), 1) ** 2,
      0,
    );
  expect(loss(rates(scheduleOf('silver', {}, 127, 0.01), 127)).toExponential(1)).toBe('2.2e-4');
  expect(loss(Array.from({ length: 127 }, () => 0.01)).toExponential(1)).toBe('5.2e-2');
});

test('2ᵐ − 1 steps travel ρᵐ − 1 (in units of η₀), without bound', () => {
  const { sum, sumOfSquares, budget, noiseBudget } = silver.closed!;
  for (const m of [1, 2, 7, 30])
    expect(sum!({}, 1, 2 ** m - 1)! / (RHO ** m - 1)).toBeCloseTo(1, 13);
  expect(sumOfSquares!({}, 1, 4)).toBeCloseTo(2 + 4 + 2 + (1 + RHO) ** 2, 13);
  expect([budget!({}, 1), noiseBudget!({}, 1)]).toEqual([Infinity, Infinity]);
  expect(silver.closed!.halfLife!({}, 1)).toBe(4);
});
