/** Beyond this |z| tanh z is ±1 in double precision. */
const SATURATED = 20;
const STEPS_PER_OCTAVE = 8;
/** ln 2 / 8 in two parts: the first has few enough bits for exact multiples. */
const STEP = Math.LN2 / STEPS_PER_OCTAVE;
const STEP_HIGH = Math.fround(STEP);
const STEP_LOW = STEP - STEP_HIGH;

/** 2^(−k/8); square roots are rounded correctly everywhere, so the table has the same bits on every machine. */
const powers = new Float64Array(Math.ceil((2 * SATURATED) / STEP) + 1);
const eighth = Math.sqrt(Math.sqrt(Math.SQRT1_2));
for (let k = 0, power = 1; k < powers.length; k++) {
  if (k % STEPS_PER_OCTAVE === 0) power = 2 ** -(k / STEPS_PER_OCTAVE);
  powers[k] = power;
  power *= eighth;
}

/**
 * Hyperbolic tangent, for loops over many units: a few times faster than Math.tanh, within 1e-15 of it
 * relatively, and without the last-bit differences between engines.
 *
 * With e^−2|z| = q (1 + p), q = 2^(−k/8) from the table and p = e^r − 1 a short series, |r| ≤ ln 2 / 16:
 *   tanh |z| = (1 − e^−2|z|) / (1 + e^−2|z|) = ((1 − q) − q p) / ((1 + q) + q p),
 * which does not cancel near 0, where q = 1. NaN stays NaN.
 */
export function tanh(z: number): number {
  const size = Math.abs(z);
  const x = size > SATURATED ? 2 * SATURATED : 2 * size;
  const k = (x / STEP + 0.5) | 0;
  const r = k * STEP_HIGH - x + k * STEP_LOW;
  const p =
    r *
    (1 +
      r *
        (1 / 2 +
          r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040 + r / 40320)))))));
  const q = powers[k]!;
  const result = (1 - q - q * p) / (1 + q + q * p);
  return z < 0 ? -result : result;
}
