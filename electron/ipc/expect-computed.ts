import { AppError } from './reply.ts';
import { isComputed, type ComputedRun, type RunId, type RunSummary } from './run.ts';

/** Throws AppError 'no-settings' for a training log, which nothing here can compute. */
export function expectComputed(run: RunSummary): ComputedRun {
  if (isComputed(run)) return run;
  throw noSettings(run.id);
}

/** What is asked for of this run needs settings, and a training log has none. */
export function noSettings(id: RunId): AppError {
  return new AppError('no-settings', `run ${id} is a training log`, { id });
}
