import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { recorded } from './recorded.ts';

/** Updates until the loss is at or below a goal; Infinity where the run ends before. */
export function arrival(config: ExperimentConfig, goal: number): number {
  const { updates, outcome } = recorded({ ...config, stop: { ...config.stop, targetLoss: goal } });
  return outcome.reason === 'target-loss' ? updates : Infinity;
}

/** Updates until the loss is above a limit; Infinity where the run ends before. */
export function escape(config: ExperimentConfig, limit: number): number {
  const { updates, outcome } = recorded({ ...config, stop: { ...config.stop, lossLimit: limit } });
  return outcome.reason === 'loss-limit' ? updates : Infinity;
}
