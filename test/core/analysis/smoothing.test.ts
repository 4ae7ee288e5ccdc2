import { describe, expect, it } from 'vitest';
import { MovingAverage, SmoothedSeries } from '../../../core/analysis/smoothing.ts';
import { fc } from '../../support/seed.ts';

const averaged = (beta: number, ...values: readonly number[]): readonly number[] => {
  const average = new MovingAverage(beta);
  return values.map((value) => average.next(value));
};

describe('the moving average', () => {
  it('has the values worked out by hand', () => {
    // β = 1/2: m = 2, 3, 9/2; divided by 1/2, 3/4, 7/8.
    const [a, b, c] = averaged(0.5, 4, 4, 6);
    expect([a, b]).toEqual([4, 4]);
    expect(c).toBeCloseTo(36 / 7, 14);
    // β = 0.9: m_3 = 0.1 (0.81 · 1 + 0.9 · 2 + 10) = 1.261; 1 − 0.9³ = 0.271.
    expect(averaged(0.9, 1, 2, 10)[2]).toBeCloseTo(1.261 / 0.271, 13);
    expect(averaged(0, 3, 1, 2)).toEqual([3, 1, 2]);
  });

  it('is what the two formulas of its description make, whatever the values', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(0.5, 0.9, 0.99, 0.999), values, (beta, given) => {
        let m = 0;
        const largest = Math.max(1, ...given.map(Math.abs));
        averaged(beta, ...given).forEach((mean, i) => {
          m = beta * m + (1 - beta) * given[i]!;
          const expected = m / (1 - beta ** (i + 1));
          expect(Math.abs(mean - expected)).toBeLessThan(1e-9 * largest);
        });
      }),
    );
  });

  it('leaves equal values as they are, to the bit, and has room for the largest', () => {
    expect(new Set(averaged(0.999, ...Array<number>(5000).fill(0.1)))).toEqual(new Set([0.1]));
    const far = averaged(0.9, 1.7e308, -1.7e308, 0);
    expect(far.every(Number.isFinite)).toBe(true);
  });

  it('begins anew behind what is not finite', () => {
    expect(averaged(0.9, 1, NaN, 7)).toEqual([1, NaN, 7]);
    expect(averaged(0.9, 1, Infinity, 7)).toEqual([1, NaN, 7]);
  });

  it('refuses a β that forgets nothing', () => {
    expect(() => new MovingAverage(1)).toThrow(RangeError);
    expect(() => new MovingAverage(NaN)).toThrow(RangeError);
  });
});

describe('a smoothed series', () => {
  const noisy = Float64Array.from({ length: 3000 }, (_, s) => Math.sin(s * 12.9898) * 43.7);
  const whole = averaged(0.9, ...noisy);

  it('is the same in whatever pieces its values come, and however it is looked at', () => {
    const series = new SmoothedSeries(0.9, 1);
    for (const [from, to] of [
      [0, 7],
      [5, 1200],
      [1200, 3000],
    ] as const) {
      series.append({ first: from, stride: 1, values: noisy.subarray(from, to) });
    }
    expect(series.lastStep).toBe(2999);
    for (const step of [0, 6, 7, 1199, 1200, 2999]) expect(series.at(step)).toBe(whole[step]);
    for (const columns of [3, 100, 3000]) {
      const { first, last, min, max } = series.view(0, 2999, columns);
      first.forEach((begin, i) => {
        const inside = whole.slice(begin, last[i]! + 1);
        expect([min[i], max[i]]).toEqual([Math.min(...inside), Math.max(...inside)]);
      });
    }
    // A part of it is a part of the same.
    expect(series.view(2000, 2000, 1).min[0]).toBe(whole[2000]);
  });

  it('is not carried over steps that are missing, and has a gap there', () => {
    const series = new SmoothedSeries(0.9, 10);
    series.append({ first: 0, stride: 10, values: Float64Array.of(1, 2, 3) });
    series.append({ first: 70, stride: 10, values: Float64Array.of(100, 100) });
    expect(series.at(70)).toBe(100);
    expect(series.at(45)).toBeNull();
    const { first, min, max, nonFinite } = series.view(0, 80, 1000);
    const gap = first.findIndex((_, i) => min[i]! > max[i]!);
    expect(first[gap]).toBe(30);
    expect(Math.max(...nonFinite)).toBe(0);
  });

  it('goes on over the last value of a run, which comes sooner than the others', () => {
    const series = new SmoothedSeries(0.5, 10);
    series.appendPoints({
      steps: Float64Array.of(0, 10, 20, 23),
      values: Float64Array.of(4, 4, 6, 6),
    });
    expect(series.at(20)).toBeCloseTo(36 / 7, 14);
    expect(series.at(23)).toBeCloseTo((0.5 * 4.5 + 3) / (15 / 16), 14);
  });
});
