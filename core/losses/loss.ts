import type { ParamSpecs, ParamValues } from '../params.ts';
import type { Text } from '../text.ts';

/** What is predicted: a number, one of two classes (by one score), or one of several (by a score each). */
export type Task = 'regression' | 'binary' | 'classes';

/**
 * A loss over a batch. Predictions have shape (rows, outputs), targets (rows, targets); both row-major
 * from index 0. A *term* is one value ℓ: per element, or per row where a row is judged as a whole.
 */
export interface Loss {
  /** Terms per row. */
  readonly terms: number;
  readonly reduction: 'mean' | 'sum';
  /** Writes ℓ of every term to `values` and ∂ℓ/∂prediction, not yet reduced, to `grad`. */
  evaluate(
    predictions: Float64Array,
    targets: Float64Array,
    rows: number,
    values: Float64Array,
    grad: Float64Array,
  ): void;
  /** Writes (∂²ℓ/∂prediction²) v, not yet reduced, to `out`; 0 for the jump at a kink. */
  curvatureTimes(
    predictions: Float64Array,
    targets: Float64Array,
    rows: number,
    v: Float64Array,
    out: Float64Array,
  ): void;
  /** Distance from the nearest prediction to a point where ∂ℓ or ∂²ℓ jumps; absent where there is none. */
  kinkDistance?(predictions: Float64Array, targets: Float64Array, rows: number): number;
}

/** Numbers per row. */
export interface LossShape {
  readonly outputs: number;
  /** As many as outputs; 1 where the target is the index of a class. */
  readonly targets: number;
}

export interface LossSpec<Id extends string, P extends ParamSpecs> {
  readonly id: Id;
  readonly name: Text;
  /** The loss of one term, then its gradient; p prediction, y target. */
  readonly formula: readonly string[];
  /** One sentence: what it forgives and what it punishes. */
  readonly summary: Text;
  readonly tasks: readonly Task[];
  /**
   * With two classes: what is compared with what. The probability σ(z) or the score z itself, with
   * targets 0 and 1; or the score with targets −1 and +1.
   */
  readonly binary?: 'probability' | 'score' | 'signed-score';
  readonly params: P;
  create(values: ParamValues<P>, shape: LossShape): Loss;
}

export function defineLoss<const Id extends string, const P extends ParamSpecs>(
  spec: LossSpec<Id, P>,
): LossSpec<Id, P> {
  return spec;
}
