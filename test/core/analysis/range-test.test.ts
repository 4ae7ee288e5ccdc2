import { describe, expect, test } from 'vitest';
import { rangeMarks, rangeRates, smoothedLosses } from '../../../core/analysis/range-test.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

const rates = rangeRates(1e-4, 10, 200);

/** Falls from 2.3, fastest at η = .3, and rises again as (η / .9)⁴. */
const curve = (eta: number): number => 2.3 - 2 / (1 + (0.3 / eta) ** 3) + 0.01 * (eta / 0.9) ** 4;

test('the rates grow by one factor from the first to the last', () => {
  expect(rates[0]).toBe(1e-4);
  expect(rates[199]).toBeCloseTo(10, 12);
  expect(rates[100]! / rates[99]!).toBeCloseTo(1e5 ** (1 / 199), 12);
});

test('a curve that falls and rises: the marks lie where it does so, less than ×2 late by the running mean', () => {
  const { steepest, lowest, blowUp, positive } = rangeMarks(rates, rates.map(curve));
  expect(positive).toBe(true);
  expect(steepest! / 0.3).toBeGreaterThan(1);
  expect(steepest! / 0.3).toBeLessThan(2);
  const bottom = rates.reduce((best, eta) => (curve(eta) < curve(best) ? eta : best));
  expect(lowest! / bottom).toBeGreaterThan(1);
  expect(lowest! / bottom).toBeLessThan(2);
  expect(blowUp!).toBeGreaterThan(lowest!);
});

test('mini-batch noise moves the marks by less than ×2', () => {
  const calm = rangeMarks(rates, rates.map(curve));
  for (let seed = 1; seed <= 20; seed++) {
    const rng = mulberry32(seed);
    const noisy = rangeMarks(
      rates,
      rates.map((eta) => curve(eta) * (1 + 0.1 * rng.normal())),
    );
    expect(Math.abs(Math.log2(noisy.steepest! / calm.steepest!))).toBeLessThan(1);
    expect(Math.abs(Math.log2(noisy.lowest! / calm.lowest!))).toBeLessThan(1);
  }
});

test('a loss that is not a number is the blow-up; nothing after it counts', () => {
  const losses = rates.map((eta) => (eta < 0.5 ? 2 - eta : NaN));
  const { lowest, blowUp } = rangeMarks(rates, losses);
  expect(blowUp).toBe(rates.find((eta) => eta >= 0.5));
  expect(lowest).toBe(rates.findLast((eta) => eta < 0.5));
});

test('a stall is not a blow-up, and a loss that never falls has neither mark', () => {
  expect(
    rangeMarks(
      rates,
      rates.map((eta) => Math.max(0.5, 2 - eta)),
    ).blowUp,
  ).toBeNull();
  const rising = rangeMarks(
    rates,
    rates.map((eta) => 1 + eta),
  );
  expect([rising.steepest, rising.lowest]).toEqual([null, null]);
  expect(rangeMarks([0.1], [NaN])).toMatchObject({ steepest: null, lowest: null, blowUp: 0.1 });
});

describe('a loss that goes below zero', () => {
  const below = (eta: number): number => curve(eta) - 10;

  test('has blown up where it is back above where it began', () => {
    const marks = rangeMarks(rates, rates.map(below));
    expect([marks.steepest, marks.lowest].every((rate) => rate! > 0.3)).toBe(true);
    expect(marks.positive).toBe(false);
    const smooth = smoothedLosses(rates.map(below));
    const at = rates.indexOf(marks.blowUp!);
    const [first, lowest] = [smooth[0]!, Math.min(...smooth)];
    expect(smooth[at]).toBeGreaterThan(first);
    expect(smooth[at - 1]! - lowest).toBeLessThanOrEqual(first - lowest);
  });

  test('does not blow up by passing zero, where noise is any multiple of it', () => {
    const rng = mulberry32(3);
    const losses = rates.map((_, k) => 5 - 0.1 * k + rng.normal());
    const { blowUp, lowest } = rangeMarks(rates, losses);
    expect(blowUp).toBeNull();
    expect(lowest!).toBeGreaterThan(rates[190]!);
  });

  test('does not blow up by rising a little where it never fell; a value that is not finite is one', () => {
    const rising = rates.map((_, k) => -1 + 1e-9 * k);
    expect(rangeMarks(rates, rising).blowUp).toBeNull();
    const broken = rising.map((loss, k) => (k < 50 ? loss : Infinity));
    expect(rangeMarks(rates, broken).blowUp).toBe(rates[50]);
  });

  test('judges alike however far below zero it lies', () => {
    const marks = rangeMarks(rates, rates.map(below));
    const deeper = rangeMarks(
      rates,
      rates.map((eta) => below(eta) - 1000),
    );
    expect(deeper).toEqual(marks);
  });
});
