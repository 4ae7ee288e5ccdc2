import { datasetSizes } from '../../../core/datasets/build.ts';
import { datasets, type DatasetId } from '../../../core/datasets/index.ts';
import type {
  ExperimentConfig,
  ModelProblemConfig,
  StopConfig,
} from '../../../core/experiment/config.ts';
import {
  lossesFor,
  modelsFor,
  parseModelProblem,
} from '../../../core/experiment/parse-model-problem.ts';
import { patienceMetricsOf } from '../../../core/experiment/parse-stop.ts';
import { models, type ModelId } from '../../../core/models/index.ts';
import { defaultParams } from '../../../core/params.ts';
import { stepsPerEpoch } from '../lib/theory.ts';

/** Data that no straight border and no straight line fits: they begin with a network. */
const BENT: readonly DatasetId[] = ['xor', 'moons', 'spirals', 'sine'];
/** A run of a data set that was just chosen has about so many steps. */
const USUAL_STEPS = 2000;
/** The longer a run, the rarer its evaluations. */
const MOST_EVALUATIONS = 200;

/** A data set with its defaults, and the present model if it can be trained on it. */
export function withDataset(problem: ModelProblemConfig, id: DatasetId): ModelProblemConfig {
  const dataset = { id, params: { ...defaultParams(datasets[id].params) } };
  const fitting = modelsFor(dataset);
  const present = problem.model.id as ModelId;
  const keeps = fitting.includes(present) && (present === 'mlp' || !BENT.includes(id));
  const model = keeps ? problem.model : modelWithDefaults(BENT.includes(id) ? 'mlp' : fitting[0]!);
  return fitted({ ...problem, dataset, model });
}

/** Another model on the same data. */
export function withModel(problem: ModelProblemConfig, id: ModelId): ModelProblemConfig {
  return fitted({ ...problem, model: modelWithDefaults(id) });
}

/** With the usual loss where the present one does not fit, and a batch no larger than the data. */
export function fitted(problem: ModelProblemConfig): ModelProblemConfig {
  const { train, classes } = datasetSizes(problem.dataset);
  const { loss, ...rest } = problem;
  const fits = lossesFor(problem.model.id as ModelId, classes).some((id) => id === loss.id);
  return parseModelProblem({
    ...rest,
    ...(fits ? { loss } : {}),
    batchSize: Math.min(problem.batchSize, train),
    initialParams: null,
    order: Array.isArray(problem.order) ? 'shuffled' : problem.order,
  });
}

/** The same stop rules; where these data have no accuracy, patience watches the loss. */
export function fittedStop(stop: StopConfig, problem: ModelProblemConfig): StopConfig {
  const { patience } = stop;
  if (!patience || patienceMetricsOf(problem).includes(patience.metric)) return stop;
  return { ...stop, patience: { ...patience, metric: 'eval/test_loss' } };
}

/** Whole epochs that make up a usual run. */
export function usualEpochs(problem: ModelProblemConfig): number {
  return Math.max(1, Math.round(USUAL_STEPS / stepsPerEpoch(problem)));
}

/** The steps of so many epochs, and after how many of them the model is evaluated: whole epochs. */
export function lengthOf(
  problem: ModelProblemConfig,
  epochs: number,
): Pick<ExperimentConfig, 'totalSteps' | 'evaluateEvery'> {
  const perEpoch = stepsPerEpoch(problem);
  const evaluateEvery = perEpoch * Math.max(1, Math.ceil(epochs / MOST_EVALUATIONS));
  return { totalSteps: epochs * perEpoch, evaluateEvery };
}

const modelWithDefaults = (id: ModelId): ModelProblemConfig['model'] => ({
  id,
  params: { ...defaultParams(models[id].params) },
});
