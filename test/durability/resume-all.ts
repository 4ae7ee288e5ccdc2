import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { createRecorder } from '../../core/training/recorder.ts';
import { createTrainer } from '../../core/training/trainer.ts';
import type { Events } from '../../electron/ipc/contract.ts';
import { canContinue, type RunId, type RunStatus } from '../../electron/ipc/run.ts';
import { RunService } from '../../electron/main/run-service.ts';
import { stringify } from '../../electron/store/json-values.ts';
import { openStore } from '../../electron/store/open-store.ts';
import type { Store } from '../../electron/store/store.ts';
import { assets } from '../support/experiments.ts';
import { workerScript } from '../support/worker-script.ts';
import { columnsOf, type Columns } from './oracle.ts';

/** A run that nothing interrupted, computed here. */
interface Whole {
  readonly columns: Columns;
  /** Outcome, result and last state, every bit of it. */
  readonly end: string;
}

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

const wholes = new Map<number, Whole>();

function wholeOf(config: ExperimentConfig): Whole {
  const known = wholes.get(config.seed);
  if (known) return known;
  const recorder = createRecorder();
  const trainer = createTrainer(config, assets);
  trainer.advance(config.totalSteps, recorder);
  const { outcome } = trainer;
  const columns = columnsOf(recorder.flush());
  const end = endOf(outcome?.status, trainer.result(), trainer.checkpoint());
  const whole = { columns, end };
  wholes.set(config.seed, whole);
  return whole;
}

function endOf(state: unknown, result: unknown, checkpoint: unknown): string {
  return stringify({ state, result, checkpoint });
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
      if (id) values += compare(store, id, config, faults);
      else faults.push(`run ${config.seed} is not there`);
    }
  } finally {
    store.close();
  }
  return { faults, runs, fromCheckpoint, computedAgain, values };
}

/** The number of values that were compared. */
function compare(store: Store, id: RunId, config: ExperimentConfig, faults: string[]): number {
  const { run, series } = store.readRun(id);
  const whole = wholeOf(config);
  const what = `${config.seed} (${config.optimizer.id} on ${config.problem.kind})`;
  const stored = columnsOf(series.flatMap(({ metric }) => store.readValues(id, metric)));
  let values = 0;
  for (const [metric, expected] of whole.columns) {
    const found = stored.get(metric);
    values += expected.length;
    if (found?.length !== expected.length || !expected.beginsWith(found)) {
      faults.push(`${what}: ${metric} is not that of the uninterrupted run`);
    }
  }
  if (stored.size !== whole.columns.size) faults.push(`${what}: it has other series`);
  const end = endOf(run.state, run.result, store.readCheckpoint(id));
  if (end !== whole.end) faults.push(`${what}: it ends ${run.state} (${run.error}), otherwise`);
  return values;
}
