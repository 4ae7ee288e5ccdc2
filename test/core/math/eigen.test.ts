import { expect, test } from 'vitest';
import { symmetricEigenvalues } from '../../../core/math/eigen.ts';
import { mulberry32 } from '../../../core/math/rng.ts';

test('of a 2 × 2 matrix they are the roots of its characteristic polynomial', () => {
  const values = symmetricEigenvalues(Float64Array.of(2, 1, 1, 3), 2);
  expect(values[0]).toBeCloseTo((5 - Math.sqrt(5)) / 2, 14);
  expect(values[1]).toBeCloseTo((5 + Math.sqrt(5)) / 2, 14);
});

test('of the second-difference matrix they are 2 − 2 cos(πk/(n + 1))', () => {
  const n = 20;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    matrix[i * n + i] = 2;
    if (i > 0) matrix[i * n + i - 1] = matrix[(i - 1) * n + i] = -1;
  }
  symmetricEigenvalues(matrix, n).forEach((value, k) => {
    expect(value).toBeCloseTo(2 - 2 * Math.cos((Math.PI * (k + 1)) / (n + 1)), 12);
  });
});

test('trace and sum of squares are kept; the matrix is not touched; zeros and scales are no trouble', () => {
  const rng = mulberry32(2);
  const n = 12;
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      matrix[i * n + j] = matrix[j * n + i] = rng.normal() * 10 ** (6 * rng.uniform() - 3);
    }
  }
  const before = matrix.slice();
  const values = symmetricEigenvalues(matrix, n);
  const scale = Math.hypot(...matrix);
  expect(matrix).toEqual(before);
  const trace = Array.from({ length: n }, (_, i) => matrix[i * n + i]!).reduce((a, b) => a + b, 0);
  expect(values.reduce((a, b) => a + b, 0) / scale).toBeCloseTo(trace / scale, 13);
  expect(Math.hypot(...values) / scale).toBeCloseTo(1, 13);
  expect([...symmetricEigenvalues(new Float64Array(9), 3)]).toEqual([0, 0, 0]);
});
