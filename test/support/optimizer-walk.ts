import type { Optimizer, OptimizerSpec } from '../../core/optimizers/optimizer.ts';
import { defaultParams, type ParamSpecs, type ParamValues } from '../../core/params.ts';

/** Gradient at `x` for update t = 1, 2, …; a stream ignores the point. */
export type Gradient = (x: Float64Array, t: number) => readonly number[];

export interface Descent {
  readonly start: readonly number[];
  readonly gradient: Gradient;
  /** A number, or the rate of step s = 0, 1, … */
  readonly lr: number | ((step: number) => number);
  /** Momentum of step s where it is cycled. */
  readonly momentum?: (step: number) => number;
}

/** An optimizer with its defaults, but for `values`. */
export function build<Id extends string, P extends ParamSpecs, S>(
  spec: OptimizerSpec<Id, P, S>,
  values: Partial<ParamValues<P>> = {},
  peakLr?: number,
): Optimizer<S> {
  return spec.create({ ...defaultParams(spec.params), ...values }, peakLr);
}

/** Points θ_0, θ_1, … without end; the array is the same each time. */
export function* points<S>(
  optimizer: Optimizer<S>,
  { start, gradient, lr, momentum }: Descent,
  state: S = optimizer.init(start.length),
): Generator<Float64Array, never> {
  const x = Float64Array.from(start);
  const grad = new Float64Array(start.length);
  const out = new Float64Array(start.length);
  for (let step = 0; ; step++) {
    yield x;
    grad.set(gradient(x, step + 1));
    const rate = typeof lr === 'number' ? lr : lr(step);
    const cycled = momentum ? momentum(step) : null;
    optimizer.update({ t: step + 1, lr: rate, momentum: cycled, params: x, grad }, state, out);
    for (let i = 0; i < x.length; i++) x[i]! += out[i]!;
  }
}

/** θ_0 … θ_steps. */
export function walk<S>(optimizer: Optimizer<S>, descent: Descent, steps: number): number[][] {
  const path: number[][] = [];
  for (const x of points(optimizer, descent)) {
    path.push([...x]);
    if (path.length > steps) break;
  }
  return path;
}

/** First coordinate of θ_0 … θ_steps. */
export function line<S>(optimizer: Optimizer<S>, descent: Descent, steps: number): number[] {
  return walk(optimizer, descent, steps).map(([x]) => x!);
}

/** Updates until `done` first holds; null if not within `limit`. */
export function updatesUntil<S>(
  optimizer: Optimizer<S>,
  descent: Descent,
  done: (x: Float64Array) => boolean,
  limit: number,
): number | null {
  let updates = 0;
  for (const x of points(optimizer, descent)) {
    if (done(x)) return updates;
    if (updates++ === limit) break;
  }
  return null;
}

/** The stream that gives these gradients one after another, one coordinate, and then nothing. */
export const stream =
  (gradients: readonly number[]): Gradient =>
  (_x, t) => [gradients[t - 1] ?? 0];

/** The defaults that each dialect brings along, by its id. */
export function dialectDefaults(spec: { readonly params: ParamSpecs }): Record<string, unknown> {
  const { dialect } = spec.params;
  if (dialect?.kind !== 'choice') return {};
  return Object.fromEntries(dialect.options.map(({ id, defaults }) => [id, defaults ?? {}]));
}

/** The rule as it is written down, with its defaults but for `values`: formulas by what they give. */
export function written<Id extends string, P extends ParamSpecs, S>(
  spec: OptimizerSpec<Id, P, S>,
  values: Partial<ParamValues<P>> = {},
  at: Readonly<Record<string, number>> = {},
): Readonly<Record<string, string>> {
  const lines = spec.arithmetic({ ...defaultParams(spec.params), ...values }, at);
  return Object.fromEntries(lines.map(({ name, formula }) => [name, formula]));
}
