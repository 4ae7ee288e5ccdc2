import type { ParamSpecs, ParamValues } from '../params.ts';
import type { Reference } from '../reference.ts';
import type { Text } from '../text.ts';
import type { Streams } from '../training/streams.ts';

/**
 * A sequence of losses f₁, f₂, … that arrive one per update (online learning): what an optimizer does with
 * a given run of gradients, without a landscape around it.
 */
export interface GradientStream {
  readonly dim: number;
  /** Where a run starts unless the experiment says otherwise; shape (dim,). */
  readonly start: readonly number[];
  /** Bounds of every coordinate; after each update θ is put back between them. Absent: no bounds. */
  readonly bounds?: readonly [lo: number, hi: number];
  /** Writes ∇f_t(θ) to `grad`, for t = 1, 2, …; draws only from `streams`. */
  gradient(t: number, params: Float64Array, grad: Float64Array, streams: Streams): void;
  /**
   * What is shown as the loss at θ: the mean of f₁, f₂, … in the long run, above its least value where it
   * has one (the expected regret per update). A single f_t would show the stream, not the run.
   */
  loss(params: Float64Array): number;
}

export interface GradientStreamSpec<Id extends string, P extends ParamSpecs> {
  readonly id: Id;
  readonly name: Text;
  readonly formula: readonly string[];
  /** One sentence: what it is there to show. */
  readonly summary: Text;
  readonly reference?: Reference;
  readonly params: P;
  /** Whether its gradients are drawn, so that another seed sees others. */
  isRandom(values: ParamValues<P>): boolean;
  create(values: ParamValues<P>): GradientStream;
}

export function defineGradientStream<const Id extends string, const P extends ParamSpecs>(
  spec: GradientStreamSpec<Id, P>,
): GradientStreamSpec<Id, P> {
  return spec;
}
