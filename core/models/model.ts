import type { Samples } from '../datasets/dataset.ts';
import type { Task } from '../losses/loss.ts';
import type { Rng } from '../math/rng.ts';
import type { ParamSpecs, ParamValues } from '../params.ts';
import type { Text } from '../text.ts';
import type { BackPropagation } from './back-propagation.ts';
import type { Criterion } from './criterion.ts';
import type { DenseLayer } from './dense-network.ts';

export interface Evaluation {
  /** Loss over all samples (nats for cross-entropies), with the L2 penalty. */
  readonly loss: number;
  /** Fraction classified correctly; null where there are no classes. */
  readonly accuracy: number | null;
}

/**
 * A model with all its parameters in one flat vector θ, shape (dim,), and the loss it is trained on.
 * A batch is `rows[from … to)` of the samples; `rows` null: the samples as they lie.
 */
export interface Model {
  readonly dim: number;
  /** Where its weights and biases lie in θ, from the inputs to the scores. */
  readonly layers: readonly DenseLayer[];
  init(rng: Rng): Float64Array;
  /** Loss of the batch; writes its gradient with respect to θ to `grad`. */
  lossAndGrad(
    params: Float64Array,
    samples: Samples,
    rows: Uint32Array | null,
    from: number,
    to: number,
    grad: Float64Array,
  ): number;
  /** Writes H v to `out`, H being the exact Hessian of the batch's loss with respect to θ. */
  hessianTimes(
    params: Float64Array,
    samples: Samples,
    rows: Uint32Array | null,
    from: number,
    to: number,
    v: Float64Array,
    out: Float64Array,
  ): void;
  /** How near the batch comes to a kink, of a ReLU or of the loss: |z|, or the residual from the joint. */
  kinkDistance(
    params: Float64Array,
    samples: Samples,
    rows: Uint32Array | null,
    from: number,
    to: number,
  ): number;
  evaluate(params: Float64Array, samples: Samples): Evaluation;
  /** Writes the scores z of the samples, which need no targets, to `out`; shape (n, scores per sample). */
  scores(params: Float64Array, samples: Omit<Samples, 'targets'>, out: Float64Array): void;
  /** Back-propagation of sample `row` alone; null where no layer may be wider than `widest` and one is. */
  backPropagate?(
    params: Float64Array,
    samples: Samples,
    row: number,
    widest: number,
  ): BackPropagation | null;
}

export interface ModelSpec<Id extends string, P extends ParamSpecs> {
  readonly id: Id;
  readonly name: Text;
  readonly formula: readonly string[];
  /** One sentence: what it can represent, and what it is there to show. */
  readonly summary: Text;
  readonly tasks: readonly Task[];
  readonly params: P;
  /** Number of parameters for so many inputs and scores. */
  dim(values: ParamValues<P>, features: number, outputs: number): number;
  /** Whether the weights it starts from are drawn, so that another seed starts from others. */
  drawsWeights(values: ParamValues<P>): boolean;
  create(values: ParamValues<P>, features: number, criterion: Criterion): Model;
}

export function defineModel<const Id extends string, const P extends ParamSpecs>(
  spec: ModelSpec<Id, P>,
): ModelSpec<Id, P> {
  return spec;
}
