import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import { once } from '../../lib/once.ts';
import { repeated, seedsFrom } from '../repeated.ts';

/** How one repetition ended. */
export interface End {
  readonly x: number;
  readonly loss: number;
}

/** Raw seeds of the noise, one for each repetition. */
export const SEEDS = seedsFrom(1, 2000);

/** How a run ends with each of the seeds. */
export const ends: (config: ExperimentConfig) => readonly End[] = once((config) =>
  repeated(config, 'noise', SEEDS, (ended) => ({
    x: ended.judgedPoint()[0]!,
    loss: ended.result().finalLoss,
  })),
);
