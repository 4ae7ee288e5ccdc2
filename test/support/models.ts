import type { DatasetSizes, Samples } from '../../core/datasets/dataset.ts';
import { losses, type LossId } from '../../core/losses/index.ts';
import type { Loss, LossShape } from '../../core/losses/loss.ts';
import { sumTerms, termWeight } from '../../core/losses/reduction.ts';
import { buildModel } from '../../core/models/build.ts';
import { models, type ModelId } from '../../core/models/index.ts';
import type { Model } from '../../core/models/model.ts';
import { defaultParams, type Choice, type Values } from '../../core/params.ts';

export const lossChoice = (id: LossId, values: Values = {}): Choice<LossId> => ({
  id,
  params: { ...defaultParams(losses[id].params), ...values },
});

/** A loss with its defaults but for some values. */
export function lossOf(
  id: LossId,
  values: Values = {},
  shape: LossShape = { outputs: 1, targets: 1 },
): Loss {
  return losses[id].create(lossChoice(id, values).params as never, shape);
}

/** Reduced value, terms and reduced gradient of a whole batch. */
export function judge(
  loss: Loss,
  predictions: readonly number[],
  targets: readonly number[],
  outputs = 1,
): { value: number; terms: number[]; grad: number[] } {
  const rows = predictions.length / outputs;
  const terms = new Float64Array(rows * loss.terms);
  const grad = new Float64Array(predictions.length);
  const weight = termWeight(loss, rows);
  const sum = sumTerms(
    loss,
    Float64Array.from(predictions),
    Float64Array.from(targets),
    rows,
    outputs,
    weight,
    terms,
    grad,
    0,
  );
  return { value: sum * weight, terms: [...terms], grad: [...grad] };
}

/** A model with its defaults but for some values, trained on a loss. */
export function modelOf(
  id: ModelId,
  values: Values,
  loss: LossId | Choice<LossId>,
  sizes: Pick<DatasetSizes, 'features' | 'classes'>,
  l2 = 0,
): Model {
  const params = { ...defaultParams(models[id].params), ...values };
  const chosen = typeof loss === 'string' ? lossChoice(loss) : loss;
  return buildModel({ id, params }, chosen, l2, sizes);
}

/** Samples from rows of inputs. */
export function samplesOf(
  rows: readonly (readonly number[])[],
  targets: readonly number[],
): Samples {
  return {
    count: rows.length,
    features: rows[0]!.length,
    inputs: Float64Array.from(rows.flat()),
    targets: Float64Array.from(targets),
  };
}

/** Full-batch gradient descent at a constant rate until `done`; returns the updates made. */
export function descend(
  model: Model,
  samples: Samples,
  params: Float64Array,
  lr: number,
  most: number,
  done: (loss: number) => boolean,
): number {
  const grad = new Float64Array(model.dim);
  for (let step = 0; step < most; step++) {
    if (done(model.lossAndGrad(params, samples, null, 0, samples.count, grad))) return step;
    for (let i = 0; i < params.length; i++) params[i] = params[i]! - lr * grad[i]!;
  }
  return most;
}
