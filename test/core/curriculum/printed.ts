import { expect } from 'vitest';
import { estimate } from '../../../core/analysis/verdict.ts';

/** Half a unit of the last digit of a number as it was printed: '4.93e-2' → 5e-5. */
function halfUnit(text: string): number {
  const [, decimals = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text)!;
  return 0.5 * 10 ** (Number(exponent) - decimals.length);
}

/** Checks numbers against printed ones: no further away than half a unit of the last printed digit. */
export function expectPrinted(values: number | readonly number[], texts: string): void {
  const list = typeof values === 'number' ? [values] : values;
  const printed = texts.trim().split(/\s+/);
  expect(list.length).toBe(printed.length);
  const off = printed.flatMap((text, i) => {
    const close = Math.abs(list[i]! - Number(text)) <= halfUnit(text) * (1 + 1e-9);
    return close ? [] : [`${list[i]} instead of ${text}`];
  });
  expect(off).toEqual([]);
}

/**
 * Checks the mean of a sample against a printed mean of as many independent runs: within three combined
 * standard errors (both samples have about the same), plus half a unit of the last printed digit.
 */
export function expectSameMean(sample: readonly number[], text: string): void {
  const { mean, standardError } = estimate(sample);
  const allowed = 3 * Math.SQRT2 * standardError + halfUnit(text);
  expect(Math.abs(mean - Number(text)), `${mean} instead of ${text}`).toBeLessThan(allowed);
}
