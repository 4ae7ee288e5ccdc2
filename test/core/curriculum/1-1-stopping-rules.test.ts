/** Seven steps, and where the usual stopping rules stop. */
import { describe, expect, test } from 'vitest';
import { expectPrinted } from './printed.ts';
import { objective, parabola, updatesUntil, Walk, type Plan } from './walk.ts';
import { scheduled } from '../../support/chains.ts';

/** Updates until the loss changes by less than `least` in one update. */
function stopsOnChange(plan: Plan, least: number): Walk {
  const walk = new Walk(plan);
  let before: number;
  do {
    before = walk.loss;
    walk.advance();
  } while (!(Math.abs(walk.loss - before) < least));
  return walk;
}

describe('f = (x − 3)², from 0, η = .1', () => {
  const plan: Plan = { objective: objective('shifted-parabola'), start: [0], rate: 0.1 };

  test('the first rows: x, f and gradient', () => {
    const walk = new Walk(plan);
    const rows = [0, 1, 2, 3].flatMap(() => {
      const row = [walk.x[0]!, walk.loss, walk.grad[0]!];
      walk.advance();
      return row;
    });
    expectPrinted(rows, '0 9 -6   0.6 5.76 -4.8   1.08 3.6864 -3.84   1.464 2.3593 -3.072');
  });

  test('|Δf| < 1e-8 stops after 45 updates at f = 1.7e-8, |g| < 1e-6 after 70', () => {
    const walk = stopsOnChange(plan, 1e-8);
    expect(walk.step).toBe(45);
    expectPrinted(walk.loss, '1.7e-8');
    expect(updatesUntil(new Walk(plan), ({ gradNorm }) => gradNorm < 1e-6, 1000)).toBe(70);
  });
});

test('plateau, f = 1 − e^(−x²/2) from 4.5, η = .5: stops after 1 update, would arrive at 2798', () => {
  const plan: Plan = { objective: objective('plateau-well'), start: [4.5], rate: 0.5 };
  const walk = stopsOnChange(plan, 1e-6);
  expect(walk.step).toBe(1);
  expectPrinted(walk.loss, '0.99996');
  expect(updatesUntil(new Walk(plan), ({ loss }) => loss < 1e-6, 10_000)).toBe(2798);
});

test('decay, f = x²/2 from 10, literal recurrence with η₀ = k = .1: stops after 23 updates at x = 6.3805', () => {
  const { lr } = scheduled('literal-recurrence', { decay: 0.1 }, 0.1, 1000);
  const walk = stopsOnChange({ objective: parabola(), start: [10], rate: lr }, 1e-6);
  expect(walk.step).toBe(23);
  expectPrinted([walk.x[0]!, walk.loss], '6.3805 20.36');
});
