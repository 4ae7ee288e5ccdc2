import { datasets, type DatasetId } from '../datasets/index.ts';
import type { Assets, Dataset } from '../datasets/dataset.ts';
import type { ExperimentConfig, ModelProblemConfig } from '../experiment/config.ts';
import type { LossId } from '../losses/index.ts';
import { allFinite } from '../math/vector.ts';
import type { Model } from '../models/model.ts';
import { buildModelOnData } from '../training/model-on-data.ts';
import { confusionMatrix, type ConfusionMatrix } from './confusion-matrix.ts';
import { decisionMap, type DecisionMap } from './decision-map.ts';
import { fittedCurve, type FittedCurve } from './fitted-curve.ts';
import { predictedAgainstActual, type PredictedAgainstActual } from './predicted-actual.ts';
import { weightImages, type WeightImages } from './weight-images.ts';

/** What a model does with its data, in the form in which these can be seen. */
export type ModelView =
  | DecisionMap
  | FittedCurve
  | WeightImages
  | ConfusionMatrix
  | PredictedAgainstActual
  /** A parameter is not finite: there is nothing to be seen any more. */
  | { readonly kind: 'not-finite' };

/** What a run's model does after so many updates. */
export interface ModelAtStep {
  readonly step: number;
  readonly view: ModelView;
}

/** A model with the data it is looked at on. */
export interface Viewed {
  readonly model: Model;
  readonly dataset: Dataset;
  readonly loss: LossId;
}

/** A model of θ, looked at again and again while it is trained. */
export type ModelViewer = (params: Float64Array) => ModelView;

/**
 * How the model of a configuration is looked at:
 * - images: its weights as images, and the test images it misclassifies;
 * - two inputs and classes: the map of its decisions;
 * - one input and a number: the fitted curve;
 * - else, for classes, the confusion matrix, and for numbers the predicted against the actual ones.
 *
 * Throws RangeError where an asset is missing or the problem is no model.
 */
export function createModelViewer(config: ExperimentConfig, assets: Assets): ModelViewer {
  const { problem } = config;
  if (problem.kind !== 'model') throw new RangeError(`a ${problem.kind} is no model`);
  const view = viewerOf(problem, config, assets);
  return (params) => (allFinite(params) ? view(params) : { kind: 'not-finite' });
}

function viewerOf(
  problem: ModelProblemConfig,
  config: ExperimentConfig,
  assets: Assets,
): ModelViewer {
  const built = buildModelOnData(problem, config, assets);
  const viewed: Viewed = { ...built, loss: problem.loss.id as LossId };
  const { classes, train } = viewed.dataset;
  const spec = datasets[problem.dataset.id as DatasetId];
  if ('image' in spec && classes !== null) {
    const raw = buildModelOnData({ ...problem, scaling: 'none' }, config, assets).dataset;
    return weightImages(viewed, spec.image, raw.test.inputs);
  }
  if (classes !== null) return train.features === 2 ? decisionMap(viewed) : confusionMatrix(viewed);
  return train.features === 1 ? fittedCurve(viewed) : predictedAgainstActual(viewed);
}
