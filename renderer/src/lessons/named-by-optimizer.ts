import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import type { LessonExperiment } from './lesson.ts';

/** Runs that differ by their optimizers, named by them. */
export function namedByOptimizer(configs: readonly ExperimentConfig[]): LessonExperiment['runs'] {
  return configs.map((config) => ({
    name: optimizers[config.optimizer.id as OptimizerId].name,
    config,
  }));
}
