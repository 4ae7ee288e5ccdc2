/** The parabola f = ½ λ x² with gradient noise σ, and what is known of the start: V₀ = E x₀². */
export interface NoisyParabola {
  readonly curvature: number;
  readonly noise: number;
  readonly startSquare: number;
}

/** The schedule η_t = η₀ / (1 + k t) with the constants that are best on a noisy parabola. */
export interface OptimalDecay {
  readonly rate: number;
  /** k, per update. */
  readonly decay: number;
}

/**
 * The best schedule of all for gradient descent on a noisy parabola. Minimising
 * V_{t+1} = (1 − η λ)² V_t + η² σ² over η, one update after the other, gives η_t = λ V_t / (λ² V_t + σ²) and
 * 1 / V_{t+1} = 1 / V_t + λ² / σ², which is inverse-time decay:
 *
 *   η_t = η₀ / (1 + k t)        η₀ = λ / (λ² + σ² / V₀)        k = λ η₀
 *
 * It is optimal for every T at once, because V_{t+1} grows with V_t.
 * Source: derived above; Robbins, Monro (1951) for the form of the schedule.
 */
export function optimalDecay({ curvature, noise, startSquare }: NoisyParabola): OptimalDecay {
  const rate = curvature / (curvature ** 2 + noise ** 2 / startSquare);
  return { rate, decay: curvature * rate };
}

/** Expected loss after T updates of that schedule: E f_T = (λ / 2) / (1 / V₀ + T λ² / σ²). */
export function leastExpectedLoss(
  { curvature, noise, startSquare }: NoisyParabola,
  steps: number,
): number {
  return (0.5 * curvature) / (1 / startSquare + (steps * curvature ** 2) / noise ** 2);
}

/**
 * What t · E f_t tends to under η_t = η₀ / (1 + k t), with c = λ η₀ / k:
 *
 *   c > ½:  σ² c² / (2 λ (2c − 1)), least at c = 1        c ≤ ½:  ∞, because E f falls more slowly than 1 / t
 *
 * Source: Chung, On a Stochastic Approximation Method (1954).
 */
export function inverseTimeLimit(
  curvature: number,
  noise: number,
  rate: number,
  decay: number,
): number {
  const c = (curvature * rate) / decay;
  return c > 0.5 ? (noise ** 2 * c * c) / (2 * curvature * (2 * c - 1)) : Infinity;
}
