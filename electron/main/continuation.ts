import { canContinue, type RunId } from '../ipc/run.ts';
import { AppError } from '../ipc/reply.ts';
import type { NewRunEvent } from '../store/run-events.ts';
import type { Store } from '../store/store.ts';
import type { LiveRun } from './live-run.ts';
import { Recomputation } from './recomputation.ts';

/** What a run needs to go on, and what its history will say of it. */
export interface Continuation extends Pick<LiveRun, 'config' | 'step' | 'before' | 'rerunOf'> {
  readonly event: NewRunEvent;
}

/**
 * How a run that ended before its time goes on: from its newest checkpoint, or from its start where it has
 * none. Throws AppError where it cannot go on; changes nothing.
 */
export function continuationOf(
  store: Pick<Store, 'readRun' | 'readCheckpoint' | 'readValues'>,
  id: RunId,
  engineVersion: string,
): Continuation {
  const detail = store.readRun(id);
  const { state, reason, trashedAt, config, step, result, rerunOf } = detail.run;
  if (trashedAt !== null) throw new AppError('in-trash', `run ${id} is in the trash`, { id });
  if (!canContinue(detail.run)) {
    const allowed = 'interrupted, failed, stopped by a person';
    throw new AppError('wrong-state', `run ${id} is ${state}`, { state, allowed });
  }
  // The last bit of exp differs between engines: no promise could be kept.
  if (detail.run.engineVersion !== engineVersion) {
    throw new AppError('other-engine', `run ${id} was computed by another engine`, {
      given: detail.run.engineVersion,
      allowed: engineVersion,
    });
  }
  const checkpoint = store.readCheckpoint(id);
  const from = checkpoint?.step ?? 0;
  const recomputation = new Recomputation(store, detail, from);
  return {
    config,
    step,
    rerunOf,
    before: { checkpoint, recomputation, result },
    event: { kind: 'continued', step: from, after: state, reason },
  };
}
