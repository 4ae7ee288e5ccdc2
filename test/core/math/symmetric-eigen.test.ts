import { expect, test } from 'vitest';
import { symmetricEigen } from '../../../core/math/symmetric-eigen.ts';
import { fc } from '../../support/seed.ts';

test('two by two by hand: [[2, 1], [1, 2]] has 3 along (1, 1) and 1 along (1, −1)', () => {
  const { values, axes } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
  expect([...values].map((value) => Number(value.toFixed(14)))).toEqual([3, 1]);
  expect(Math.abs(axes[0]! - axes[1]!)).toBeLessThan(1e-15);
  expect(Math.abs(axes[2]! + axes[3]!)).toBeLessThan(1e-15);
});

test('a diagonal matrix keeps its entries to the bit, sorted', () => {
  const { values, axes } = symmetricEigen(Float64Array.of(0.05, 0, 0, 1), 2);
  expect([...values]).toEqual([1, 0.05]);
  expect([...axes]).toEqual([0, 1, 1, 0]);
});

test('the Hilbert matrix of order 4: its largest and smallest eigenvalue as published', () => {
  const hilbert = Float64Array.from(
    { length: 16 },
    (_, k) => 1 / (Math.floor(k / 4) + (k % 4) + 1),
  );
  const { values } = symmetricEigen(hilbert, 4);
  expect(values[0]).toBeCloseTo(1.500214280059243, 14);
  expect(values[3]).toBeCloseTo(9.67023040226e-5, 15);
});

test('the second-difference matrix has 2 − 2 cos(πk/(n + 1))', () => {
  const n = 12;
  const matrix = Float64Array.from({ length: n * n }, (_, at) => {
    const apart = Math.abs(Math.floor(at / n) - (at % n));
    return apart === 0 ? 2 : apart === 1 ? -1 : 0;
  });
  const copy = matrix.slice();
  symmetricEigen(matrix, n).values.forEach((value, i) =>
    expect(value).toBeCloseTo(2 - 2 * Math.cos((Math.PI * (n - i)) / (n + 1)), 13),
  );
  expect(matrix).toEqual(copy);
});

test('any symmetric matrix: A v = λ v, the axes are orthonormal, the values descend', () => {
  const entry = fc.double({ min: -10, max: 10, noNaN: true });
  const square = fc
    .integer({ min: 1, max: 8 })
    .chain((n) => fc.array(entry, { minLength: n * n, maxLength: n * n }));
  fc.assert(
    fc.property(square, (entries) => {
      const n = Math.sqrt(entries.length);
      const a = Float64Array.from(
        entries,
        (_, k) => entries[k]! + entries[(k % n) * n + Math.floor(k / n)]!,
      );
      const { values, axes } = symmetricEigen(a, n);
      for (let i = 0; i < n; i++) {
        if (i > 0) expect(values[i]!).toBeLessThanOrEqual(values[i - 1]!);
        const axis = axes.subarray(i * n, i * n + n);
        for (let j = 0; j < n; j++) {
          const row = a.subarray(j * n, j * n + n);
          const product = row.reduce((sum, value, k) => sum + value * axis[k]!, 0);
          expect(Math.abs(product - values[i]! * axis[j]!)).toBeLessThan(1e-12);
          const other = axes.subarray(j * n, j * n + n);
          const dot = axis.reduce((sum, value, k) => sum + value * other[k]!, 0);
          expect(Math.abs(dot - (i === j ? 1 : 0))).toBeLessThan(1e-13);
        }
      }
    }),
  );
});
