import { mulberry32 } from './rng.ts';

/**
 * A random orthogonal matrix, row-major, shape (dim, dim); the identity for seed 0.
 *
 * Rows of independent standard normals, made orthonormal by Gram and Schmidt's method, twice over so that
 * nothing is lost to rounding: uniform over all orthogonal matrices (Stewart 1980).
 */
export function randomRotation(dim: number, seed: number): Float64Array {
  const rows = new Float64Array(dim * dim);
  if (seed === 0) {
    for (let i = 0; i < dim; i++) rows[i * dim + i] = 1;
    return rows;
  }
  const rng = mulberry32(seed);
  for (let i = 0; i < dim; i++) {
    const row = rows.subarray(i * dim, (i + 1) * dim);
    for (let j = 0; j < dim; j++) row[j] = rng.normal();
    for (let pass = 0; pass < 2; pass++) {
      for (let k = 0; k < i; k++) subtractPart(row, rows.subarray(k * dim, (k + 1) * dim));
      normalise(row);
    }
  }
  return rows;
}

/** Removes from `row` its part along the unit vector `unit`. */
function subtractPart(row: Float64Array, unit: Float64Array): void {
  let along = 0;
  for (let j = 0; j < row.length; j++) along += row[j]! * unit[j]!;
  for (let j = 0; j < row.length; j++) row[j]! -= along * unit[j]!;
}

function normalise(row: Float64Array): void {
  let square = 0;
  for (let j = 0; j < row.length; j++) square += row[j]! * row[j]!;
  const length = Math.sqrt(square);
  for (let j = 0; j < row.length; j++) row[j]! /= length;
}
