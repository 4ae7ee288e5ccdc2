/** What a range test shows; each mark is a learning rate, null where the curve does not show it. */
export interface RangeMarks {
  /** Where the loss falls fastest per decade of η: a constant rate belongs here, or up to a factor 2 below. */
  readonly steepest: number | null;
  /** Where the loss is lowest: a rate that decays to zero may start up to here. */
  readonly lowest: number | null;
  /**
   * Where the loss has blown up, or is not a number; often it only stalls instead. A loss that stays above zero
   * has where it passes four times its lowest. Where it goes to zero or below, a multiple means nothing: there it
   * has where it has given back more than it ever gained; where it gained nothing, only what is not finite counts.
   */
  readonly blowUp: number | null;
  /** Whether the loss stays above zero, so that the first of these rules holds. */
  readonly positive: boolean;
}

/** Rates of a range test: `steps` of them, from `first` to `last`, each the same factor above the one before. */
export function rangeRates(first: number, last: number, steps: number): Float64Array {
  const factor = (last / first) ** (1 / (steps - 1));
  return Float64Array.from({ length: steps }, (_, k) => first * factor ** k);
}

/** Share of the running mean that is kept from one loss to the next. */
const KEPT = 0.9;
/** A positive loss has blown up at so many times its lowest. */
const BLOWN_UP = 4;
/** Slopes are taken over this many steps to either side, because single differences are mostly noise. */
const REACH = 5;

/**
 * Marks of a learning-rate range test: a short run whose rate grows by the same factor at every update.
 * `losses[k]` is the mini-batch loss before the update with `rates[k]`. With the running mean
 *
 *   s_k = 0.9 s_{k−1} + 0.1 ℓ_k        ŝ_k = s_k / (1 − 0.9^{k+1})
 *
 * the curve ends at the blow-up, its lowest point is the minimum of ŝ, and the steepest point is where
 * ŝ_{k+5} − ŝ_{k−5} is least before that. It says nothing about other optimizers, batch sizes or losses.
 * Source: Smith, Cyclical Learning Rates for Training Neural Networks (2017), section 3.3.
 */
export function rangeMarks(rates: ArrayLike<number>, losses: ArrayLike<number>): RangeMarks {
  const smooth = smoothedLosses(losses);
  const least = smooth.reduce((low, loss) => (loss < low ? loss : low), Infinity);
  const end = blowUpAt(smooth, least);
  const lowest = lowestBefore(end ?? smooth.length, smooth);
  const falls = lowest > 0;
  return {
    steepest: falls ? rates[steepestBefore(lowest, smooth)]! : null,
    lowest: falls ? rates[lowest]! : null,
    blowUp: end === null ? null : rates[end]!,
    positive: least > 0,
  };
}

function steepestBefore(end: number, smooth: ArrayLike<number>): number {
  const reach = Math.min(REACH, Math.floor(end / 2));
  let [steepest, fall] = [reach, Infinity];
  for (let k = reach; k <= end - reach; k++) {
    const slope = smooth[k + reach]! - smooth[k - reach]!;
    if (slope < fall) [steepest, fall] = [k, slope];
  }
  return steepest;
}

/** ŝ_k of `rangeMarks`: the running mean of the losses so far, its start corrected; shape as `losses`. */
export function smoothedLosses(losses: ArrayLike<number>): Float64Array {
  let mean = 0;
  return Float64Array.from(losses, (loss, k) => {
    mean = KEPT * mean + (1 - KEPT) * loss;
    return mean / (1 - KEPT ** (k + 1));
  });
}

/** The first place that lies too far above the lowest before it, or is not a number; null where there is none. */
function blowUpAt(smooth: Float64Array, least: number): number | null {
  const gained = smooth[0]! - least;
  const allowed = gained > 0 ? gained : Number.MAX_VALUE;
  let lowest = Infinity;
  for (let k = 0; k < smooth.length; k++) {
    const value = smooth[k]!;
    const most = least > 0 ? BLOWN_UP * lowest : lowest + allowed;
    if (!(value <= most)) return k;
    lowest = Math.min(lowest, value);
  }
  return null;
}

function lowestBefore(end: number, smooth: Float64Array): number {
  let lowest = 0;
  for (let k = 1; k < end; k++) if (smooth[k]! < smooth[lowest]!) lowest = k;
  return lowest;
}
