/** What the page is told of runs. */
import type { NewTimeSample, TimeSample } from '../../core/analysis/training-time.ts';
import type { SeriesView } from '../../core/analysis/series-view.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import type { RunResult } from '../../core/training/trainer.ts';
import type { RaceKind } from './experiment.ts';
import type { RunEvent, RunImport, RunLineage, RunRemarks } from './library.ts';
import type { TrainingLog } from './training-log.ts';

export type RunId = string & { readonly __brand: 'RunId' };

export type ExperimentId = string & { readonly __brand: 'ExperimentId' };

export const runStates = [
  'queued',
  'running',
  'pausing',
  'paused',
  'interrupted',
  'finished',
  'stopped',
  'failed',
  'diverged',
] as const;

export type RunState = (typeof runStates)[number];

/** Of runs that have not ended. */
export const statesUnderWay = [
  'queued',
  'running',
  'pausing',
  'paused',
] as const satisfies readonly RunState[];

export type StateUnderWay = (typeof statesUnderWay)[number];

export function isUnderWay(state: RunState): state is StateUnderWay {
  return (statesUnderWay as readonly RunState[]).includes(state);
}

/**
 * Why a run is in its state: a code, its words are in the catalogues.
 * `quit`: the app was closed while it ran; `host-exit`: the app ended without closing (crash, kill);
 * `not-reproduced`: it went on from a checkpoint, and what it computed again was not what is stored.
 */
export const stateReasons = [
  'max-steps',
  'loss-limit',
  'target-loss',
  'grad-norm',
  'loss-change',
  'patience',
  'loss',
  'gradient',
  'params',
  'user',
  'quit',
  'host-exit',
  'worker-error',
  'worker-exit',
  'worker-memory',
  'worker-hang',
  'not-reproduced',
] as const;

export type StateReason = (typeof stateReasons)[number];

/** Whether a run ended before its time, other than by a rule of its own: those runs are whole. */
export function canContinue({ state, reason }: Pick<RunSummary, 'state' | 'reason'>): boolean {
  const broken = state === 'interrupted' || state === 'failed';
  return broken || (state === 'stopped' && reason === 'user');
}

export interface RunSummary extends RunRemarks, RunLineage {
  readonly id: RunId;
  readonly experimentId: ExperimentId;
  readonly experimentName: string;
  /** What kind of race its experiment is; null: none. */
  readonly race: RaceKind | null;
  readonly name: string;
  /** Null: it is a training log, computed by something else and taken in from a file. */
  readonly config: ExperimentConfig | null;
  /** What its file said; null: it has a configuration. */
  readonly log: TrainingLog | null;
  readonly state: RunState;
  readonly reason: StateReason | null;
  /** Updates whose metrics are stored; of a training log the last step it has. */
  readonly step: number;
  readonly result: RunResult | null;
  /** '' where another program computed it: a training log. */
  readonly engineVersion: string;
  /** Milliseconds since 1970; labels only, ids give the order. */
  readonly createdAt: number;
  readonly endedAt: number | null;
  readonly trashedAt: number | null;
  /** Days on which the app has yet to be used before it is deleted for good; null: not in the trash. */
  readonly trashDaysLeft: number | null;
  /** Message of a failed run's error, for people. */
  readonly error: string | null;
  /** `train/loss` in at most 64 buckets, for the spark-line. */
  readonly spark: SeriesView;
}

/** A run that this app can compute again, because it knows its settings. */
export interface ComputedRun extends RunSummary {
  readonly config: ExperimentConfig;
  readonly log: null;
}

export function isComputed(run: RunSummary): run is ComputedRun {
  return run.config !== null;
}

/** How long a run is to be; a training log is as long as it is. */
export function totalStepsOf({ config, step }: Pick<RunSummary, 'config' | 'step'>): number {
  return config?.totalSteps ?? step;
}

export interface SeriesInfo {
  readonly metric: MetricName;
  readonly firstStep: number;
  readonly lastStep: number;
  readonly points: number;
  /** Step ranges whose stored bytes failed their checksum: shown as gaps, never as a curve. */
  readonly damaged: readonly (readonly [first: number, last: number])[];
}

export interface RunDetail {
  readonly run: RunSummary;
  /** The whole of it, lines and all. */
  readonly note: string;
  readonly series: readonly SeriesInfo[];
  /** Its training time at some of its steps, in their order; none: it was not measured. */
  readonly times: readonly TimeSample[];
  /** Step of the newest checkpoint, if any. */
  readonly checkpointStep: number | null;
  /** In the order in which it happened. */
  readonly events: readonly RunEvent[];
  /** Null: it was computed here. */
  readonly imported: RunImport | null;
}

export interface RunStatus {
  readonly id: RunId;
  readonly state: RunState;
  readonly reason: StateReason | null;
  readonly step: number;
  readonly result: RunResult | null;
  readonly error: string | null;
}

/** What the page gets of a running run, at most 30 times a second: every value, in order. */
export interface LiveChunks {
  readonly id: RunId;
  readonly step: number;
  readonly chunks: readonly MetricChunk[];
  /** What is new of its training time, in the order of its steps. */
  readonly times?: readonly NewTimeSample[];
}
