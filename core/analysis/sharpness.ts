import type { Samples } from '../datasets/dataset.ts';
import { mulberry32 } from '../math/rng.ts';
import { norm } from '../math/vector.ts';
import type { Model } from '../models/model.ts';
import { finish, type InPieces } from './in-pieces.ts';

const ITERATIONS = 40;
const START_SEED = 1;

export interface Sharpness {
  /** Estimate of the Hessian's eigenvalue of largest size, with its sign. */
  readonly eigenvalue: number;
  /** ‖H v − eigenvalue · v‖ for the unit vector v found: within this of `eigenvalue` there is an eigenvalue. */
  readonly residual: number;
  /** Its eigenvector, unit length, shape (dim,). */
  readonly direction: Float64Array;
}

/** What a Hessian is looked at through: P^(−½) (H + ω) P^(−½), with P given by its diagonal, shape (dim,). */
export interface Preconditioner {
  readonly divisor: Float64Array;
  /** ω, added to the curvature of every coordinate: the weight decay that stands in the gradient. */
  readonly shift: number;
}

/**
 * How sharply the loss over all samples bends at θ: an estimate of the Hessian's largest eigenvalue by power
 * iteration on exact Hessian-vector products. Gradient descent is stable there up to about 2 / sharpness.
 *
 * v ← H v / ‖H v‖, forty times, from a normal vector of mulberry32(1); then vᵀ H v (the Rayleigh quotient).
 * It is an estimate from below in size: forty steps leave a mixture where two eigenvalues are close, and the
 * residual says how much of one. With a preconditioner it is the eigenvalue of P⁻¹ (H + ω), and the direction
 * P^(½) times its own.
 */
export function sharpness(
  model: Model,
  samples: Samples,
  params: Float64Array,
  preconditioner: Preconditioner | null = null,
): Sharpness {
  return finish(sharpnessInPieces(model, samples, params, preconditioner));
}

/** The same in 41 pieces, a product with the Hessian each. */
export function* sharpnessInPieces(
  model: Model,
  samples: Samples,
  params: Float64Array,
  preconditioner: Preconditioner | null = null,
): InPieces<Sharpness> {
  const { dim } = model;
  const scale = preconditioner?.divisor.map((entry) => 1 / Math.sqrt(entry)) ?? null;
  const shift = preconditioner?.shift ?? 0;
  const scaled = new Float64Array(dim);
  const rng = mulberry32(START_SEED);
  const v = Float64Array.from({ length: dim }, () => rng.normal());
  const product = new Float64Array(dim);
  const multiply = (): void => {
    for (let i = 0; i < dim; i++) scaled[i] = v[i]! * (scale?.[i] ?? 1);
    model.hessianTimes(params, samples, null, 0, samples.count, scaled, product);
    if (!scale) return;
    for (let i = 0; i < dim; i++) product[i] = (product[i]! + shift * scaled[i]!) * scale[i]!;
  };
  normalise(v, v);
  for (let i = 0; i < ITERATIONS; i++) {
    multiply();
    yield;
    if (!normalise(product, v)) break;
  }
  multiply();
  let eigenvalue = 0;
  for (let i = 0; i < dim; i++) eigenvalue += v[i]! * product[i]!;
  const residual = norm(product.map((value, i) => value - eigenvalue * v[i]!));
  return { eigenvalue, residual, direction: v };
}

/** Writes x / ‖x‖ to `out`; false where x is 0 or not finite, and nothing is written. */
function normalise(x: Float64Array, out: Float64Array): boolean {
  const length = norm(x);
  if (!(length > 0 && length < Infinity)) return false;
  for (let i = 0; i < x.length; i++) out[i] = x[i]! / length;
  return true;
}
