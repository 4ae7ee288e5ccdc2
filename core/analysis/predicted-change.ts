/** What one update should do to the loss, by its second-order expansion at θ. */
export interface PredictedChange {
  /** gᵀΔ: negative as long as the step goes downhill. */
  readonly slope: number;
  /** ½ ΔᵀHΔ: what curvature takes back. */
  readonly curvature: number;
  /** Their sum; exact on quadratics. */
  readonly total: number;
}

/**
 * Predicted change of the loss under the update Δ:  f(θ + Δ) − f(θ) ≈ gᵀΔ + ½ ΔᵀHΔ.
 * `grad` is the exact gradient g at θ and `bent` the product HΔ; all have shape (d,). For gradient
 * descent with Δ = −ηg it is −η (1 − ηΛ/2) ‖g‖², where Λ = gᵀHg / ‖g‖²: a rise as soon as ηΛ > 2.
 */
export function predictedChange(
  grad: Float64Array,
  delta: Float64Array,
  bent: Float64Array,
): PredictedChange {
  let [slope, twice] = [0, 0];
  for (let i = 0; i < grad.length; i++) {
    slope += grad[i]! * delta[i]!;
    twice += delta[i]! * bent[i]!;
  }
  return { slope, curvature: 0.5 * twice, total: slope + 0.5 * twice };
}

/** Writes HΔ to `out`, for a Hessian given in full; row-major, shape (d, d). */
export function timesHessian(hessian: Float64Array, delta: Float64Array, out: Float64Array): void {
  const dim = delta.length;
  for (let i = 0; i < dim; i++) {
    let sum = 0;
    for (let j = 0; j < dim; j++) sum += hessian[i * dim + j]! * delta[j]!;
    out[i] = sum;
  }
}
