/** Sums of squares in this range have lost nothing to overflow or underflow. */
const LEAST_SQUARE = 1e-280;
const LARGEST_SQUARE = 1e300;

/** Euclidean norm; scaled where squares would overflow or vanish. */
export function norm(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]! * x[i]!;
  return sum > LEAST_SQUARE && sum < LARGEST_SQUARE ? Math.sqrt(sum) : scaledNorm(x);
}

function scaledNorm(x: Float64Array): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) {
    const size = Math.abs(x[i]!);
    if (!(size <= largest)) largest = size;
  }
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const ratio = x[i]! / largest;
    sum += ratio * ratio;
  }
  return largest * Math.sqrt(sum);
}

/** Whether every coordinate is a finite number. */
export function allFinite(x: Float64Array): boolean {
  for (let i = 0; i < x.length; i++) if (!Number.isFinite(x[i]!)) return false;
  return true;
}
