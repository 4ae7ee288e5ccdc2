import type { Assets } from '../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { Checkpoint } from '../../core/training/trainer.ts';
import type { StepQuery } from '../ipc/queries.ts';
import { AppError } from '../ipc/reply.ts';
import type { Store } from '../store/store.ts';
import { MOST_EXPLORED_UPDATES } from './explorer.ts';

export interface ReplayOptions {
  readonly workerScript: URL;
  readonly assets: Assets;
  readonly store: Pick<Store, 'readConfig' | 'readCheckpoint'>;
}

/** What a worker needs to go over a run again. */
interface ReplaySource {
  readonly config: ExperimentConfig;
  readonly assets: Assets;
  readonly checkpoint: Checkpoint | null;
}

/**
 * A run to be gone over again from a step to another: a stored one from its nearest checkpoint, one that is only
 * planned from its start. Throws AppError 'too-large' for a planned run that would have to be computed for long.
 */
export function replaySource(
  { store, assets: known }: ReplayOptions,
  of: StepQuery['of'],
  from: number,
  to = from,
): ReplaySource {
  const config = of.kind === 'run' ? store.readConfig(of.id) : of.config;
  const assets = config.problem.kind === 'model' ? known : {};
  if (of.kind === 'run') return { config, assets, checkpoint: store.readCheckpoint(of.id, from) };
  if (Math.min(to, config.totalSteps) > MOST_EXPLORED_UPDATES) {
    throw new AppError('too-large', `step ${to} of a run that is not stored`, {
      given: String(to),
      allowed: String(MOST_EXPLORED_UPDATES),
    });
  }
  return { config, assets, checkpoint: null };
}
