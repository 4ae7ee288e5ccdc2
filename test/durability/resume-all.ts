import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { Events } from '../../electron/ipc/contract.ts';
import { canContinue, type RunId, type RunStatus } from '../../electron/ipc/run.ts';
import { RunService } from '../../electron/main/run-service.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { assets } from '../support/experiments.ts';
import { workerScript } from '../support/worker-script.ts';
import { compareWithWhole } from './whole-run.ts';

export interface Resumed {
  /** What is not as in the run that nothing interrupted, in words. */
  readonly faults: readonly string[];
  /** Runs that went on, and those of them that had a checkpoint. */
  readonly runs: number;
  readonly fromCheckpoint: number;
  /** Steps that were stored behind the checkpoint and computed again. */
  readonly computedAgain: number;
  readonly values: number;
}

/**
 * Opens the library of a killed writer, goes on with every run as the app does, and compares each with the one
 * that nothing interrupted. `around` may put something between service and store.
 */
export async function resumeAll(
  path: string,
  ids: ReadonlyMap<number, string>,
  configs: readonly ExperimentConfig[],
  around: (store: Store) => Store = (store) => store,
): Promise<Resumed> {
  const store = openStore({ path, now: Date.now });
  const statuses = new Map<RunId, RunStatus>();
  const service = new RunService({
    store: around(store),
    engineVersion: 'test',
    workerScript,
    assets,
    emit: (event, payload) => {
      if (event !== 'run:status') return;
      const status = payload as Events['run:status'];
      statuses.set(status.id, status);
    },
    log: () => undefined,
  });
  const faults: string[] = [];
  let [runs, fromCheckpoint, computedAgain, values] = [0, 0, 0, 0];
  try {
    for (const id of ids.values() as Iterable<RunId>) {
      const { run } = store.readRun(id);
      if (!canContinue(run)) continue;
      service.continue([id], null);
      const from = store.readRun(id).events.at(-1)!.step;
      runs++;
      if (from > 0) fromCheckpoint++;
      computedAgain += run.step - from;
    }
    while (service.liveIds.length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await service.shutdown();
    for (const config of configs) {
      const id = ids.get(config.seed) as RunId | undefined;
      if (id) values += compareWithWhole(store, id, config, faults);
      else faults.push(`run ${config.seed} is not there`);
    }
  } finally {
    store.close();
  }
  return { faults, runs, fromCheckpoint, computedAgain, values };
}
