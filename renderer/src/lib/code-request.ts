import type { CodeRequest } from '../../../core/export/code-request.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { batchOf, stepsPerEpoch } from './theory.ts';

/** The schedule of a run, as it is written down as code. */
export function codeRequestOf(config: ExperimentConfig): CodeRequest {
  const { problem } = config;
  return {
    schedule: config.schedule,
    lr: config.lr,
    unit: config.scheduleUnit,
    start: config.scheduleStart,
    metric: config.scheduleMetric,
    forkStep: config.fork?.step ?? 0,
    totalSteps: config.totalSteps,
    stepsPerEpoch: stepsPerEpoch(problem, config.stepsPerEpoch),
    batchSize: batchOf(problem),
  };
}
