/** Euclidean norm, scaled so that squares neither overflow nor vanish. */
export function norm(x: Float64Array): number {
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
