/** Four temperaments of the step, the U-shape with its cliff, and schedules that go up. */
import { describe, expect, test } from 'vitest';
import { bestGradientDescent } from '../../../core/analysis/best-rate.ts';
import { scheduled } from '../../support/chains.ts';
import { expectPrinted } from './printed.ts';
import { diagonal, hits, parabola, updatesUntil, Walk, type Plan } from './walk.ts';

describe('f = x²/2 from 10', () => {
  const at = (rate: number): Plan => ({ objective: parabola(), start: [10], rate });

  test.each([
    [0.1, 85],
    [0.5, 13],
    [1, 1],
    [1.5, 13],
    [1.9, 85],
    [1.99, 882],
  ])('η = %s: %s updates to f < 1e-6', (rate, updates) => {
    expect(hits(at(rate), 1e-6)).toBe(updates);
  });

  test('η = 2: period 2 for ever', () => {
    const walk = new Walk(at(2));
    for (const x of [-10, 10, -10, 10]) expect(walk.advance().x[0]).toBe(x);
    expect(hits(at(2), 1e-6, 10_000)).toBeNull();
  });

  test.each([
    [2.01, 1192],
    [2.1, 125],
    [2.5, 30],
  ])('η = %s: the loss passes 1e12 at update %s', (rate, updates) => {
    expect(updatesUntil(new Walk(at(rate)), ({ loss }) => loss > 1e12, 10_000)).toBe(updates);
  });

  test('a smaller rate is not more precise: f < 1e-30 after 3632, 347, 53 and 347 updates', () => {
    const updates = [0.01, 0.1, 0.5, 1.9].map((rate) => hits(at(rate), 1e-30));
    expect(updates).toEqual([3632, 347, 53, 347]);
  });
});

describe('the ravine ½ (x² + κ y²) from (10, 1)', () => {
  const ravine = (kappa: number, rate: number): Plan => ({
    objective: diagonal(1, kappa),
    start: [10, 1],
    rate,
  });

  test.each([
    [1, 1],
    [3, 13],
    [10, 45],
    [100, 461],
    [1000, 5032],
  ])('κ = %s: %s updates at the best constant rate', (kappa, updates) => {
    expect(hits(ravine(kappa, bestGradientDescent(1, kappa).rate), 1e-6)).toBe(updates);
  });

  test.each([
    [0.001, 8860],
    [0.005, 1769],
    [0.01, 882],
    [0.015, 587],
    [0.0195, 451],
    [0.0199, 882],
    [0.01999, 8860],
    [0.02, null],
  ])('κ = 100, η = %s: %s updates', (rate, updates) => {
    expect(hits(ravine(100, rate), 1e-6)).toBe(updates);
  });

  test('κ = 100, η = .021: beyond 1e12 at update 125', () => {
    const walk = new Walk(ravine(100, 0.021));
    expect(updatesUntil(walk, ({ loss }) => loss > 1e12, 1000)).toBe(125);
  });
});

describe('schedules that go up', () => {
  const listed = (rates: readonly number[]) => (t: number) => rates[t % rates.length]!;

  test('curvatures 1 and 100: .01 then 1 ends exactly at 0 by way of 49.005, in reverse by way of 490,050', () => {
    const losses = (...rates: readonly number[]): number[] => {
      const walk = new Walk({ objective: diagonal(1, 100), start: [10, 1], rate: listed(rates) });
      return [walk.loss, walk.advance().loss, walk.advance().loss];
    };
    const up = losses(0.01, 1);
    expectPrinted(up.slice(0, 2), '100 49.005');
    expect(up[2]).toBeLessThan(1e-25);
    const down = losses(1, 0.01);
    expectPrinted(down[1]!, '490050');
    expect(down[2]).toBeLessThan(1e-20);
  });

  describe('ten dimensions, eigenvalues log-spaced from 1 to 100, from (1, …, 1)', () => {
    const eigenvalues = Array.from({ length: 10 }, (_, i) => 10 ** ((2 * i) / 9));
    const plan = (rate: Plan['rate']): Plan => ({
      objective: diagonal(...eigenvalues),
      start: new Array<number>(10).fill(1),
      rate,
    });

    test('f₀ = 124.09; constant 2/(μ + L) needs 444 updates, a repeated pair 177', () => {
      expectPrinted(new Walk(plan(0)).loss, '124.09');
      expect(hits(plan(2 / 101), 1e-6)).toBe(444);
      expect(hits(plan(listed([0.0117, 0.064])), 1e-6)).toBe(177);
    });

    test('Chebyshev over 64 updates ends at 2.9e-9, passing through 2.8e4', () => {
      const { lr } = scheduled('chebyshev', { condition: 100 }, 1 / 100, 64);
      const walk = new Walk(plan(lr));
      let highest = 0;
      while (walk.step < 64) highest = Math.max(highest, walk.advance().loss);
      expectPrinted([walk.loss, highest], '2.9e-9 2.8e4');
    });

    test('silver steps: 2.2e-4 after 127 updates, constant 1/L 5.2e-2', () => {
      const { lr } = scheduled('silver', {}, 0.01, 127);
      expectPrinted(new Walk(plan(lr)).advance(127).loss, '2.2e-4');
      expectPrinted(new Walk(plan(0.01)).advance(127).loss, '5.2e-2');
    });
  });
});

test('near the minimum the loss is least sensitive: Δy = .01 on 50 y² costs 1.005, .105, .015, .005', () => {
  const f = diagonal(100);
  const value = (y: number): number => f.valueAndGrad(Float64Array.of(y), new Float64Array(1));
  const rises = [1, 0.1, 0.01, 0].map((y) => value(y + 0.01) - value(y));
  expectPrinted(rises, '1.005 0.105 0.015 0.005');
});
