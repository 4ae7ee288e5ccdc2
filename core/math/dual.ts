/**
 * Dual numbers of first or second order: a value that carries its exact derivatives along.
 *
 * A dual number in n variables is one Float64Array: the value, its n first derivatives and, of second
 * order, its n (n + 1) / 2 second derivatives as a lower triangle by rows: 11, 21, 22, 31, … Every rule
 * writes to `out`, which must not be one of its inputs; nothing is allocated.
 *
 * Chain rule (forward mode; Griewank, Walther 2008, ch. 13), for f(a):
 *
 *   (f∘a)ᵢ = f′ aᵢ        (f∘a)ᵢⱼ = f′ aᵢⱼ + f″ aᵢ aⱼ
 *
 * A derivative that is exactly 0 stays 0 even where its factor is infinite: √(x²) at 0 has slope 0.
 */

export type Order = 1 | 2;

/** Entries of a dual number in n variables. */
export function dualSize(n: number, order: Order): number {
  return order === 1 ? 1 + n : 1 + n + (n * (n + 1)) / 2;
}

/** out = a + factor · b. */
export function addMultiple(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  factor: number,
): void {
  for (let k = 0; k < out.length; k++) out[k] = a[k]! + factor * b[k]!;
}

/** out = −a. */
export function negate(out: Float64Array, a: Float64Array): void {
  for (let k = 0; k < out.length; k++) out[k] = -a[k]!;
}

/** out = a · b. */
export function multiply(out: Float64Array, a: Float64Array, b: Float64Array, n: number): void {
  const x = a[0]!;
  const y = b[0]!;
  out[0] = x * y;
  for (let i = 1; i <= n; i++) out[i] = times(y, a[i]!) + times(x, b[i]!);
  if (out.length === n + 1) return;
  for (let i = 1, k = n + 1; i <= n; i++) {
    for (let j = 1; j <= i; j++, k++) {
      const mixed = times(a[i]!, b[j]!) + times(a[j]!, b[i]!);
      out[k] = times(y, a[k]!) + times(x, b[k]!) + mixed;
    }
  }
}

/** out = f(a), where f, f′ and f″ (`slope`, `curvature`) are taken at the value of a. */
export function chain(
  out: Float64Array,
  a: Float64Array,
  n: number,
  f: number,
  slope: number,
  curvature: number,
): void {
  out[0] = f;
  for (let i = 1; i <= n; i++) out[i] = times(slope, a[i]!);
  if (out.length === n + 1) return;
  for (let i = 1, k = n + 1; i <= n; i++) {
    for (let j = 1; j <= i; j++, k++) {
      out[k] = times(slope, a[k]!) + times(curvature, times(a[i]!, a[j]!));
    }
  }
}

/** Partial derivatives of a function of two numbers at (a, b). */
export interface Partials {
  f: number;
  fa: number;
  fb: number;
  faa: number;
  fab: number;
  fbb: number;
}

/** out = f(a, b), where `p` holds f and its partial derivatives at the values of a and b. */
export function chainTwo(
  out: Float64Array,
  a: Float64Array,
  b: Float64Array,
  n: number,
  p: Readonly<Partials>,
): void {
  out[0] = p.f;
  for (let i = 1; i <= n; i++) out[i] = times(p.fa, a[i]!) + times(p.fb, b[i]!);
  if (out.length === n + 1) return;
  for (let i = 1, k = n + 1; i <= n; i++) {
    for (let j = 1; j <= i; j++, k++) {
      out[k] =
        times(p.fa, a[k]!) +
        times(p.fb, b[k]!) +
        times(p.faa, times(a[i]!, a[j]!)) +
        times(p.fab, times(a[i]!, b[j]!) + times(a[j]!, b[i]!)) +
        times(p.fbb, times(b[i]!, b[j]!));
    }
  }
}

/** Writes the second derivatives of a dual number of second order to `out`, row-major, shape (n, n). */
export function readHessian(dual: Float64Array, n: number, out: Float64Array): void {
  for (let i = 0, k = n + 1; i < n; i++) {
    for (let j = 0; j <= i; j++, k++) out[i * n + j] = out[j * n + i] = dual[k]!;
  }
}

/** A product in which 0 wins over ∞ and NaN. */
export function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}
