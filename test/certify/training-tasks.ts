import type { Dataset, Samples } from '../../core/datasets/dataset.ts';
import { buildModel } from '../../core/models/build.ts';
import type { ModelId } from '../../core/models/index.ts';
import type { Model } from '../../core/models/model.ts';
import type { Choice } from '../../core/params.ts';
import type { TrainingHeader } from './format.ts';
import { lossChoice } from './loss-ids.ts';

/** What all trainings of a file share, in our words. */
export interface TrainingTask {
  readonly model: Model;
  readonly dataset: Dataset;
  /** θ₀, flat: layer by layer W row-major, then b. */
  readonly initialParams: readonly number[];
}

/** Flattens layers as the core lays them out. */
export const flatParams = (layers: TrainingHeader['initialParams']): readonly number[] =>
  layers.flatMap(({ weight, bias }) => [...weight.flat(), ...bias]);

/** Model, data and start of a recorded task. Throws for what the core does not have. */
export function trainingTask(header: TrainingHeader): TrainingTask {
  const { loss, activation, layerSizes, x, y, initialParams } = header;
  const features = layerSizes[0]!;
  const outputs = layerSizes.at(-1)!;
  const choice = lossChoice(loss, {});
  const classes = choice.id === 'softmax-cross-entropy' ? outputs : choice.id === 'mse' ? null : 2;
  const hidden = layerSizes.slice(1, -1);
  const model: Choice<ModelId> =
    hidden.length > 0
      ? { id: 'mlp', params: { hidden, activation: activation!, init: 'zero', gain: 1 } }
      : { id: linearFor(classes), params: {} };
  const samples: Samples = {
    count: x.length,
    features,
    inputs: Float64Array.from(x.flat()),
    targets: Float64Array.from(y),
  };
  return {
    model: buildModel(model, choice, 0, { features, classes }),
    dataset: { classes, train: samples, test: samples },
    initialParams: flatParams(initialParams),
  };
}

function linearFor(classes: number | null): ModelId {
  if (classes === null) return 'linear-regression';
  return classes === 2 ? 'logistic-regression' : 'softmax-regression';
}
