import type { PredictedChange } from './predicted-change.ts';

/** What an update took from the loss, as a share of what the slope alone promised. */
export interface GainRatio {
  /** (f(θ) − f(θ + Δ)) / (−gᵀΔ), what trust-region methods call ρ. */
  readonly actual: number;
  /** The same from the second-order expansion; on a quadratic the two are one. */
  readonly curved: number;
}

/** A promise of fewer units in the last place of the loss than this is lost in rounding. */
const RESOLVED = 1024 * Number.EPSILON;

/**
 * The gain ratio ρ of an update Δ, for any optimizer:
 *
 *   ρ = (f(θ) − f(θ + Δ)) / (−gᵀΔ)  ≈  1 + ½ ΔᵀHΔ / gᵀΔ
 *
 * 1: the slope was right, as for steps that are short. ½: on a quadratic, the lowest point along Δ. 0: nothing
 * gained. Below: the loss rose. For gradient descent Δ = −ηg on a quadratic ρ = 1 − ηκ/2, where
 * κ = gᵀHg / ‖g‖² is the curvature along the step: ½ at η = 1/κ, 0 at η = 2/κ.
 *
 * NaN where there is nothing to compare with: the slope promised no decrease (an update that rolls or is thrown
 * uphill), or one that rounding hides. `loss` holds f(θ) and f(θ + Δ).
 * Source: Conn, Gould, Toint, Trust-Region Methods (2000), section 6.1.
 */
export function gainRatio(
  { before, after }: { readonly before: number; readonly after: number },
  { slope, total }: Pick<PredictedChange, 'slope' | 'total'>,
): GainRatio {
  const promised = -slope;
  const hidden = RESOLVED * Math.max(Math.abs(before), Math.abs(after));
  if (!(promised > hidden)) return { actual: NaN, curved: NaN };
  return { actual: (before - after) / promised, curved: -total / promised };
}
