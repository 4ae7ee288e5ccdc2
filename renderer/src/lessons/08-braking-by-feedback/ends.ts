import type { ExperimentConfig } from '../../../../core/experiment/config.ts';
import type { PlateauState } from '../../../../core/schedules/reduce-on-plateau.ts';
import { once } from '../../lib/once.ts';
import { repeated } from '../repeated.ts';

/** How one repetition ended. */
export interface End {
  readonly loss: number;
  /** The rate in force at the end; null where the schedule is none that looks at the loss. */
  readonly rate: number | null;
}

const known = new WeakMap<readonly number[], (config: ExperimentConfig) => readonly End[]>();

/** The ends of a run with each of these raw seeds of its noise. */
export function ends(config: ExperimentConfig, seeds: readonly number[]): readonly End[] {
  let compute = known.get(seeds);
  if (!compute) {
    compute = once((one) =>
      repeated(one, 'noise', seeds, (ended) => {
        const feedback = ended.checkpoint().members[0]!.schedule;
        const state = feedback?.schedule as PlateauState | undefined;
        return { loss: ended.result().finalLoss, rate: state?.lr ?? null };
      }),
    );
    known.set(seeds, compute);
  }
  return compute(config);
}
