import type { SeriesView } from '../../core/analysis/series-view.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import type { Checkpoint, RunResult } from '../../core/training/trainer.ts';
import type {
  ExperimentId,
  RunDetail,
  RunId,
  RunState,
  RunSummary,
  SeriesQuery,
  StateReason,
} from '../ipc/contract.ts';

/** What one run has to add to the library in one flush. */
export interface RunFlush {
  readonly id: RunId;
  /** Updates made when the newest of these chunks was cut. */
  readonly step: number;
  readonly chunks: readonly MetricChunk[];
  readonly checkpoint: Checkpoint | null;
  /** A change of state that must become durable together with the data. */
  readonly state?: {
    readonly state: RunState;
    readonly reason: StateReason | null;
    readonly error: string | null;
    readonly result: RunResult | null;
  };
}

export interface NewRun {
  readonly name: string;
  readonly config: ExperimentConfig;
}

/** The library: the only thing in the app that knows SQL. All calls are synchronous. */
export interface Store {
  createExperiment(
    name: string,
    runs: readonly NewRun[],
    engineVersion: string,
  ): { readonly experimentId: ExperimentId; readonly runIds: readonly RunId[] };
  /** Appends everything in one transaction; when it returns, it is committed and synced. */
  flush(batches: readonly RunFlush[]): void;
  setState(id: RunId, state: RunState, reason: StateReason | null): void;
  listRuns(query: {
    readonly limit: number;
    readonly before?: RunId;
    readonly trashed: boolean;
  }): readonly RunSummary[];
  readRun(id: RunId): RunDetail;
  /** The configuration of a run alone, without what it has recorded. */
  readConfig(id: RunId): ExperimentConfig;
  renameRun(id: RunId, name: string): void;
  trashRun(id: RunId): void;
  restoreRun(id: RunId): void;
  readSeries(query: SeriesQuery): SeriesView;
  /** The values of a series from step `from` on, in order, at most `most`; damaged chunks are left out. */
  readValues(id: RunId, metric: MetricName, from?: number, most?: number): readonly MetricChunk[];
  /** The newest checkpoint, or the newest at or before step `atMost`. */
  readCheckpoint(id: RunId, atMost?: number): Checkpoint | null;
  /** Merges the small chunks of an ended run, one transaction; safe to skip. */
  compact(id: RunId): void;
  /** Checkpoints the log and closes the file. */
  close(): void;
}
