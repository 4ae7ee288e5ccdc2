/** Sums of squares in this range have lost nothing to overflow or underflow. */
const LEAST_SQUARE = 1e-280;
const LARGEST_SQUARE = 1e300;

/** Σ xᵢ². Four sums, so that additions overlap. */
export function sumOfSquares(x: Float64Array): number {
  const fours = x.length - (x.length % 4);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < fours; i += 4) {
    s0 += x[i]! * x[i]!;
    s1 += x[i + 1]! * x[i + 1]!;
    s2 += x[i + 2]! * x[i + 2]!;
    s3 += x[i + 3]! * x[i + 3]!;
  }
  for (let i = fours; i < x.length; i++) s0 += x[i]! * x[i]!;
  return s0 + s1 + (s2 + s3);
}

/** Euclidean norm; scaled where squares would overflow or vanish. */
export function norm(x: Float64Array): number {
  return normFromSquares(sumOfSquares(x), x);
}

/** The same for one who has the sum of squares already. */
export function normFromSquares(sum: number, x: Float64Array): number {
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

/** Whether every coordinate is a finite number: x − x is 0 for those, and NaN for all others. */
export function allFinite(x: Float64Array): boolean {
  const fours = x.length - (x.length % 4);
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let i = 0; i < fours; i += 4) {
    s0 += x[i]! - x[i]!;
    s1 += x[i + 1]! - x[i + 1]!;
    s2 += x[i + 2]! - x[i + 2]!;
    s3 += x[i + 3]! - x[i + 3]!;
  }
  for (let i = fours; i < x.length; i++) s0 += x[i]! - x[i]!;
  return s0 + s1 + s2 + s3 === 0;
}
