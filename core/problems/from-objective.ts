import { timesHessian } from '../analysis/predicted-change.ts';
import type { Objective } from '../objectives/objective.ts';
import type { Problem, StepLoss } from './problem.ts';

/**
 * An objective with gradient noise: g = ∇f(θ) + σ ξ, ξ standard normal per coordinate, drawn in the
 * order of the coordinates from the stream `noise` (none is drawn when σ = 0). The loss stays exact.
 */
export function problemFromObjective(
  objective: Objective,
  start: readonly number[],
  noise: number,
  stepsPerEpoch: number,
): Problem<null> {
  const { dim } = objective;
  const scratch = new Float64Array(dim);
  const exact: StepLoss = {
    valueAndGrad: (params, grad) => objective.valueAndGrad(params, grad),
    hessianTimes(params, v, out) {
      const hessian = new Float64Array(dim * dim);
      objective.hessian(params, hessian);
      timesHessian(hessian, v, out);
    },
  };
  return {
    dim,
    stepsPerEpoch,
    batchSize: 1,
    initialParams: () => Float64Array.from(start),
    initialState: () => null,
    next(params, grad, _state, streams) {
      const loss = objective.valueAndGrad(params, grad);
      if (noise > 0) {
        for (let i = 0; i < grad.length; i++) grad[i]! += noise * streams.noise.normal();
      }
      return loss;
    },
    value: (params) => objective.valueAndGrad(params, scratch),
    stepLoss: () => exact,
  };
}
