import type { Criterion } from './criterion.ts';
import { NetworkModel } from './network-model.ts';
import type { Model } from './model.ts';

/** Number of parameters: a weight per input and a bias, for each score. */
export function linearDim(features: number, outputs: number): number {
  return (features + 1) * outputs;
}

/** A network without hidden layers: scores z = W x + b, from θ = 0. */
export function linearModel(features: number, criterion: Criterion): Model {
  const { outputs } = criterion;
  const zero = (): Float64Array => new Float64Array(linearDim(features, outputs));
  return new NetworkModel([features, outputs], 'tanh', criterion, zero);
}
