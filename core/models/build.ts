import type { LossId } from '../losses/index.ts';
import type { Choice } from '../params.ts';
import { Criterion, outputsOf } from './criterion.ts';
import { models, type ModelId } from './index.ts';
import type { Model } from './model.ts';
import { BLOCK_ROWS } from './network-model.ts';

/** What a model must know of its data; `classes` null: numbers are predicted. */
interface Shape {
  readonly features: number;
  readonly classes: number | null;
}

/** Number of parameters of a model, known before it is built. */
export function parameterCount(
  { id, params }: Choice<ModelId>,
  loss: LossId,
  { features, classes }: Shape,
): number {
  return models[id].dim(params as never, features, outputsOf(loss, classes));
}

/** A model for such data, to be trained on a loss with the penalty ½ l2 ‖W‖². */
export function buildModel(
  { id, params }: Choice<ModelId>,
  loss: Choice<LossId>,
  l2: number,
  { features, classes }: Shape,
): Model {
  const criterion = new Criterion(loss, classes, l2, BLOCK_ROWS);
  return models[id].create(params as never, features, criterion);
}
