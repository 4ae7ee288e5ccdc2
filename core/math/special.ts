/** B₂ₖ / (2k)! for k = 1 … 9: the coefficients of the Euler–Maclaurin formula. */
const EULER_MACLAURIN = [
  1 / 12,
  -1 / 720,
  1 / 30240,
  -1 / 1209600,
  1 / 47900160,
  -691 / 1307674368000,
  1 / 74724249600,
  -3617 / 10670622842880000,
  43867 / 5109094217170944000,
];

/**
 * Σ ((x + j) / scale)^s over j = 0 … n − 1, for x > 0 and real s; n may be Infinity.
 *
 * With s = −1 this is ψ(x + n) − ψ(x), with s = −2 and n = Infinity it is the trigamma function ψ₁(x)
 * (scale 1), with s = p a sum of p-th powers. The first terms are added one by one until x is large,
 * the rest by the Euler–Maclaurin formula, in which every difference of powers is taken with expm1, so that
 * nothing cancels when n is much smaller than x.
 */
export function powerSum(x: number, n: number, s: number, scale = 1): number {
  let sum = 0;
  let from = x;
  let left = n;
  for (; left > 0 && from < 12 + 2 * Math.abs(s); from++, left--) sum += (from / scale) ** s;
  if (left === 0) return sum;
  const span = Math.log1p(left / from);
  if (span === Infinity && s >= -1) return Infinity;
  // Powers are taken relative to the end where they are largest.
  const base = s < 0 ? from : from + left;
  const difference = (power: number): number =>
    s < 0 ? Math.expm1(power * span) : -Math.expm1(-power * span);
  const largest = (base / scale) ** s;
  const integral = s === -1 ? span : difference(s + 1) / (s + 1);
  let rest = base * integral - difference(s) / 2;
  let derivative = s / base;
  EULER_MACLAURIN.forEach((coefficient, i) => {
    const order = 2 * i + 1;
    rest += coefficient * derivative * difference(s - order);
    derivative *= ((s - order) / base) * ((s - order - 1) / base);
  });
  return sum + largest * rest;
}

/** Σ e^(g·j) over j = 0 … n − 1, for g ≤ 0 or a small growth g > 0; n may be Infinity. */
export function geometricSum(g: number, n: number): number {
  if (g === 0) return n;
  return n === 0 ? 0 : Math.expm1(n * g) / Math.expm1(g);
}

/** θ(a) = 1/3 + 4/(135a) − …, the part of R(a) beside half of Γ(a + 1) eᵃ a⁻ᵃ, in powers of 1/a. */
const RAMANUJAN = [
  1 / 3,
  4 / 135,
  -8 / 2835,
  -16 / 8505,
  8992 / 12629925,
  334144 / 492567075,
  -698752 / 1477701225,
];

/** B₂ₖ / (2k (2k − 1)) for k = 1 … 6: the coefficients of Stirling's series for log Γ. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360];

/**
 * Kummer's ₁F₁(1; 1 + a; a) = Σ aᵗ / ((a + 1)(a + 2) … (a + t)) over t ≥ 0, for a > 0. For integers it is
 * the R(a) of Ramanujan and Knuth, and R(a) = a^(1−a) eᵃ γ(a, a) with the lower incomplete gamma function γ.
 *
 * Small a: the series. Large a: R(a) = ½ Γ(a + 1) eᵃ a⁻ᵃ + θ(a), both parts by their asymptotic series.
 */
export function kummerR(a: number): number {
  if (a >= 100) {
    const stirling = STIRLING.reduceRight((sum, c) => sum / (a * a) + c, 0) / a;
    const theta = RAMANUJAN.reduceRight((sum, c) => sum / a + c, 0);
    return Math.sqrt((Math.PI * a) / 2) * Math.exp(stirling) + theta;
  }
  let sum = 0;
  let term = 1;
  for (let t = 1; term > sum * 1e-17; t++) {
    sum += term;
    term *= a / (a + t);
  }
  return sum;
}
