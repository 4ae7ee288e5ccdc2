/**
 * An update rule that is linear in parameters and gradient, the same in every coordinate. With memory m,
 *
 *   m_t = β m_{t−1} + γ g_t        θ_t = (1 − η w) θ_{t−1} − η (a m_t + b g_t)
 *
 * On a quadratic such a rule splits into one independent two-number iteration (θ, m) per
 * eigen-direction, so its stability, floor and expectation can be calculated.
 */
export interface LinearRule {
  /** β: share of the memory that is kept, per update. */
  readonly memory: number;
  /** γ: weight with which a gradient enters the memory. */
  readonly intake: number;
  /** γ of the very first update, where it differs. */
  readonly firstIntake: number;
  /** a: weight of the memory in the step. */
  readonly viaMemory: number;
  /** b: weight of the gradient itself in the step. */
  readonly direct: number;
  /** Weight decay inside the gradient: g = ∇f + ω θ. */
  readonly l2: number;
  /** w: weight decay beside the gradient. */
  readonly decoupled: number;
  /** Whether the rate is applied when a gradient enters the memory (η inside the velocity). */
  readonly rateInside: boolean;
}

/** Gradient descent, as the rule from which the others are described by what they change. */
export const plainRule: LinearRule = {
  memory: 0,
  intake: 1,
  firstIntake: 1,
  viaMemory: 1,
  direct: 0,
  l2: 0,
  decoupled: 0,
  rateInside: false,
};

/**
 * Pull of one constant gradient in the long run: θ moves by η times this and the gradient, per update. 1 for
 * gradient descent, 1 / (1 − β) with momentum.
 */
export function longPull({ memory, intake, viaMemory, direct }: LinearRule): number {
  return (viaMemory * intake) / (1 - memory) + direct;
}

/**
 * The two numbers that decide how one direction of curvature λ behaves: trace and determinant of the
 * update's 2 × 2 matrix on (θ, m), both affine in η. With h = λ + ω:
 *
 *   tr = 1 + β − η (w + (aγ + b) h)        det = β (1 − η (w + b h))
 */
export interface Modes {
  readonly trace: number;
  readonly determinant: number;
}

export function modes(rule: LinearRule, rate: number, curvature: number): Modes {
  const { memory, intake, viaMemory, direct, decoupled } = rule;
  const felt = curvature + rule.l2;
  return {
    trace: 1 + memory - rate * (decoupled + (viaMemory * intake + direct) * felt),
    determinant: memory * (1 - rate * (decoupled + direct * felt)),
  };
}

/**
 * Spectral radius ρ: the factor by which the distance shrinks (ρ < 1) or grows per update, in the long
 * run. The eigenvalues solve z² − tr z + det = 0; a complex pair has modulus √det.
 */
export function spectralRadius({ trace, determinant }: Modes): number {
  const half = Math.abs(trace) / 2;
  const discriminant = half * half - determinant;
  return discriminant < 0 ? Math.sqrt(determinant) : half + Math.sqrt(discriminant);
}
