import { expect, test } from 'vitest';
import { estimate, seedsApart, standardErrorsApart } from '../../../core/analysis/verdict.ts';

test('mean and standard error', () => {
  const { mean, standardError, n } = estimate([1, 2, 3, 4]);
  expect([mean, n]).toEqual([2.5, 4]);
  expect(standardError).toBeCloseTo(Math.sqrt(5 / 3 / 4), 14);
  expect(estimate([7]).standardError).toBeNaN();
});

test('what has blown up has a spread, too', () => {
  const { mean, standardError } = estimate([1e300, 3e300]);
  expect(mean).toBe(2e300);
  expect(standardError / 1e300).toBeCloseTo(1, 12);
});

test('runs with the same seeds are compared seed by seed', () => {
  expect(standardErrorsApart([2, 3, 4], [1, 2, 3])).toBe(Infinity);
  expect(standardErrorsApart([1, 2], [1, 2])).toBe(0);
  expect(standardErrorsApart([1, 2, 6], [0, 0, 0])).toBeCloseTo(3 / Math.sqrt(7 / 3), 12);
});

test('the same seeds are paired, whatever their order, and so are those that one setting has more of', () => {
  const a = new Map([
    [1, 4],
    [2, 6],
    [3, 11],
  ]);
  const b = new Map([
    [3, 2],
    [2, 1],
    [1, 0],
    [4, 100],
  ]);
  const paired = { apart: standardErrorsApart([4, 6, 11], [0, 1, 2]), seeds: 3, paired: true };
  expect(seedsApart(a, b)).toEqual(paired);
});

test('other seeds are independent samples: the noise of both stays in the difference', () => {
  const a = new Map([
    [1, 2],
    [2, 4],
  ]);
  const b = new Map([
    [3, 1],
    [4, 3],
  ]);
  // Both have variance 2, so that their means have variance 1: √2 for the difference of 1.
  const { apart, ...rest } = seedsApart(a, b);
  expect(apart).toBeCloseTo(1 / Math.SQRT2, 14);
  expect(rest).toEqual({ seeds: 2, paired: false });
  expect(
    seedsApart(
      a,
      new Map([
        [1, 2],
        [2, 4],
      ]),
    ).apart,
  ).toBe(0);
});
