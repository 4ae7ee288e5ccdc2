/** Beyond this |z| tanh z is ±1 in double precision. */
const SATURATED = 20;
const STEPS_PER_OCTAVE = 32;
/** ln 2 / 32 in two parts: the first has few enough bits for exact multiples. */
const STEP = Math.LN2 / STEPS_PER_OCTAVE;
const STEP_HIGH = Math.fround(STEP);
const STEP_LOW = STEP - STEP_HIGH;
const STEPS_PER_UNIT = 1 / STEP;

/** 2^(−k/32); square roots are rounded correctly everywhere, so the table has the same bits on every machine. */
const powers = new Float64Array(Math.ceil((2 * SATURATED) / STEP) + 1);
const root = Math.sqrt(Math.sqrt(Math.sqrt(Math.sqrt(Math.SQRT1_2))));
for (let k = 0, power = 1; k < powers.length; k++) {
  if (k % STEPS_PER_OCTAVE === 0) power = 2 ** -(k / STEPS_PER_OCTAVE);
  powers[k] = power;
  power *= root;
}

/**
 * Hyperbolic tangent, for loops over many units: a few times faster than Math.tanh, within 1e-14 of it
 * relatively, and without the last-bit differences between engines.
 *
 * With e^−2|z| = q (1 + p), q = 2^(−k/32) from the table and p = e^r − 1 a short series, |r| ≤ ln 2 / 64:
 *   tanh |z| = (1 − e^−2|z|) / (1 + e^−2|z|) = ((1 − q) − q p) / ((1 + q) + q p),
 * which does not cancel near 0, where q = 1. NaN stays NaN.
 */
export function tanh(z: number): number {
  const size = Math.abs(z);
  const x = size > SATURATED ? 2 * SATURATED : 2 * size;
  const k = (x * STEPS_PER_UNIT + 0.5) | 0;
  const r = k * STEP_HIGH - x + k * STEP_LOW;
  const r2 = r * r;
  const p = r + r2 * (1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120) + r2 * (1 / 720)));
  const q = powers[k]!;
  const result = (1 - q - q * p) / (1 + q + q * p);
  return z < 0 ? -result : result;
}
