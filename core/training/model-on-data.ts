import { buildDataset, datasetSizes } from '../datasets/build.ts';
import type { Assets, Dataset } from '../datasets/dataset.ts';
import type { ExperimentConfig, ModelProblemConfig } from '../experiment/config.ts';
import type { LossId } from '../losses/index.ts';
import { buildModel } from '../models/build.ts';
import type { ModelId } from '../models/index.ts';
import type { Model } from '../models/model.ts';
import type { Choice } from '../params.ts';
import { createStreams } from './streams.ts';

/** The model that a configuration trains, and the data it is trained on: the same for all seeds of a run. */
export function buildModelOnData(
  { model, loss, l2, dataset, scaling }: ModelProblemConfig,
  { seed, streams }: Pick<ExperimentConfig, 'seed' | 'streams'>,
  assets: Assets,
): { readonly model: Model; readonly dataset: Dataset } {
  return {
    model: buildModel(model as Choice<ModelId>, loss as Choice<LossId>, l2, datasetSizes(dataset)),
    dataset: buildDataset(dataset, scaling, assets, createStreams(seed, streams).data),
  };
}
