import type { GradientStream } from '../streams/stream.ts';
import type { Problem } from './problem.ts';

/** How many losses of the stream have arrived. */
export interface StreamPosition {
  t: number;
}

/** A gradient stream as a problem: update number t meets loss number t; bounds are kept after each update. */
export function problemFromStream(
  stream: GradientStream,
  start: readonly number[],
  stepsPerEpoch: number,
): Problem<StreamPosition> {
  const { bounds } = stream;
  return {
    dim: stream.dim,
    stepsPerEpoch,
    batchSize: 1,
    initialParams: () => Float64Array.from(start),
    initialState: () => ({ t: 0 }),
    next(params, grad, state, streams) {
      state.t++;
      stream.gradient(state.t, params, grad, streams);
      return stream.loss(params);
    },
    value: (params) => stream.loss(params),
    ...(bounds ? { project: (params: Float64Array) => clip(params, bounds) } : {}),
  };
}

/** Puts every coordinate back between the bounds: the nearest point of the box. */
function clip(params: Float64Array, [lo, hi]: readonly [number, number]): void {
  for (let i = 0; i < params.length; i++) {
    if (params[i]! < lo) params[i] = lo;
    else if (params[i]! > hi) params[i] = hi;
  }
}
