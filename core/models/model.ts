import type { Samples } from '../datasets/dataset.ts';
import type { Rng } from '../math/rng.ts';
import type { ParamSpecs, ParamValues } from '../params.ts';
import type { Text } from '../text.ts';

/** Mean loss (nats) and fraction of samples classified correctly. */
export interface Evaluation {
  readonly loss: number;
  readonly accuracy: number;
}

/** A classifier with all its parameters in one flat vector θ, shape (dim,). */
export interface Model {
  readonly dim: number;
  init(rng: Rng): Float64Array;
  /**
   * Mean loss over the samples `rows[from … to)`; writes its gradient with respect to θ to `grad`.
   */
  lossAndGrad(
    params: Float64Array,
    samples: Samples,
    rows: Uint32Array,
    from: number,
    to: number,
    grad: Float64Array,
  ): number;
  evaluate(params: Float64Array, samples: Samples): Evaluation;
}

export interface ModelSpec<Id extends string, P extends ParamSpecs> {
  readonly id: Id;
  readonly name: Text;
  readonly formula: readonly string[];
  readonly params: P;
  create(values: ParamValues<P>, sizes: { features: number; classes: number }): Model;
}

export function defineModel<const Id extends string, const P extends ParamSpecs>(
  spec: ModelSpec<Id, P>,
): ModelSpec<Id, P> {
  return spec;
}
