import type { Assets } from '../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { isCheckpointOf } from '../../core/training/checkpoint-fit.ts';
import { startTrainer, type Checkpoint, type Trainer } from '../../core/training/trainer.ts';
import { Slice } from './slice.ts';

export interface TrainerStart {
  readonly config: ExperimentConfig;
  readonly assets: Assets;
  readonly checkpoint: Checkpoint | null;
}

/**
 * A trainer for a run. Of a fork the steps of the run it leaves are made first, as many at once as a thread may
 * that has commands to obey; between them `goesOn` is told the step reached and says whether it is still wanted.
 * Null where it was not. A checkpoint that is none of this run's is not used.
 */
export async function startInSlices(
  { config, assets, checkpoint }: TrainerStart,
  now: () => number,
  goesOn: (step: number) => Promise<boolean>,
): Promise<Trainer | null> {
  const slice = new Slice(now);
  const from = checkpoint && isCheckpointOf(config, assets, checkpoint) ? checkpoint : null;
  const start = startTrainer(config, assets, from);
  for (let way = start.next(); ; way = slice.make((steps) => start.next(steps))) {
    if (way.done) return way.value;
    if (!(await goesOn(way.value))) return null;
  }
}
