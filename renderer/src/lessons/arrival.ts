import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { recorded } from './recorded.ts';

/** Updates until the loss is at or below a goal; Infinity where the run ends before. */
export function arrival(config: ExperimentConfig, goal: number): number {
  return updatesToTarget({ ...config, stop: { ...config.stop, targetLoss: goal } });
}

/** Updates until a run met the target loss of its own stop rules; Infinity where it never did. */
export function updatesToTarget(config: ExperimentConfig): number {
  const { updates, outcome } = recorded(config);
  return outcome.reason === 'target-loss' ? updates : Infinity;
}

/** Updates until the loss is above a limit; Infinity where the run ends before. */
export function escape(config: ExperimentConfig, limit: number): number {
  const { updates, outcome } = recorded({ ...config, stop: { ...config.stop, lossLimit: limit } });
  return outcome.reason === 'loss-limit' ? updates : Infinity;
}
