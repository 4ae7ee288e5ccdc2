import { symmetricEigen } from '../math/symmetric-eigen.ts';
import type { Objective } from '../objectives/objective.ts';
import type { Direction } from './moments.ts';

/**
 * An objective that is a quadratic everywhere, seen along its eigen-directions:
 *
 *   f(θ) = f* + ½ Σ λᵢ eᵢ²      eᵢ = vᵢ · (θ − θ*)
 *
 * θ* is the stationary point: the minimum if all λ > 0, a saddle if some are negative; where some are 0,
 * the one nearest to the start.
 */
export interface QuadraticForm {
  /** Curvatures λ in descending order, shape (d,). */
  readonly curvatures: readonly number[];
  /** Unit eigenvectors: row i is vᵢ; row-major, shape (d, d). */
  readonly axes: Float64Array;
  /** θ*, shape (d,). */
  readonly centre: readonly number[];
  /** f(θ*). */
  readonly value: number;
}

/** Points at which an objective must agree with its quadratic form, per axis as a share of the domain. */
const PROBES = 24;
const GOLDEN = 0.6180339887498949;
const AGREES = 1e-9;
/** A curvature below this share of the largest is rounding: that direction is flat. */
const FLAT = 1e-13;

/**
 * The quadratic form of an objective, or null where it is none. Its Hessian at the start fixes the only
 * candidate; gradient and value must then agree with it at 24 points spread over the domain.
 */
export function quadraticForm(objective: Objective): QuadraticForm | null {
  const { dim } = objective;
  const x = Float64Array.from(objective.start);
  const grad = new Float64Array(dim);
  const hessian = new Float64Array(dim * dim);
  objective.hessian(x, hessian);
  if (!hessian.every(Number.isFinite)) return null;
  const { values, axes } = symmetricEigen(hessian, dim);
  const steepest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const curvatures = Array.from(values, (value) => (Math.abs(value) > FLAT * steepest ? value : 0));

  objective.valueAndGrad(x, grad);
  const slopes = coordinates({ axes, centre: new Array<number>(dim).fill(0) }, grad);
  const centre = Array.from(x, (at, j) => {
    let offset = 0;
    for (let i = 0; i < dim; i++) {
      if (curvatures[i] !== 0) offset += (axes[i * dim + j]! * slopes[i]!) / curvatures[i]!;
    }
    return at - offset;
  });
  const value = objective.valueAndGrad(Float64Array.from(centre), grad);
  const form: QuadraticForm = { curvatures, axes, centre, value };
  return agrees(form, objective) ? form : null;
}

/** Coordinates eᵢ of a point along the eigen-directions, measured from θ*; shape (d,). */
export function coordinates(
  { axes, centre }: Pick<QuadraticForm, 'axes' | 'centre'>,
  point: ArrayLike<number>,
): readonly number[] {
  const dim = centre.length;
  return centre.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < dim; j++) sum += axes[i * dim + j]! * (point[j]! - centre[j]!);
    return sum;
  });
}

/** What a run that starts at θ₀ meets in each eigen-direction. */
export function directions(form: QuadraticForm, start: ArrayLike<number>): readonly Direction[] {
  const offsets = coordinates(form, start);
  const centres = coordinates({ axes: form.axes, centre: form.centre.map(() => 0) }, form.centre);
  return form.curvatures.map((curvature, i) => ({
    curvature,
    start: offsets[i]!,
    centre: centres[i]!,
  }));
}

function agrees(form: QuadraticForm, objective: Objective): boolean {
  const { dim, domain } = objective;
  const { curvatures, axes } = form;
  const grad = new Float64Array(dim);
  for (let probe = 1; probe <= PROBES; probe++) {
    const point = Float64Array.from({ length: dim }, (_, j) => {
      const [low, high] = domain[j]!;
      const share = (probe * GOLDEN ** (j + 1)) % 1;
      return low + (high - low) * share;
    });
    const value = objective.valueAndGrad(point, grad);
    const e = coordinates(form, point);
    const predicted = curvatures.reduce((sum, c, i) => sum + 0.5 * c * e[i]! ** 2, form.value);
    if (!(Math.abs(value - predicted) <= AGREES * (1 + Math.abs(value)))) return false;
    for (let j = 0; j < dim; j++) {
      const slope = curvatures.reduce((sum, c, i) => sum + c * e[i]! * axes[i * dim + j]!, 0);
      if (!(Math.abs(grad[j]! - slope) <= AGREES * (1 + Math.abs(slope)))) return false;
    }
  }
  return true;
}
