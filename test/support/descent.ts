import type { Objective } from '../../core/objectives/objective.ts';

/** A point of a descent: the state after `step` updates. */
export interface Visit {
  readonly step: number;
  readonly x: Float64Array;
  readonly f: number;
  readonly grad: Float64Array;
  /** Loss one step earlier; NaN at the start. */
  readonly before: number;
}

/**
 * Plain gradient descent, x ← x − η ∇f(x), until `stop` says so (or `most` updates): independent of the
 * trainer, so that an objective's numbers can be checked by themselves.
 */
export function descend(
  objective: Objective,
  start: readonly number[],
  rate: number | ((t: number) => number),
  stop: (visit: Visit) => boolean,
  most = 100_000,
): Visit & { readonly highest: number } {
  const x = Float64Array.from(start);
  const grad = new Float64Array(objective.dim);
  let before = NaN;
  let highest = -Infinity;
  for (let step = 0; ; step++) {
    const f = objective.valueAndGrad(x, grad);
    highest = Math.max(highest, f);
    const visit = { step, x, f, grad, before };
    if (step === most || stop(visit)) return { ...visit, highest };
    const eta = typeof rate === 'number' ? rate : rate(step);
    for (let i = 0; i < x.length; i++) x[i]! -= eta * grad[i]!;
    before = f;
  }
}

/** Stops after exactly this many updates. */
export const after =
  (steps: number) =>
  ({ step }: Visit): boolean =>
    step === steps;

/** Stops when the loss is below the target. */
export const below =
  (target: number) =>
  ({ f }: Visit): boolean =>
    f < target;
