import type { ParamSpecs, ParamValues } from '../params.ts';
import type { Reference } from '../reference.ts';
import type { Text } from '../text.ts';

/** A test function f: ℝᵈ → ℝ with its exact gradient and Hessian. */
export interface Objective {
  readonly dim: number;
  /** Where a run starts unless the experiment says otherwise; shape (dim,). */
  readonly start: readonly number[];
  /** What to draw, per axis. */
  readonly domain: readonly (readonly [lo: number, hi: number])[];
  /** Known global minimisers; some of them where there are infinitely many, none where f has no bound. */
  readonly minima: readonly (readonly number[])[];
  /** Returns f(x) and writes ∇f(x) to `grad`; both arrays have shape (dim,). */
  valueAndGrad(x: Float64Array, grad: Float64Array): number;
  /** Writes ∇²f(x) to `out`, row-major, shape (dim, dim). */
  hessian(x: Float64Array, out: Float64Array): void;
}

export interface ObjectiveSpec<Id extends string, P extends ParamSpecs> {
  readonly id: Id;
  readonly name: Text;
  readonly formula: readonly string[];
  /** One sentence: what it is there to show. */
  readonly summary: Text;
  /** Where it comes from, if it is not elementary. */
  readonly reference?: Reference;
  readonly params: P;
  create(values: ParamValues<P>): Objective;
}

export function defineObjective<const Id extends string, const P extends ParamSpecs>(
  spec: ObjectiveSpec<Id, P>,
): ObjectiveSpec<Id, P> {
  return spec;
}
