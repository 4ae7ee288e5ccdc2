import type { Assets } from '../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { Checkpoint, RunResult } from '../../core/training/trainer.ts';
import type { RunId, RunState } from '../ipc/run.ts';
import type { Snapshot, WorkerEvent } from '../worker/protocol.ts';
import type { Recomputation } from './recomputation.ts';
import type { TrainingClock } from './training-clock.ts';
import { WorkerClient, type WorkerDeath } from '../worker/worker-client.ts';

/** What a run that goes on has from its life before. */
export interface LifeBefore {
  /** Where it goes on from; null: from its start. */
  readonly checkpoint: Checkpoint | null;
  readonly recomputation: Recomputation;
  /** What it amounted to at its last stored step. */
  readonly result: RunResult | null;
}

/** A run that waits for a worker or has one. */
export interface LiveRun {
  readonly id: RunId;
  readonly config: ExperimentConfig;
  state: RunState;
  step: number;
  pace: number | null;
  client: WorkerClient | null;
  /** Whether a first batch has come from its worker. */
  begun: boolean;
  /** Points of its longest series that wait to be written. */
  waitingPoints: number;
  /** Its training time; undefined until its first batch, null: it cannot be measured. */
  clock?: TrainingClock | null;
  /** Those who wait for its worker to say where it is, in the order they asked. */
  readonly snapshots: ((snapshot: Snapshot | null) => void)[];
  /** Null for a run in its first life, and once it has come to its last stored step again. */
  before: LifeBefore | null;
  /** The run it repeats, which it is compared with when it has ended. */
  readonly rerunOf: RunId | null;
  /** Set when the app quits: an unfinished run is interrupted, not stopped. */
  quitting: boolean;
}

export interface LiveRunListener {
  event(run: LiveRun, event: WorkerEvent): void;
  died(run: LiveRun, reason: WorkerDeath, message: string): void;
}

/** Gives a run its worker thread and starts it. */
export function startWorker(
  run: LiveRun,
  script: URL,
  assets: Assets,
  listener: LiveRunListener,
): void {
  run.client = new WorkerClient(script, {
    event: (event) => listener.event(run, event),
    died: (reason, message) => listener.died(run, reason, message),
  });
  const { config, pace, before } = run;
  const checkpoint = before?.checkpoint ?? null;
  run.client.send({ kind: 'start', config, assets, pace, checkpoint });
}
