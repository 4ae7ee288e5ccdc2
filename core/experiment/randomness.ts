import { datasetSizes } from '../datasets/build.ts';
import { models, type ModelId } from '../models/index.ts';
import { gradientStreams, type GradientStreamId } from '../streams/index.ts';
import type { ExperimentConfig, ModelProblemConfig } from './config.ts';

/**
 * Whether chance has a part in a run: its seeds see other gradient noise, other batches or other first weights.
 * Where it has none all seeds are one run, and a single one is no matter of luck. Generated data are drawn once,
 * for all seeds of a run.
 */
export function isRandom({ problem }: Pick<ExperimentConfig, 'problem'>): boolean {
  switch (problem.kind) {
    case 'objective':
      return problem.noise > 0;
    case 'stream': {
      const { id, params } = problem.stream;
      return gradientStreams[id as GradientStreamId].isRandom(params as never);
    }
    case 'model':
      return drawsBatches(problem) || drawsWeights(problem);
  }
}

/** A batch of all samples is the same in any order, but for rounding. */
function drawsBatches({ order, batchSize, dataset }: ModelProblemConfig): boolean {
  return order === 'shuffled' && batchSize < datasetSizes(dataset).train;
}

function drawsWeights({ initialParams, model: { id, params } }: ModelProblemConfig): boolean {
  return initialParams === null && models[id as ModelId].drawsWeights(params as never);
}
