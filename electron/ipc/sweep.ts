/** Sweeps and range tests. */
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { RangeTestPlan } from '../../core/training/run-range-test.ts';
import type { TrialEnd } from '../../core/training/trial-end.ts';

export type SweepId = string & { readonly __brand: 'SweepId' };

/** Many trainings of which only the ends are kept. */
export type SweepPlan =
  | {
      readonly kind: 'sweep';
      readonly bases: readonly ExperimentConfig[];
      /** The setting that is varied, `optimizer.params.beta1`, and what it takes, in every base. */
      readonly path: string;
      readonly values: readonly number[];
    }
  | {
      readonly kind: 'range-test';
      readonly base: ExperimentConfig;
      /** One test for each: the seed of the base and those after it. */
      readonly seeds: number;
      readonly rates: RangeTestPlan;
    };

/** One training of a sweep, and how it ended. */
export type SweptTrial = TrialEnd & {
  /** Base by base, value by value: value v of base b is trial b · values + v; of range tests, the seed. */
  readonly trial: number;
};

export interface SweepProgress {
  readonly id: SweepId;
  /** Those that ended since the last message. */
  readonly ends: readonly SweptTrial[];
  /** How many have ended, of how many. */
  readonly done: number;
  readonly of: number;
  /** Null while it goes on; nothing follows after. */
  readonly over: 'finished' | 'cancelled' | null;
}
