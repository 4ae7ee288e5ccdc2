import type { Samples } from '../datasets/dataset.ts';
import type { Rng } from '../math/rng.ts';
import { norm } from '../math/vector.ts';
import type { Model } from '../models/model.ts';

/** Half the distance between the two points of a difference. */
const H = 1e-5;
/** A kink nearer than this would be stepped over by one of the two points. */
const KINK_MARGIN = 100 * H;
const MOST_REDRAWS = 100;
/** How far a redrawn point lies from the given one, in every coordinate (a standard deviation). */
const REDRAW = 0.01;
const TOLERANCE = 1e-6;

export interface GradientCheck {
  readonly passed: boolean;
  /** ‖analytic − difference‖ over the checked coordinates. */
  readonly error: number;
  /** What the error may be: 10⁻⁶ max(‖g‖, 10⁻⁴ (1 + |f|)). */
  readonly allowed: number;
  /** Norms of both gradients over the checked coordinates. */
  readonly analytic: number;
  readonly difference: number;
  /** Coordinates compared, of all; which ones is drawn where not all are. */
  readonly checked: number;
  readonly dim: number;
  /** How often the point was moved because it lay at a kink of a ReLU or of the loss. */
  readonly redraws: number;
  /** No point away from the kinks was found; then nothing was compared. */
  readonly atKink: boolean;
}

/**
 * Checks back-propagation against central differences (f(θ + h e_i) − f(θ − h e_i)) / 2h, h = 10⁻⁵, as a whole:
 * the norm of what they differ by, not the worst coordinate, because differences of tiny components are noise.
 *
 * Where the batch lies within 100 h of a kink, θ is moved by 0.01 · normal and tried again: a difference
 * across a kink is not a derivative. At most `most` coordinates are compared.
 */
export function gradientCheck(
  model: Model,
  samples: Samples,
  rows: Uint32Array,
  params: Float64Array,
  rng: Rng,
  most = 500,
): GradientCheck {
  const { dim } = model;
  const point = params.slice();
  let redraws = 0;
  while (model.kinkDistance(point, samples, rows, 0, rows.length) < KINK_MARGIN) {
    if (redraws === MOST_REDRAWS) return nothingCompared(dim, redraws);
    redraws++;
    for (let i = 0; i < dim; i++) point[i] = params[i]! + REDRAW * rng.normal();
  }
  const grad = new Float64Array(dim);
  const scratch = new Float64Array(dim);
  const loss = model.lossAndGrad(point, samples, rows, 0, rows.length, grad);
  const coordinates = dim <= most ? firstOf(dim) : rng.permutation(dim).subarray(0, most);
  const at = (i: number, value: number): number => {
    const before = point[i]!;
    point[i] = value;
    const moved = model.lossAndGrad(point, samples, rows, 0, rows.length, scratch);
    point[i] = before;
    return moved;
  };
  const analytic = Float64Array.from(coordinates, (i) => grad[i]!);
  const difference = Float64Array.from(coordinates, (i) => {
    const [up, down] = [point[i]! + H, point[i]! - H];
    return (at(i, up) - at(i, down)) / (up - down);
  });
  const error = norm(analytic.map((value, i) => value - difference[i]!));
  const allowed = TOLERANCE * Math.max(norm(analytic), 1e-4 * (1 + Math.abs(loss)));
  return {
    passed: error <= allowed,
    error,
    allowed,
    analytic: norm(analytic),
    difference: norm(difference),
    checked: coordinates.length,
    dim,
    redraws,
    atKink: false,
  };
}

const firstOf = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);

function nothingCompared(dim: number, redraws: number): GradientCheck {
  const numbers = { error: NaN, allowed: NaN, analytic: NaN, difference: NaN };
  return { passed: false, ...numbers, checked: 0, dim, redraws, atKink: true };
}
