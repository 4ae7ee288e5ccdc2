import type { Choice } from '../params.ts';
import { objectives, type ObjectiveId } from './index.ts';
import type { Objective } from './objective.ts';

/** Builds the objective a parsed problem names, in the problem's unit: c f for its `scale` c. */
export function buildObjective(problem: {
  readonly objective: Choice;
  readonly scale: number;
}): Objective {
  const { id, params } = problem.objective;
  return scaled(objectives[id as ObjectiveId].create(params as never), problem.scale);
}

/** The same function in another unit: c f, its gradient c ∇f and its Hessian c ∇²f, for c > 0. */
function scaled(objective: Objective, c: number): Objective {
  if (c === 1) return objective;
  return {
    ...objective,
    valueAndGrad(x, grad) {
      const value = objective.valueAndGrad(x, grad);
      for (let i = 0; i < grad.length; i++) grad[i]! *= c;
      return c * value;
    },
    hessian(x, out) {
      objective.hessian(x, out);
      for (let k = 0; k < out.length; k++) out[k]! *= c;
    },
  };
}
