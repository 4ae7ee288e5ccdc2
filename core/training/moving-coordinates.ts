/** The coordinate (from 0) with the largest |Δθ|, of several the first; a step that is no number is the largest. */
export function largestStep(delta: Float64Array): number {
  let largest = 0;
  for (let i = 1; i < delta.length; i++) {
    if (size(delta[i]!) > size(delta[largest]!)) largest = i;
  }
  return largest;
}

/** The first coordinate after this one that moves, going round past the last; null where no other one does. */
export function nextMoving(delta: Float64Array, index: number): number | null {
  const dim = delta.length;
  for (let k = 1; k < dim; k++) {
    const i = (index + k) % dim;
    if (delta[i] !== 0) return i;
  }
  return null;
}

function size(change: number): number {
  return Number.isNaN(change) ? Infinity : Math.abs(change);
}
