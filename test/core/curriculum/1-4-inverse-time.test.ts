/** The decay that works: η₀ / (1 + k t). */
import { describe, expect, test } from 'vitest';
import { expectedLoss } from '../../../core/analysis/expected-loss.ts';
import {
  inverseTimeLimit,
  leastExpectedLoss,
  optimalDecay,
} from '../../../core/analysis/optimal-decay.ts';
import { scheduleSums } from '../../../core/analysis/schedule-sums.ts';
import { travel } from '../../../core/analysis/travel.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import type { Schedule } from '../../../core/schedules/schedule.ts';
import { chosen, chosenSchedule, scheduled } from '../../support/chains.ts';
import { expectPrinted } from './printed.ts';
import { finalLoss, mean, parabola, repeat, Walk } from './walk.ts';

const inverse = (rate: number, decay: number): Schedule =>
  scheduled('inverse-time', { decay }, rate, 1000);

/** Expected loss of the noisy parabola (λ = σ = 1, from 10) after T updates. */
const expected = (lr: (t: number) => number, steps: number): number =>
  expectedLoss([{ curvature: 1, start: 10, centre: 0 }], 1, chosen('sgd'), { lr }, steps)!.total[
    steps
  ]!;

describe('k = .1, η₀ = 1', () => {
  const { lr } = inverse(1, 0.1);
  const choice = chosenSchedule('inverse-time', { decay: 0.1 });

  test('partial sums over 10, 100, 1,000, a million and 10⁹ updates', () => {
    const text = '7.188 24.44 46.65 115.6 184.7';
    expectPrinted(
      [10, 100, 1000, 1e6, 1e9].map((steps) => scheduleSums(choice, 1, steps).sum),
      text,
    );
    expectPrinted(
      [10, 100, 1000, 1e6].map((steps) => travel(lr, 0, steps)),
      '7.188 24.44 46.65 115.6',
    );
  });

  test('no bound to the sum, but to the sum of squares: 10.5166', () => {
    const { budget, noiseBudget } = scheduleSums(choice, 1, 1000);
    expect(budget).toBe(Infinity);
    expectPrinted(noiseBudget!, '10.5166');
  });
});

describe('exactly optimal on the noisy parabola, λ = σ = 1, |x₀| = 10', () => {
  const problem = { curvature: 1, noise: 1, startSquare: 100 };
  const { rate, decay } = optimalDecay(problem);
  const { lr } = inverse(rate, decay);
  const lengths = [10, 100, 1000];

  test('η₀ = k = .990099', () => {
    expectPrinted([rate, decay], '0.990099 0.990099');
  });

  test('in theory, by the closed form and by the recursion', () => {
    const text = '4.995e-2 4.9995e-3 5.000e-4';
    expectPrinted(
      lengths.map((steps) => leastExpectedLoss(problem, steps)),
      text,
    );
    expectPrinted(
      lengths.map((steps) => expected(lr, steps)),
      text,
    );
  });

  test('as measured over 4,000 runs drawn one after the other from seed 1', () => {
    const losses = lengths.map((steps) =>
      mean(
        repeat(
          { objective: parabola(), start: [10], rate: lr, noise: 1, rng: mulberry32(1) },
          4000,
          finalLoss(steps),
        ),
      ),
    );
    expectPrinted(losses, '4.927e-2 5.002e-3 4.945e-4');
  });

  /** The lowest expected loss of a family of schedules, over peak rates 1 % apart. */
  const lowest = (shape: (peak: number, steps: number) => (t: number) => number) =>
    lengths.map((steps) => {
      let best = Infinity;
      for (let peak = 1e-3; peak < 2; peak *= 1.01) {
        best = Math.min(best, expected(shape(peak, steps), steps));
      }
      return best;
    });

  test('a constant rate of .3, .05 and .01 ends higher, and so does the best one', () => {
    const losses = [0.3, 0.05, 0.01].map((peak, i) => expected(() => peak, lengths[i]!));
    expectPrinted(losses, '1.28e-1 1.46e-2 2.51e-3');
    expectPrinted(
      lowest((peak) => () => peak),
      '1.147e-1 1.449e-2 1.737e-3',
    );
  });

  test('so does the best linear decay to zero', () => {
    const best = lowest(
      (peak, steps) => scheduled('linear', { startFactor: 1, endFactor: 0 }, peak, steps).lr,
    );
    expectPrinted(best, '6.62e-2 7.89e-3 8.67e-4');
  });
});

describe('the constant decides: η₀ = .5, 100,000 updates', () => {
  test.each([
    [0.5, '5.0e-6'],
    [0.05, '2.6e-5'],
    [1, '1.75e-4'],
    [5, '1.18'],
  ])('k = %s: %s', (decay, printed) => {
    expectPrinted(expected(inverse(0.5, decay).lr, 100_000), printed);
  });

  test('t · E f tends to c² / (2 (2c − 1)) for c = λη₀/k > ½', () => {
    for (const decay of [0.5, 0.05]) {
      const limit = inverseTimeLimit(1, 1, 0.5, decay);
      expect((1e5 * expected(inverse(0.5, decay).lr, 100_000)) / limit).toBeCloseTo(1, 2);
    }
  });
});

test('f = x²/10 with η = 1/s, without noise: x/x₀ = .0136 after 10⁹ updates', () => {
  // The factors 1 − 1/(5s) telescope into Γ(n + 4/5) / (Γ(4/5) n!) ≈ n^(−1/5) / Γ(4/5).
  const last = process.env['DOWNHILL_TEST_SIZE'] === 'full' ? 1e9 : 1e7;
  let left = 1;
  for (let s = 1; s <= last; s++) left *= 1 - 0.2 / s;
  const gamma = 1.1642297137253033;
  expect(left * last ** 0.2 * gamma).toBeCloseTo(1, 6);
  expectPrinted(left * (1e9 / last) ** -0.2, '0.0136');
});

test('f = x²/2, η₀ = k = .1: x_T = 9 / (9 + T) · x₀', () => {
  const plan = { objective: parabola(), start: [10], rate: inverse(0.1, 0.1).lr };
  const ends = [10, 100, 1000].map((steps) => new Walk(plan).advance(steps).x[0]!);
  expectPrinted(ends, '4.7368 0.82569 0.089197');
});
