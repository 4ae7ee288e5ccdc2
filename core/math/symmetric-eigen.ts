/** Eigenvalues in descending order, and a unit eigenvector for each: row i of `axes` belongs to `values[i]`. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** Row-major, shape (n, n). */
  readonly axes: Float64Array;
}

const MOST_SWEEPS = 60;

/**
 * Eigen-decomposition of a symmetric matrix by Jacobi's rotations: in every sweep each pair (p, q) is
 * turned by the angle that makes a_pq zero, until no off-diagonal entry is left.
 *
 *   τ = (a_qq − a_pp) / (2 a_pq)    t = sign(τ) / (|τ| + √(1 + τ²))    c = 1 / √(1 + t²)    s = t c
 *
 * `matrix` is row-major, shape (n, n), and is not changed; only its symmetric part counts.
 * Source: Golub, Van Loan, Matrix Computations, 4th edition, section 8.5 (cyclic Jacobi).
 */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const a = Float64Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    return 0.5 * (matrix[i * n + j]! + matrix[j * n + i]!);
  });
  const axes = new Float64Array(n * n);
  for (let i = 0; i < n; i++) axes[i * n + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a, n); sweep++) {
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotate(a, axes, n, p, q);
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => at(a, n, j) - at(a, n, i));
  return {
    values: Float64Array.from(order, (i) => at(a, n, i)),
    axes: Float64Array.from(
      { length: n * n },
      (_, k) => axes[order[Math.floor(k / n)]! * n + (k % n)]!,
    ),
  };
}

const at = (a: Float64Array, n: number, i: number): number => a[i * (n + 1)]!;

/** Whether no off-diagonal entry can change the two diagonal entries beside it any more. */
function isDiagonal(a: Float64Array, n: number): boolean {
  for (let p = 0; p < n; p++) {
    for (let q = p + 1; q < n; q++) {
      const beside = Math.max(Math.abs(at(a, n, p)), Math.abs(at(a, n, q)));
      if (Math.abs(a[p * n + q]!) > Number.EPSILON * 1e-3 * beside) return false;
    }
  }
  return true;
}

function rotate(a: Float64Array, axes: Float64Array, n: number, p: number, q: number): void {
  const apq = a[p * n + q]!;
  if (apq === 0) return;
  const tau = (at(a, n, q) - at(a, n, p)) / (2 * apq);
  const t = (tau < 0 ? -1 : 1) / (Math.abs(tau) + Math.hypot(1, tau));
  const c = 1 / Math.hypot(1, t);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const akp = a[k * n + p]!;
    const akq = a[k * n + q]!;
    a[k * n + p] = c * akp - s * akq;
    a[k * n + q] = s * akp + c * akq;
  }
  for (const rows of [a, axes]) {
    for (let k = 0; k < n; k++) {
      const pk = rows[p * n + k]!;
      const qk = rows[q * n + k]!;
      rows[p * n + k] = c * pk - s * qk;
      rows[q * n + k] = s * pk + c * qk;
    }
  }
  a[p * n + q] = 0;
  a[q * n + p] = 0;
}
