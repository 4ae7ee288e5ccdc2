import type { RangeTest } from './run-range-test.ts';
import type { TrialResult } from './run-trial.ts';

/** How one trial of a sweep ended: as a run, as a range test, or in words why it could not be computed. */
export type TrialEnd =
  | { readonly run: TrialResult; readonly test: null; readonly error: null }
  | { readonly run: null; readonly test: RangeTest; readonly error: null }
  | { readonly run: null; readonly test: null; readonly error: string };
