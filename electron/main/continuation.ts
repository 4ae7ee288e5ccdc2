import type { Assets } from '../../core/datasets/dataset.ts';
import { isCheckpointOf } from '../../core/training/checkpoint-fit.ts';
import type { Checkpoint } from '../../core/training/trainer.ts';
import { canContinue, type ComputedRun, type RunDetail, type RunId } from '../ipc/run.ts';
import { AppError } from '../ipc/reply.ts';
import type { NewRunEvent } from '../store/run-events.ts';
import type { NewRun, Store } from '../store/store.ts';
import { expectComputed } from '../ipc/expect-computed.ts';
import type { LiveRun } from './live-run.ts';
import { Recomputation } from './recomputation.ts';

type Read = Pick<Store, 'readRun' | 'readCheckpoint' | 'readValues'>;

/** What a run that has numbers already goes on with. */
export type LifeAgain = Pick<LiveRun, 'config' | 'step' | 'before' | 'rerunOf'>;

/**
 * How a run that ended before its time goes on: as it is, or, where another engine computed it, as a new run that
 * begins at its checkpoint. Throws AppError where it cannot go on; changes nothing.
 */
export type Continuation =
  | { readonly kind: 'in-place'; readonly life: LifeAgain; readonly event: NewRunEvent }
  | { readonly kind: 'as-new'; readonly run: NewRun & { readonly resumedFrom: RunId } };

export function continuationOf(
  store: Read,
  id: RunId,
  { engineVersion, assets }: { readonly engineVersion: string; readonly assets: Assets },
): Continuation {
  const detail = store.readRun(id);
  expectNotTrashed(detail);
  const { state, reason, name, config } = expectComputed(detail.run);
  if (!canContinue(detail.run)) {
    const allowed = 'interrupted, failed, stopped by a person';
    throw new AppError('wrong-state', `run ${id} is ${state}`, { state, allowed });
  }
  if (detail.run.engineVersion !== engineVersion) {
    const checkpoint = checkpointOf(store, { id, config }, assets);
    const begin = checkpoint ? { checkpoint } : {};
    return { kind: 'as-new', run: { name, config, resumedFrom: id, ...begin } };
  }
  const life = lifeAgain(store, detail, checkpointOf(store, { id, config }, assets));
  const step = life.before?.checkpoint?.step ?? 0;
  return { kind: 'in-place', life, event: { kind: 'continued', step, after: state, reason } };
}

/** From a checkpoint, or from the start; what is stored behind it is compared. */
export function lifeAgain(
  store: Read,
  detail: RunDetail,
  checkpoint: Checkpoint | null,
): LifeAgain {
  const { config, step, result, rerunOf } = expectComputed(detail.run);
  const recomputation = new Recomputation(store, detail, checkpoint?.step ?? 0);
  return { config, step, rerunOf, before: { checkpoint, recomputation, result } };
}

/**
 * The newest checkpoint before a step whose bytes are whole and that can be one of this run: one that came in a file
 * may be anything.
 */
export function checkpointOf(
  store: Pick<Store, 'readCheckpoint'>,
  { id, config }: Pick<ComputedRun, 'id' | 'config'>,
  assets: Assets,
  before = Infinity,
): Checkpoint | null {
  for (let end = before; ;) {
    const found = end === Infinity ? store.readCheckpoint(id) : store.readCheckpoint(id, end - 1);
    if (!found || isCheckpointOf(config, assets, found)) return found;
    end = found.step;
  }
}

export function expectNotTrashed({ run: { id, trashedAt } }: RunDetail): void {
  if (trashedAt !== null) throw new AppError('in-trash', `run ${id} is in the trash`, { id });
}
