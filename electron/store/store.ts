import type { NewTimeSample } from '../../core/analysis/training-time.ts';
import type { SeriesView } from '../../core/analysis/series-view.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import type { Checkpoint, RunResult } from '../../core/training/trainer.ts';
import type { RaceKind, StartedExperiment } from '../ipc/experiment.ts';
import type { ListQuery, SeriesQuery } from '../ipc/queries.ts';
import type { RunDetail, RunId, RunState, RunSummary, StateReason } from '../ipc/run.ts';
import type { KeptLearning, KeptLesson, LessonProgress, Verdict } from '../ipc/lesson-progress.ts';
import type { HistoryState, NoteExcerpt, RunChange, RunEvent, SavedView } from '../ipc/library.ts';
import type { Census } from './backup/census.ts';
import type { CopyProgress } from './backup/copy-library.ts';
import type { FileCheckpoint, FileContent } from '../files/format.ts';
import type { Redone } from './changes.ts';
import type { NewRunEvent } from './run-events.ts';
import type { ExportedFacts, ExportPlan, KnownRuns } from './run-export.ts';

/** What one run has to add to the library in one flush. */
export interface RunFlush {
  readonly id: RunId;
  /** Updates made when the newest of these chunks was cut. */
  readonly step: number;
  readonly chunks: readonly MetricChunk[];
  readonly checkpoint: Checkpoint | null;
  /** What is new of its training time, behind all that is stored of it. */
  readonly times?: readonly NewTimeSample[];
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
  /** Where it comes from, if from a run that is here; what it is a fork of, its configuration tells. */
  readonly resumedFrom?: RunId;
  /** Where it begins, if it goes on where that one was. */
  readonly checkpoint?: Checkpoint;
  readonly rerunOf?: RunId;
}

/**
 * Runs on their way into the library, there for nobody before they arrive. Where anything throws, and where they shall
 * not arrive, they have to be abandoned: what was written is then deleted as what leaves the trash is; so is what a
 * process leaves that is killed.
 */
export interface ArrivingRuns {
  /** Writes a slice, one transaction; whether anything is left to write. */
  writeSome(): boolean;
  /** When all is written: the runs are there for everybody, in one transaction and one step of undo; in the order of the file. */
  arrive(): readonly RunId[];
  /** Writes nothing. */
  abandon(): void;
}

/** The library: the only thing in the app that knows SQL. All calls are synchronous. */
export interface Store {
  createExperiment(
    name: string,
    runs: readonly NewRun[],
    engineVersion: string,
    race?: RaceKind,
  ): StartedExperiment;
  /** Runs beside another, in its experiment; one step of undo. */
  addRuns(beside: RunId, runs: readonly NewRun[], engineVersion: string): StartedExperiment;
  /** The runs of the experiment of a run, itself and those in the trash among them, in their order. */
  readExperiment(of: RunId): readonly RunSummary[];
  /** Appends everything in one transaction; when it returns, it is committed and synced. */
  flush(batches: readonly RunFlush[]): void;
  setState(id: RunId, state: RunState, reason: StateReason | null): void;
  /** A run that had ended waits for a worker again, and this is why; what it amounted to is forgotten. */
  continueRun(id: RunId, event: NewRunEvent): RunEvent;
  /**
   * A finished run gets a configuration with more steps and waits for a worker again. What it recorded after its last
   * update, and what it amounted to, moves into the event; its checkpoints from there on are deleted. It goes on from
   * the checkpoint at step `from`, or from its start, 0.
   */
  extendRun(id: RunId, config: ExperimentConfig, from: number): RunEvent;
  /** Writes down that something happened to a run; the event as it is stored. */
  addEvent(id: RunId, event: NewRunEvent): RunEvent;
  /**
   * Those of one experiment are neighbours; the experiment with the newest run of the list comes first, and of it the
   * newest run. Throws AppError 'unknown-run' where a run that marks the place is not there any more.
   */
  listRuns(query: ListQuery): readonly RunSummary[];
  readRun(id: RunId): RunDetail;
  /** The configuration of a run alone, without what it has recorded. */
  readConfig(id: RunId): ExperimentConfig;
  /** Those of them that are there, newest first. */
  readSummaries(ids: readonly RunId[]): readonly RunSummary[];
  /** Runs in which every typed word is found, newest first; all where nothing is typed. */
  searchRuns(text: string): readonly RunId[];
  /** Where the notes of those runs that are there speak of what is typed; those that do not are left out. */
  readExcerpts(ids: readonly RunId[], text: string): readonly NoteExcerpt[];
  /** All of them or, where it throws AppError, none; one step of undo. The runs that are different now. */
  changeRuns(ids: readonly RunId[], change: RunChange): readonly RunId[];
  listViews(): readonly SavedView[];
  /** Whether anything is different now; one step of undo. */
  saveView(view: SavedView): boolean;
  removeView(name: string): boolean;
  readLearning(): KeptLearning;
  /** Takes the place of what was kept of that lesson. */
  keepLesson(lesson: number, progress: LessonProgress): void;
  /** What was kept of the lesson, which is not any more; null where nothing was. */
  resetLesson(lesson: number): KeptLesson | null;
  /** Keeps what a statement was taken for; null: nothing any more. */
  judge(statement: string, verdict: Verdict | null): void;
  historyState(): HistoryState;
  /** Takes back, or does again, what was done in one go; null where there is nothing. */
  undo(): Redone | null;
  redo(): Redone | null;
  /** Counts today as a day of use, if it was not yet. */
  countDay(): void;
  /** The runs in the trash. */
  listTrash(): readonly RunId[];
  /** These runs of the trash are there for nobody any more: those given, or whose time is over; at most so many. */
  doom(which: 'overdue' | readonly RunId[], most: number): readonly RunId[];
  /** Deletes a slice of what such runs hold, one transaction; whether anything is left. */
  deleteSome(): boolean;
  readSeries(query: SeriesQuery): SeriesView;
  /** The values of a series from step `from` on, in order, at most `most`; damaged chunks are left out. */
  readValues(id: RunId, metric: MetricName, from?: number, most?: number): readonly MetricChunk[];
  /** The newest checkpoint, or the newest at or before step `atMost`. */
  readCheckpoint(id: RunId, atMost?: number): Checkpoint | null;
  /** Those of these runs that are there, for one file; null: all that are not in the trash. */
  planExport(ids: readonly RunId[] | null): ExportPlan;
  /** What a file says of a run beside its note, lineage and events, and beside its series. */
  exportFacts(id: RunId): ExportedFacts;
  /** All checkpoints whose bytes are whole, in the order of their steps. */
  readCheckpoints(id: RunId): readonly FileCheckpoint[];
  /** Which runs of a file, by their ids in it, are here already. */
  findKnown(origins: readonly string[]): KnownRuns;
  /** Begins to take in all runs of a file, or none of them. Nothing is written yet. */
  beginImport(content: FileContent, file: string): ArrivingRuns;
  /** Merges the small chunks of an ended run, one transaction; safe to skip. */
  compact(id: RunId): void;
  /**
   * Copies the library while it is written to, in steps that hold nobody up; what the copy must be like. It is
   * no backup before it was compared with that.
   */
  copyTo(path: string, progress: CopyProgress): Promise<Census>;
  /** A text that is another when runs, what is written about them, or progress in the lessons have changed. */
  changeMark(): string;
  /** Checkpoints the log and closes the file. */
  close(): void;
}
