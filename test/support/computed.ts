import { isComputed, type ComputedRun, type RunSummary } from '../../electron/ipc/run.ts';

/** A run of a test that has settings, as all but training logs have. */
export function computed(run: RunSummary): ComputedRun {
  if (isComputed(run)) return run;
  throw new Error(`${run.name} has no settings`);
}
