const MOST_SWEEPS = 60;

/**
 * Eigenvalues of a symmetric matrix (row-major, shape (n, n)) in ascending order, by Jacobi's rotations: each
 * one zeroes an off-diagonal entry, sweep after sweep, until what is left off the diagonal is below rounding.
 * The matrix is not changed.
 *
 * Source: Jacobi 1846; Golub and Van Loan, Matrix Computations, 4th ed., §8.5.
 */
export function symmetricEigenvalues(matrix: Float64Array, n: number): Float64Array {
  const a = matrix.slice();
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, n) > 0; sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, n, p, q);
  }
  return Float64Array.from({ length: n }, (_, i) => a[i * n + i]!).sort();
}

/** Largest off-diagonal entry that rounding of the diagonal does not hide; else 0. */
function offDiagonal(a: Float64Array, n: number): number {
  let largest = 0;
  for (let p = 0; p < n; p++) {
    for (let q = p + 1; q < n; q++) {
      const size = Math.abs(a[p * n + q]!);
      const scale = Math.abs(a[p * n + p]!) + Math.abs(a[q * n + q]!);
      if (size > largest && scale + size !== scale) largest = size;
    }
  }
  return largest;
}

/** The rotation in the plane (p, q) that makes entry (p, q) zero. */
function rotate(a: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * apq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const kp = a[k * n + p]!;
    const kq = a[k * n + q]!;
    a[k * n + p] = c * kp - s * kq;
    a[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k++) {
    const pk = a[p * n + k]!;
    const qk = a[q * n + k]!;
    a[p * n + k] = c * pk - s * qk;
    a[q * n + k] = s * pk + c * qk;
  }
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}
