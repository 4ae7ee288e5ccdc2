import type { RunId, RunSummary } from '../ipc/contract.ts';
import { CheckpointStore, LAST_STEP } from './checkpoint-store.ts';
import { closeDatabase, openDatabase } from './database.ts';
import { groupBy } from './group-by.ts';
import { MetricStore } from './metric-store.ts';
import { configOf, RunStore, summaryOf, type RunRow } from './run-store.ts';
import type { RunFlush, Store } from './store.ts';
import { leaveLibrary } from './take-library.ts';

const SPARK_COLUMNS = 64;

export interface StoreOptions {
  /** The library file; created if it does not exist. */
  readonly path: string;
  /** Milliseconds since 1970, for labels. */
  readonly now: () => number;
}

/**
 * Opens the library, takes it for this process and marks what a dead process left running as
 * interrupted. Throws StoreRefusedError.
 */
export function openStore({ path, now }: StoreOptions): Store {
  const db = openDatabase(path);
  const runs = new RunStore(db, now);
  const metrics = new MetricStore(db);
  const checkpoints = new CheckpointStore(db);

  const summary = (row: RunRow): RunSummary => ({
    ...summaryOf(row),
    spark: metrics.overview(row.id, 'train/loss', SPARK_COLUMNS),
  });
  const idOf = (id: RunId): number => runs.row(id).id;

  return {
    createExperiment: db.transaction((name, newRuns, engineVersion) =>
      runs.create(name, newRuns, engineVersion),
    ),
    flush: db.transaction((batches: readonly RunFlush[]) => {
      for (const [id, ofOneRun] of groupBy(batches, (batch) => batch.id)) {
        const run = runs.row(id);
        metrics.append(
          run.id,
          ofOneRun.flatMap(({ chunks }) => chunks),
        );
        for (const { step, checkpoint, state } of ofOneRun) {
          if (checkpoint) checkpoints.write(run, checkpoint);
          runs.progress(run.id, step);
          if (state) runs.setState(run.id, state);
        }
      }
    }),
    setState: (id, state, reason) =>
      runs.setState(idOf(id), { state, reason, error: null, result: null }),
    listRuns: ({ limit, before, trashed }) => runs.page(limit, before, trashed).map(summary),
    readRun: (id) => {
      const row = runs.row(id);
      return {
        run: summary(row),
        series: metrics.list(row.id),
        checkpointStep: checkpoints.newestStep(row),
      };
    },
    readConfig: (id) => configOf(runs.row(id)),
    renameRun: (id, name) => runs.rename(idOf(id), name),
    trashRun: (id) => runs.trash(idOf(id)),
    restoreRun: (id) => runs.restore(idOf(id)),
    readSeries: ({ runId, metric, from, to, columns }) =>
      metrics.view(idOf(runId), metric, from, to, columns),
    readValues: (id, metric, from, most) => metrics.values(idOf(id), metric, from, most),
    readCheckpoint: (id, atMost = LAST_STEP) => checkpoints.newest(runs.row(id), atMost),
    compact: db.transaction((id) => metrics.compact(idOf(id))),
    close: () => {
      try {
        leaveLibrary(db);
      } finally {
        closeDatabase(db);
      }
    },
  };
}
