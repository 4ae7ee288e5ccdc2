import type { PlateauState } from '../../../../core/schedules/reduce-on-plateau.ts';
import { once } from '../../lib/once.ts';
import { repeated, seedsFrom } from '../repeated.ts';

/** How one repetition ended. */
export interface End {
  readonly loss: number;
  /** The rate in force at the end; null where the schedule is none that looks at the loss. */
  readonly rate: number | null;
}

/** Raw seeds of the noise, one for each repetition. */
export const SEEDS = seedsFrom(100, 300);

/** How a run ends with each of the seeds. */
export const ends = once((config): readonly End[] =>
  repeated(config, 'noise', SEEDS, (ended) => {
    const feedback = ended.checkpoint().members[0]!.schedule;
    const state = feedback?.schedule as PlateauState | undefined;
    return { loss: ended.result().finalLoss, rate: state?.lr ?? null };
  }),
);
