import type { Objective } from '../../core/objectives/objective.ts';

/** Value, gradient and Hessian of an objective at one point, as plain numbers. */
export function at(
  objective: Objective,
  x: readonly number[],
): { readonly f: number; readonly grad: number[]; readonly hessian: number[] } {
  const grad = new Float64Array(objective.dim);
  const hessian = new Float64Array(objective.dim ** 2);
  const f = objective.valueAndGrad(Float64Array.from(x), grad);
  objective.hessian(Float64Array.from(x), hessian);
  return { f, grad: [...grad], hessian: [...hessian] };
}
