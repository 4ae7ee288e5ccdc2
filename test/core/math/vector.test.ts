import { expect, test } from 'vitest';
import { allFinite, norm } from '../../../core/math/vector.ts';

test('the norm neither overflows nor vanishes', () => {
  expect(norm(Float64Array.of(3e200, 4e200)) / 5e200).toBeCloseTo(1, 14);
  expect(norm(Float64Array.of(3e-200, 4e-200)) / 5e-200).toBeCloseTo(1, 14);
  expect(norm(new Float64Array(3))).toBe(0);
});

test('non-finite coordinates show', () => {
  expect(norm(Float64Array.of(1, Infinity))).toBe(Infinity);
  expect(norm(Float64Array.of(1, NaN))).toBeNaN();
  expect(allFinite(Float64Array.of(1, 2))).toBe(true);
  expect(allFinite(Float64Array.of(1, NaN))).toBe(false);
  expect(allFinite(Float64Array.of(-Infinity))).toBe(false);
});

test('every place counts, whatever the length', () => {
  for (let n = 1; n <= 9; n++) {
    const x = Float64Array.from({ length: n }, (_, i) => Math.sin(i + 1));
    const squares = x.reduce((sum, value) => sum + value * value, 0);
    expect(norm(x)).toBeCloseTo(Math.sqrt(squares), 14);
    expect(allFinite(x)).toBe(true);
    for (let i = 0; i < n; i++) {
      for (const bad of [NaN, Infinity, -Infinity]) expect(allFinite(x.with(i, bad))).toBe(false);
      expect(norm(x.with(i, -Infinity))).toBe(Infinity);
    }
  }
  expect(allFinite(new Float64Array(0))).toBe(true);
});
