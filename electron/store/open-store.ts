import { randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { SeriesView } from '../../core/analysis/series-view.ts';
import type { RunId, RunSummary } from '../ipc/contract.ts';
import { CheckpointStore } from './checkpoint-store.ts';
import { openDatabase } from './database.ts';
import { MetricStore } from './metric-store.ts';
import { RunStore, summaryOf, type RunRow } from './run-store.ts';
import type { Store } from './store.ts';

const SPARK_COLUMNS = 64;

export interface StoreOptions {
  /** The library file; created if it does not exist. */
  readonly path: string;
  /** Milliseconds since 1970, for labels. */
  readonly now: () => number;
}

/**
 * Opens the library, takes it for this process and marks what a dead process left running as
 * interrupted. Throws StoreRefusedError with the file untouched.
 */
export function openStore({ path, now }: StoreOptions): Store {
  const db = openDatabase(path);
  const runs = new RunStore(db, now);
  const metrics = new MetricStore(db);
  const checkpoints = new CheckpointStore(db);
  takeLibrary(db, now());

  const spark = (row: RunRow): SeriesView => {
    const series = metrics.list(row.id).find(({ metric }) => metric === 'train/loss');
    const [from, to] = series ? [series.firstStep, series.lastStep] : [0, 0];
    return metrics.view(row.id, 'train/loss', from, to, SPARK_COLUMNS);
  };
  const summary = (row: RunRow): RunSummary => ({ ...summaryOf(row), spark: spark(row) });
  const idOf = (id: RunId): number => runs.row(id).id;

  return {
    createExperiment: db.transaction((name, newRuns, engineVersion) =>
      runs.create(name, newRuns, engineVersion),
    ),
    flush: db.transaction((batches) => {
      for (const { id, step, chunks, checkpoint, state } of batches) {
        const run = idOf(id);
        metrics.append(run, chunks);
        if (checkpoint) checkpoints.write(run, checkpoint);
        runs.progress(run, step);
        if (state) runs.setState(run, state);
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
        checkpointStep: checkpoints.newestStep(row.id),
      };
    },
    renameRun: (id, name) => runs.rename(idOf(id), name),
    trashRun: (id) => runs.trash(idOf(id)),
    restoreRun: (id) => runs.restore(idOf(id)),
    readSeries: ({ runId, metric, from, to, columns }) =>
      metrics.view(idOf(runId), metric, from, to, columns),
    readValues: (id, metric) => metrics.values(idOf(id), metric),
    readCheckpoint: (id) => checkpoints.newest(idOf(id)),
    compact: db.transaction((id) => metrics.compact(idOf(id))),
    close: () => closeLibrary(db),
  };
}

/** One transaction: whatever another process left unfinished is interrupted, and the library is ours. */
function takeLibrary(db: Database, now: number): void {
  const put = db.prepare(
    'INSERT INTO meta(key, value) VALUES (?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value',
  );
  db.transaction(() => {
    db.prepare(
      `UPDATE run SET state = 'interrupted', reason = 'host-exit', ended_at = ?
       WHERE state IN ('queued', 'running', 'pausing', 'paused')`,
    ).run(now);
    db.prepare(
      "INSERT INTO meta(key, value) VALUES ('library_uuid', ?) ON CONFLICT DO NOTHING",
    ).run(randomUUID());
    put.run('clean_shutdown', '0');
  }).immediate();
}

function closeLibrary(db: Database): void {
  db.prepare("UPDATE meta SET value = '1' WHERE key = 'clean_shutdown'").run();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
