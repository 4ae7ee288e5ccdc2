import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { ExploredRun } from '../../core/training/explored-run.ts';
import { train } from './training.ts';

/** A run computed ahead, as a worker computes it. */
export function explored(config: ExperimentConfig): ExploredRun {
  const { trainer, chunks } = train(config);
  return { step: trainer.step, outcome: trainer.outcome!, result: trainer.result(), chunks };
}
