/** The code lr = lr / (1 + k·epoch), which is another schedule than the formula it is written for. */
import { describe, expect, test } from 'vitest';
import { expectedLoss } from '../../../core/analysis/expected-loss.ts';
import { travel } from '../../../core/analysis/travel.ts';
import { mulberry32 } from '../../../core/math/rng.ts';
import type { Schedule } from '../../../core/schedules/schedule.ts';
import { chosen, scheduled } from '../../support/chains.ts';
import { expectPrinted, expectSameMean } from './printed.ts';
import { finalLoss, objective, parabola, repeat, Walk } from './walk.ts';

const literal = (rate: number, decay: number): Schedule =>
  scheduled('literal-recurrence', { decay }, rate, 1000);

const constants = [0.001, 0.01, 0.05, 0.1, 0.2, 0.5, 0.9, 1];
/** Beyond this index every one of these schedules has reached zero. */
const NEVER = 2000;

const firstAt = (holds: (t: number) => boolean): number => {
  let t = 0;
  while (!holds(t)) t++;
  return t;
};

describe('relative to η₀, for k = .001, .01, .05, .1, .2, .5, .9, 1', () => {
  test('the travel in all eternity, R(k)', () => {
    const sums = constants.map((k) => travel(literal(1, k).lr, 0, NEVER));
    expectPrinted(sums, '39.970 12.877 5.9632 4.3327 3.1887 2.1945 1.7785 1.71828');
    expect(sums.at(-1)).toBeCloseTo(Math.E - 1, 14);
  });

  test('the asymptotic formula √(π/2k) + 1/3 + √(πk/2)/12', () => {
    const sums = constants.map(
      (k) => Math.sqrt(Math.PI / (2 * k)) + 1 / 3 + Math.sqrt((Math.PI * k) / 2) / 12,
    );
    expectPrinted(sums, '39.970 12.877 5.9617 4.3297 3.1825 2.1796 1.7535 1.6911');
  });

  test.each([
    [0.5, [37, 12, 6, 4, 3, 2, 2, 2]],
    [0.01, [97, 32, 15, 11, 8, 6, 5, 4]],
    [1e-6, [171, 57, 28, 21, 16, 11, 9, 9]],
  ])('the first epoch below %s', (share, epochs) => {
    expect(constants.map((k) => firstAt((t) => literal(1, k).lr(t) < share))).toEqual(epochs);
  });

  test('the epochs in which 99 % of all travel is done', () => {
    const epochs = constants.map((k) => {
      const { lr } = literal(1, k);
      const all = travel(lr, 0, NEVER);
      let sum = 0;
      return firstAt((t) => (sum += lr(t)) >= 0.99 * all) + 1;
    });
    expect(epochs).toEqual([83, 28, 13, 10, 7, 5, 4, 4]);
  });

  test('the epoch at which it falls below the smallest positive float64, 2⁻¹⁰⁷⁴', () => {
    const epochs = constants.map((k) => {
      let bits = 0;
      return firstAt((t) => (bits -= Math.log2(1 + k * t)) < -1074);
    });
    expect(epochs).toEqual([1449, 591, 355, 294, 248, 203, 180, 177]);
    // Rounding keeps the last positive number one epoch longer where the quotient is above its half.
    const zero = constants.map((k) => firstAt((t) => literal(1, k).lr(t) === 0));
    expect(zero).toEqual([1450, 591, 355, 294, 248, 203, 181, 177]);
  });

  test('k = 1: η_t = η₀ / (t + 1)!', () => {
    expect(literal(1, 1).lr(3)).toBeCloseTo(1 / 24, 16);
  });
});

describe('η₀ = k = .1', () => {
  const { lr } = literal(0.1, 0.1);

  test('on |x| it travels .43327 and not further', () => {
    const walk = new Walk({ objective: objective('absolute-value'), start: [10], rate: lr });
    expectPrinted(10 - walk.advance(1000).x[0]!, '0.43327');
  });

  test('on x²/2 from 10 it freezes at 6.380512, where inverse time is at .0892 and a constant at 1e-45', () => {
    const end = (rate: number | ((t: number) => number)): number =>
      new Walk({ objective: parabola(), start: [10], rate }).advance(1000).x[0]!;
    expectPrinted(end(lr), '6.380512');
    expectPrinted(
      end((t) => 0.1 / (1 + 0.1 * t)),
      '0.0892',
    );
    expectPrinted(Math.log10(end(0.1)), '-45');
  });

  test('with noise the loss is 20.36 after 100, 1,000 and 10,000 updates alike', () => {
    const start = [{ curvature: 1, start: 10, centre: 0 }];
    const { total } = expectedLoss(start, 1, chosen('sgd'), { lr }, 10_000)!;
    const losses = repeat(
      { objective: parabola(), start: [10], rate: lr, noise: 1, rng: mulberry32(1) },
      2000,
      finalLoss(100),
    );
    expectSameMean(losses, '20.36');
    expectPrinted(
      [100, 1000, 10_000].map((s) => total[s]! - total[100]!),
      '0 0 0',
    );
    expect(total[100]).toBeCloseTo(20.36, 1);
  });
});

test('tied to the horizon, k ≈ 6 … 10 / T², it is a good schedule', () => {
  const start = [{ curvature: 1, start: 10, centre: 0 }];
  const lowest = (steps: number, share: number): number => {
    let best = Infinity;
    for (let rate = 1 / steps; rate < 1; rate *= 1.02) {
      const schedule = literal(rate, share / steps ** 2);
      const { total } = expectedLoss(start, 1, chosen('sgd'), schedule, steps)!;
      best = Math.min(best, total[steps]!);
    }
    return best;
  };
  expectPrinted([lowest(100, 5.8), lowest(1000, 5.8)], '7.2e-3 7.7e-4');
});

test('closed form and recurrence, as frameworks compute them, for η₀ = k = .1', () => {
  const rates = ({ lr }: Schedule, n: number): number[] =>
    Array.from({ length: n }, (_, t) => lr(t));
  const closed = scheduled('inverse-time', { decay: 0.1 }, 0.1, 10);
  expectPrinted(rates(closed, 4), '0.1 0.090909 0.083333 0.076923');
  expectPrinted(rates(literal(0.1, 0.1), 6), '0.1 0.090909 0.075758 0.058275 0.041625 0.02775');
});
