import type { Assets } from '../datasets/dataset.ts';
import type { ExperimentConfig } from '../experiment/config.ts';
import { createTrainer, type Outcome, type RunResult } from './trainer.ts';

/** What is kept of a run that is one of many: how it ended, not its series. */
export interface TrialResult {
  readonly outcome: Outcome;
  /**
   * Loss at the first recorded step, mean over the seeds; what a run that gained nothing is measured against. NaN or
   * infinite where the run began so, NaN where it ended before it recorded any.
   */
  readonly firstLoss: number;
  readonly result: RunResult;
}

/**
 * A run computed whole, at once. `assets` holds the bytes of the data sets it needs. Divergence is a result; throws
 * where the configuration cannot be built.
 */
export function runTrial(config: ExperimentConfig, assets: Assets): TrialResult {
  const trainer = createTrainer(config, assets);
  trainer.advance(config.totalSteps, null);
  const { outcome } = trainer;
  if (!outcome) throw new Error(`still running at step ${trainer.step}`);
  const result = trainer.result();
  const losses = result.firstLosses ?? [];
  const firstLoss = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
  return { outcome, firstLoss, result };
}
