import { expect, test } from 'vitest';
import { logSumExp } from '../../../core/math/stable.ts';

test('logSumExp is right where exp overflows or vanishes', () => {
  expect(logSumExp(Float64Array.of(1000, 1000), 0, 2)).toBeCloseTo(1000 + Math.LN2, 12);
  expect(logSumExp(Float64Array.of(-1000, -1001), 0, 2)).toBeCloseTo(
    -1000 + Math.log1p(Math.exp(-1)),
    12,
  );
  expect(logSumExp(Float64Array.of(9, 0, Math.log(3), 9), 1, 2)).toBeCloseTo(Math.log(4), 14);
});

test('an infinite or missing logit is not hidden', () => {
  expect(logSumExp(Float64Array.of(0, Infinity), 0, 2)).toBe(Infinity);
  expect(logSumExp(Float64Array.of(0, NaN), 0, 2)).toBeNaN();
});
