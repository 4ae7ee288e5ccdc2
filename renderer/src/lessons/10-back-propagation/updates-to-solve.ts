import type { Trainer } from '../../../../core/training/trainer.ts';

/** Updates after which a run saw its target loss; Infinity where it ended without. */
export function updatesToSolve({ outcome, step }: Trainer): number {
  return outcome?.reason === 'target-loss' ? step : Infinity;
}
