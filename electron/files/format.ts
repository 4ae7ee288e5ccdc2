/**
 * What a `.downhill` file holds, version 3: a zip archive of stored (not deflated) parts.
 *
 * - `manifest.json`: format, version, the version a reader must have, the program that wrote it, the
 *   experiments, and size and SHA-256 of every other part
 * - `runs/N/run.json`, N = 1, 2, …: settings, state, result, remarks, lineage, events, and where its series are
 * - `runs/N/METRIC.f64`: the values of one series, little-endian float64, NaN payloads and −0 included
 * - `runs/N/checkpoint-STEP.json`: a state from which the run continues to the same bits
 * - `preview.svg`: the losses of the first eight runs with their names, for who has no Downhill; no reader looks into it
 * - a run without settings is a training log: `config` is null, and `log` has what its own file said; since version 3,
 *   and only files that hold one need a reader of version 3
 * - `assignment.json`: an experiment to be done, with instructions and what of it is locked; since version 2, and only
 *   files that hold it need a reader of version 2
 *
 * JSON has sorted keys and the words of json-values.ts for what JSON cannot say; times of the archive are fixed:
 * the same runs make the same bytes. Integers never change their meaning, and every version is read for ever.
 */
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { RunResult } from '../../core/training/trainer.ts';
import type { Assignment } from '../ipc/assignment.ts';
import type { RaceKind } from '../ipc/experiment.ts';
import type { RunEvent, RunRemarks } from '../ipc/library.ts';
import type { RunState, StateReason } from '../ipc/run.ts';
import type { TrainingLog } from '../ipc/training-log.ts';

export const FORMAT = 'downhill';
export const VERSION = 3;
/** The version that reads files of runs, of an assignment, and of runs with training logs among them. */
export const RUNS_READER = 1;
export const ASSIGNMENT_READER = 2;
export const LOGS_READER = 3;
export const MANIFEST = 'manifest.json';
export const ASSIGNMENT = 'assignment.json';
export const PREVIEW = 'preview.svg';

/** The number of a run in its file, from 1. */
export type RunNumber = number;

/** What happened to a run; the other run of a comparison is told by its number, or by its id where it is not in the file. */
export type FileEvent = RunEvent extends infer Event
  ? Event extends { readonly with: string }
    ? Omit<Event, 'with'> & { readonly with: RunNumber | string }
    : Event
  : never;

/** All of a run but its numbers. */
export interface FileRunFacts extends Omit<RunRemarks, 'noteLine'> {
  /** The id it had where it was computed; the same in every library it comes to. */
  readonly origin: string;
  readonly name: string;
  /** Null in a training log. */
  readonly config: ExperimentConfig | null;
  /** Null where there is a configuration. */
  readonly log: TrainingLog | null;
  readonly engineVersion: string;
  /** One that was under way is interrupted. */
  readonly state: RunState;
  readonly reason: StateReason | null;
  readonly error: string | null;
  readonly step: number;
  readonly result: RunResult | null;
  readonly createdAt: number;
  readonly endedAt: number | null;
  readonly note: string;
  /** Null also where that run is not in the file. */
  readonly forkedFrom: RunNumber | null;
  readonly resumedFrom: RunNumber | null;
  readonly rerunOf: RunNumber | null;
  readonly events: readonly FileEvent[];
  /** Training time at ascending steps, in seconds; absent where it was not measured. */
  readonly times?: readonly (readonly [step: number, seconds: number])[];
}

/** A checkpoint as the library keeps it, byte for byte. */
export interface FileCheckpoint {
  readonly step: number;
  /** The how manieth of its run, from 0: every tenth is kept. */
  readonly number: number;
  /** UTF-8 JSON of json-values.ts. */
  readonly json: Uint8Array;
}

export interface FileRun extends FileRunFacts {
  /** One chunk for each stretch of evenly spaced steps, in order. */
  readonly chunks: readonly MetricChunk[];
  readonly checkpoints: readonly FileCheckpoint[];
}

export interface FileExperiment<Run> {
  readonly name: string;
  readonly race: RaceKind | null;
  readonly createdAt: number;
  readonly runs: readonly Run[];
}

/** What was read from a file, checked as a whole. */
export interface FileContent {
  readonly generator: string;
  readonly experiments: readonly FileExperiment<FileRun>[];
  readonly assignment: Assignment | null;
}

export function runPart(run: RunNumber): string {
  return `runs/${run}/run.json`;
}

export function seriesPart(run: RunNumber, metric: string): string {
  return `runs/${run}/${metric.replace('/', '-')}.f64`;
}

export function checkpointPart(run: RunNumber, step: number): string {
  return `runs/${run}/checkpoint-${step}.json`;
}
