/**
 * Smallest value, largest value and number of non-finite values of every block of 256 values: enough
 * to draw a long series at any width without reading all of it, and without ever losing a spike.
 */

/** Values per block. */
export const BLOCK = 256;
/** Numbers per block in a summary: min, max, count of NaN and infinite values. */
export const BLOCK_FIELDS = 3;

/**
 * Summary of `values[0 … count)`: for each block min, max, non-finite count, in this order. Only finite
 * values count as extremes; a block without one has min = +Infinity and max = −Infinity.
 */
export function summarise(values: Float64Array, count: number = values.length): Float64Array {
  const blocks = Math.ceil(count / BLOCK);
  const summary = new Float64Array(blocks * BLOCK_FIELDS);
  for (let b = 0; b < blocks; b++) {
    summariseBlock(values, b * BLOCK, Math.min((b + 1) * BLOCK, count), summary, b * BLOCK_FIELDS);
  }
  return summary;
}

/** Writes min, max and non-finite count of `values[from … to)` to `out` at `at`. */
export function summariseBlock(
  values: Float64Array,
  from: number,
  to: number,
  out: Float64Array,
  at: number,
): void {
  let min = Infinity;
  let max = -Infinity;
  let nonFinite = 0;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    if (Number.isFinite(value)) {
      if (value < min) min = value;
      if (value > max) max = value;
    } else nonFinite++;
  }
  out[at] = min;
  out[at + 1] = max;
  out[at + 2] = nonFinite;
}
