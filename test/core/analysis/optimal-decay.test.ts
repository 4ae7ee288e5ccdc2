import { expect, test } from 'vitest';
import {
  inverseTimeLimit,
  leastExpectedLoss,
  optimalDecay,
} from '../../../core/analysis/optimal-decay.ts';
import { fc } from '../../support/seed.ts';

/** E f after the rates of a list, from E x₀² = start: the variance recursion, written once more. */
function expectedAfter(
  rates: readonly number[],
  parabola: { curvature: number; noise: number; startSquare: number },
): number {
  const { curvature, noise, startSquare } = parabola;
  const square = rates.reduce(
    (v, rate) => (1 - rate * curvature) ** 2 * v + rate ** 2 * noise ** 2,
    startSquare,
  );
  return (curvature / 2) * square;
}

const parabolas = fc.record({
  curvature: fc.double({ min: 0.05, max: 20, noNaN: true }),
  noise: fc.double({ min: 0.05, max: 20, noNaN: true }),
  startSquare: fc.double({ min: 0.05, max: 400, noNaN: true }),
});

test('the closed form is what the recursion gives, and no other rate does better at any one step', () => {
  fc.assert(
    fc.property(
      parabolas,
      fc.nat(29),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (p, at, change) => {
        const { rate, decay } = optimalDecay(p);
        const best = Array.from({ length: 30 }, (_, t) => rate / (1 + decay * t));
        const least = expectedAfter(best, p);
        expect(least / leastExpectedLoss(p, 30)).toBeCloseTo(1, 11);
        const other = best.with(at, best[at]! * (1 + change));
        expect(expectedAfter(other, p)).toBeGreaterThanOrEqual(least * (1 - 1e-12));
      },
    ),
  );
});

test('t · E f tends to c² / (2 (2c − 1)) for λ = σ = 1, and has no limit for c ≤ ½', () => {
  expect(inverseTimeLimit(1, 1, 1, 1)).toBe(0.5);
  expect(inverseTimeLimit(1, 1, 2, 1)).toBeCloseTo(2 / 3, 15);
  expect(inverseTimeLimit(1, 1, 0.3, 1)).toBe(Infinity);
  const steps = 200_000;
  const rates = Array.from({ length: steps }, (_, t) => 1.2 / (1 + 0.4 * t));
  const p = { curvature: 0.5, noise: 2, startSquare: 9 };
  expect((steps * expectedAfter(rates, p)) / inverseTimeLimit(0.5, 2, 1.2, 0.4)).toBeCloseTo(1, 3);
});
