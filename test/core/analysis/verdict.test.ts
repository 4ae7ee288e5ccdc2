import { expect, test } from 'vitest';
import { estimate, standardErrorsApart } from '../../../core/analysis/verdict.ts';

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
