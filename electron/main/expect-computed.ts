import { AppError } from '../ipc/reply.ts';
import { isComputed, type ComputedRun, type RunSummary } from '../ipc/run.ts';

/** Throws AppError 'no-settings' for a training log, which nothing here can compute. */
export function expectComputed(run: RunSummary): ComputedRun {
  if (isComputed(run)) return run;
  throw new AppError('no-settings', `run ${run.id} is a training log`, { id: run.id });
}
