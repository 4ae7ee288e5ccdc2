import { describe, expect, test } from 'vitest';
import { chebyshev } from '../../../core/schedules/chebyshev.ts';
import { rates, scheduleOf } from '../../support/schedules.ts';

/** Loss of gradient descent on ½ Σ λ θ², from θ = 1 everywhere: the last one and the largest on the way. */
function descend(
  curvatures: readonly number[],
  steps: readonly number[],
): { last: number; most: number } {
  const theta = curvatures.map(() => 1);
  const loss = (): number => curvatures.reduce((sum, c, i) => sum + 0.5 * c * theta[i]! ** 2, 0);
  let most = loss();
  for (const step of steps) {
    curvatures.forEach((c, i) => (theta[i]! *= 1 - step * c));
    most = Math.max(most, loss());
  }
  return { last: loss(), most };
}

/** Ten curvatures from 1 to 100, evenly spaced on a logarithmic axis; the loss starts at 124.09. */
const spectrum = Array.from({ length: 10 }, (_, i) => 100 ** (i / 9));

test('the inverses are the Chebyshev roots on [μ, L]', () => {
  const { lr } = scheduleOf(
    'chebyshev',
    { length: 2, condition: 100, order: 'ascending' },
    1,
    0.01,
  );
  expect(1 / lr(0)).toBeCloseTo(50.5 + 49.5 * Math.SQRT1_2, 12);
  expect(1 / lr(1)).toBeCloseTo(50.5 - 49.5 * Math.SQRT1_2, 12);
  expect(lr(2)).toBe(lr(0));
});

test('with one curvature only, every rate is 1/L', () => {
  expect(rates(scheduleOf('chebyshev', { length: 5, condition: 1 }), 5)).toEqual([1, 1, 1, 1, 1]);
});

describe('64 rates on the 10-dimensional quadratic of condition 100', () => {
  const run = (order: string) =>
    descend(
      spectrum,
      rates(scheduleOf('chebyshev', { length: 64, condition: 100, order }, 1, 0.01), 64),
    );

  test('paired, it ends at 2.9e-9, passing through 2.8e4', () => {
    expect(descend(spectrum, []).last).toBeCloseTo(124.09, 2);
    const { last, most } = run('paired');
    expect(last.toExponential(1)).toBe('2.9e-9');
    expect(most.toExponential(1)).toBe('2.8e+4');
  });

  test('the order changes nothing but what happens on the way', () => {
    expect(run('ascending').last).toBeLessThan(1e-8);
    expect(run('descending').most).toBeGreaterThan(1e40);
  });

  test('a thousand rates in pairs stay within rounding of their bound, in any length', () => {
    for (const length of [97, 100, 1000]) {
      const steps = rates(scheduleOf('chebyshev', { length }, 1, 0.01), length);
      const { last } = descend(spectrum, steps);
      const rho = (Math.sqrt(100) - 1) / (Math.sqrt(100) + 1);
      const bound = (2 * rho ** length) / (1 + rho ** (2 * length));
      expect(last).toBeLessThanOrEqual(124.1 * bound ** 2 + 1e-20);
    }
  });
});

describe('the order in pairs', () => {
  const order = (length: number): number[] => {
    const ascending = rates(scheduleOf('chebyshev', { length, order: 'ascending' }), length);
    return rates(scheduleOf('chebyshev', { length }), length).map(
      (rate) => ascending.indexOf(rate) + 1,
    );
  };

  test('of 2ᵐ rates is i ↦ {i, 2ᵐ + 1 − i}', () => {
    expect(order(2)).toEqual([1, 2]);
    expect(order(4)).toEqual([1, 4, 2, 3]);
    expect(order(8)).toEqual([1, 8, 4, 5, 2, 7, 3, 6]);
  });

  test('of an odd number begins with the middle', () => {
    expect(order(1)).toEqual([1]);
    expect(order(5)).toEqual([3, 1, 5, 2, 4]);
    expect(order(6)).toEqual([2, 5, 1, 6, 3, 4]);
  });

  test('descending is ascending backwards', () => {
    const up = rates(scheduleOf('chebyshev', { length: 7, order: 'ascending' }), 7);
    const down = rates(scheduleOf('chebyshev', { length: 7, order: 'descending' }), 7);
    expect(down).toEqual(up.toReversed());
    expect(up).toEqual(up.toSorted((a, b) => a - b));
  });
});

test('a cycle travels (N/√(μL))·tanh(Nu), cosh u = (κ + 1)/(κ − 1)', () => {
  const steps = rates(scheduleOf('chebyshev', { condition: 100 }, 16), 16);
  const travelled = steps.reduce((sum, rate) => sum + rate, 0);
  expect(travelled).toBeCloseTo(160 * Math.tanh(16 * Math.acosh(101 / 99)), 10);
});

test('cycle after cycle, both budgets have no bound', () => {
  const { budget, noiseBudget } = chebyshev.closed!;
  const values = { length: 5, condition: 100, order: 'paired' } as const;
  expect([budget!(values, 1), noiseBudget!(values, 1)]).toEqual([Infinity, Infinity]);
});
