import { optimizers, type OptimizerId } from '../../core/optimizers/index.ts';
import { parseParams, type Values } from '../../core/params.ts';
import { problemFromStream } from '../../core/problems/from-stream.ts';
import type { GradientStream } from '../../core/streams/stream.ts';
import { createStreams } from '../../core/training/streams.ts';

/** What an optimizer does with the first gradients of a stream: θ after them, and every update on the way. */
export function follow(
  stream: GradientStream,
  optimizer: OptimizerId,
  params: Values,
  rate: (t: number) => number,
  updates: number,
  seed = 1,
): { readonly theta: Float64Array; readonly moves: Float64Array } {
  const problem = problemFromStream(stream, stream.start, 1);
  const streams = createStreams(seed);
  const spec = optimizers[optimizer];
  const rule = spec.create(parseParams(spec.params, params, 'params') as never, rate(0));
  const state = rule.init(stream.dim) as never;
  const theta = problem.initialParams(streams);
  const position = problem.initialState(streams);
  const grad = new Float64Array(stream.dim);
  const delta = new Float64Array(stream.dim);
  const moves = new Float64Array(updates);
  for (let t = 1; t <= updates; t++) {
    problem.next(theta, grad, position, streams);
    rule.update({ t, lr: rate(t - 1), momentum: null, params: theta, grad }, state, delta);
    theta.forEach((value, i) => (theta[i] = value + delta[i]!));
    problem.project?.(theta);
    moves[t - 1] = delta[0]!;
  }
  return { theta, moves };
}
