/** A share in steps that are too wide to work out what it is a share of. */

/** Descending; what is no more than the last is said as it is. */
const steps = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01];

export interface CoarseShare {
  /** It is more than this. */
  readonly above: number;
  /** The middle of its step, on a logarithmic axis: where it is drawn. */
  readonly middle: number;
}

/** Null: the share is small enough to be said as it is. */
export function coarseShare(share: number): CoarseShare | null {
  const at = steps.findIndex((step) => share > step);
  if (at < 0) return null;
  const above = steps[at]!;
  return { above, middle: Math.sqrt(above * (steps[at - 1] ?? 1)) };
}
