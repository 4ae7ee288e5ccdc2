/** A choice of constants for a quadratic, and the factor by which the distance shrinks per update, in the long run. */
export interface BestConstants {
  readonly rate: number;
  /** β; 0 for plain gradient descent. */
  readonly momentum: number;
  /** Spectral radius ρ; the loss shrinks by ρ². */
  readonly contraction: number;
}

/**
 * Best constant rate of gradient descent on curvatures between μ and L:
 *
 *   η = 2 / (μ + L)        ρ = (κ − 1) / (κ + 1)        κ = L / μ
 *
 * Source: Polyak, Introduction to Optimization (1987), section 1.4.
 */
export function bestGradientDescent(smallest: number, largest: number): BestConstants {
  return {
    rate: 2 / (smallest + largest),
    momentum: 0,
    contraction: (largest - smallest) / (largest + smallest),
  };
}

/**
 * Best constant pair of the heavy ball (η outside the velocity):
 *
 *   η = (2 / (√L + √μ))²        β = ((√κ − 1) / (√κ + 1))²        ρ = √β
 *
 * Source: Polyak, Some methods of speeding up the convergence of iteration methods (1964).
 */
export function bestHeavyBall(smallest: number, largest: number): BestConstants {
  const [low, high] = [Math.sqrt(smallest), Math.sqrt(largest)];
  const contraction = (high - low) / (high + low);
  return { rate: (2 / (high + low)) ** 2, momentum: contraction ** 2, contraction };
}

/**
 * Best constant pair of Nesterov's method on a quadratic:
 *
 *   η = 4 / (3L + μ)        β = (√(3κ + 1) − 2) / (√(3κ + 1) + 2)        ρ = 1 − 2 / √(3κ + 1)
 *
 * Source: Lessard, Recht, Packard, Analysis and Design of Optimization Algorithms via Integral
 * Quadratic Constraints (2016), table 1.
 */
export function bestNesterov(smallest: number, largest: number): BestConstants {
  const root = Math.sqrt((3 * largest) / smallest + 1);
  return {
    rate: 4 / (3 * largest + smallest),
    momentum: (root - 2) / (root + 2),
    contraction: 1 - 2 / root,
  };
}
