/**
 * The contract between the page and main: the only list of channels. Preload, page client, parsers
 * and handlers get their types from here; a channel without a handler or a parser does not compile.
 */
import type { SeriesView } from '../../core/analysis/series-view.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { ModelAtStep } from '../../core/model-views/model-view.ts';
import type { ExploredRun } from '../../core/training/explored-run.ts';
import type { StepExplanation } from '../../core/training/explain-step.ts';
import type { MetricChunk, MetricName } from '../../core/training/metrics.ts';
import type { RangeTestPlan } from '../../core/training/run-range-test.ts';
import type { RunSurvey, SurveyTopic } from '../../core/training/run-survey.ts';
import type { RunResult } from '../../core/training/trainer.ts';
import type { TrialEnd } from '../../core/training/trial-end.ts';
import type {
  HistoryLabel,
  HistoryState,
  RunChange,
  RunEvent,
  RunLineage,
  RunRemarks,
  SavedView,
} from './library.ts';
import type { Reply } from './reply.ts';

export type RunId = string & { readonly __brand: 'RunId' };
export type ExperimentId = string & { readonly __brand: 'ExperimentId' };
export type SweepId = string & { readonly __brand: 'SweepId' };

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

export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What theory draws over an experiment: each line can be left out. */
export const theoryLines = ['limit', 'expected', 'parts', 'floor', 'gain', 'edge'] as const;
export type TheoryLine = (typeof theoryLines)[number];

/**
 * The sizes a person gave to parts of the stage; the others are as the app chooses. `left`: width of the
 * left column, as a share of the stage; `map`: side of the map, as a share of its height; of the charts, how
 * they share theirs.
 */
export interface StageSizes {
  readonly left?: number;
  readonly map?: number;
  readonly loss?: number;
  readonly accuracy?: number;
  readonly gain?: number;
  readonly rate?: number;
}

export interface Preferences {
  readonly locale: Locale;
  readonly theme: Theme;
  /** The lines of theory that are drawn; absent until one is switched on or off. */
  readonly theory?: readonly TheoryLine[];
  /** Absent until a part is given another size. */
  readonly stage?: StageSizes;
}

export interface AppInfo {
  readonly version: string;
  /** App version + V8 version: the last bit of exp differs between engines. */
  readonly engineVersion: string;
  /** Component name → version, for About: Electron, Chromium, Node, V8, SQLite. */
  readonly components: Readonly<Record<string, string>>;
  readonly platform: string;
  readonly dataFolder: string;
  readonly logFolder: string;
  /** True when the stand-in host plays Electron's part. */
  readonly standIn: boolean;
}

export interface RunSummary extends RunRemarks, RunLineage {
  readonly id: RunId;
  readonly experimentId: ExperimentId;
  readonly experimentName: string;
  /** What kind of race its experiment is; null: none. */
  readonly race: RaceKind | null;
  readonly name: string;
  readonly config: ExperimentConfig;
  readonly state: RunState;
  readonly reason: StateReason | null;
  /** Updates whose metrics are stored. */
  readonly step: number;
  readonly result: RunResult | null;
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
  /** Step of the newest checkpoint, if any. */
  readonly checkpointStep: number | null;
  /** In the order in which it happened. */
  readonly events: readonly RunEvent[];
}

/** How the first rates of runs that are compared were chosen: each its own best one of a sweep, or one for all. */
export const raceKinds = ['own', 'one'] as const;
export type RaceKind = (typeof raceKinds)[number];

/** A new experiment: one or more runs that start together. */
export interface ExperimentPlan {
  readonly name: string;
  /** Absent: it is no race. */
  readonly race?: RaceKind;
  readonly runs: readonly { readonly name: string; readonly config: ExperimentConfig }[];
  /** Steps per second to watch at; null: as fast as the machine goes. */
  readonly pace: number | null;
}

export interface StartedExperiment {
  readonly experimentId: ExperimentId;
  /** In the order of the plan. */
  readonly runIds: readonly RunId[];
}

/** One run per configuration, in their order. */
export interface Exploration {
  readonly runs: readonly ExploredRun[];
}

/** Many trainings of which only the ends are kept. */
export type SweepPlan =
  | {
      readonly kind: 'sweep';
      readonly bases: readonly ExperimentConfig[];
      /** The setting that is varied, `optimizer.params.beta1`, and what it takes, in every base. */
      readonly path: string;
      readonly values: readonly number[];
    }
  | {
      readonly kind: 'range-test';
      readonly base: ExperimentConfig;
      /** One test for each: the seed of the base and those after it. */
      readonly seeds: number;
      readonly rates: RangeTestPlan;
    };

/** One training of a sweep, and how it ended. */
export type SweptTrial = TrialEnd & {
  /** Base by base, value by value: value v of base b is trial b · values + v; of range tests, the seed. */
  readonly trial: number;
};

export interface SweepProgress {
  readonly id: SweepId;
  /** Those that ended since the last message. */
  readonly ends: readonly SweptTrial[];
  /** How many have ended, of how many. */
  readonly done: number;
  readonly of: number;
  /** Null while it goes on; nothing follows after. */
  readonly over: 'finished' | 'cancelled' | null;
}

export interface SeriesQuery {
  readonly runId: RunId;
  readonly metric: MetricName;
  /** Inclusive step range. */
  readonly from: number;
  readonly to: number;
  /** Pixel columns to fill; no bucket will be wider than one of them. */
  readonly columns: number;
}

/** So many values are read at once. */
export const MOST_VALUES = 65_536;

export interface ValuesQuery {
  readonly runId: RunId;
  readonly metric: MetricName;
  /** First step of interest. */
  readonly from: number;
  /** Ends after so many values. */
  readonly most: number;
}

export const fileKinds = ['png', 'svg', 'csv'] as const;
/** A picture of a screen at four times its size takes a tenth of this, a table of a million rows half. */
export const MOST_FILE_BYTES = 64 * 1024 * 1024;

/** A file the page has made: a picture, or a table of what a pane shows. */
export interface PageFile {
  /** Suggested name, without extension. */
  readonly name: string;
  readonly kind: (typeof fileKinds)[number];
  /** The whole file; SVG and CSV in UTF-8. */
  readonly bytes: Uint8Array;
}

/** Which update of which run, and at which coordinate (from 0; the last one there is for any larger). */
export interface StepQuery {
  readonly of:
    | { readonly kind: 'run'; readonly id: RunId }
    | { readonly kind: 'ahead'; readonly config: ExperimentConfig };
  /** The update that follows this step. */
  readonly step: number;
  readonly index: number;
  /** Which sample of its batch, from 0 (the last one there is for any larger); the first where it is left out. */
  readonly sample?: number | undefined;
}

/** The updates after the steps `from` … `to` − 1 of which run. */
export interface SurveyQuery {
  readonly of: StepQuery['of'];
  readonly from: number;
  readonly to: number;
  readonly topics: readonly SurveyTopic[];
}

/** The model of which run, and after how many updates. */
export interface ModelQuery {
  readonly of: StepQuery['of'];
  /** Null: as far as it is. */
  readonly step: number | null;
}

export interface Licence {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
}

export interface Requests {
  'app:info': () => AppInfo;
  'app:licences': () => readonly Licence[];
  'app:open-log-folder': () => void;
  'preferences:read': () => Preferences;
  'preferences:write': (change: Partial<Preferences>) => Preferences;
  'experiment:start': (plan: ExperimentPlan) => StartedExperiment;
  /** Computes runs ahead without storing them; a newer request refuses this one as superseded. */
  'experiment:explore': (configs: readonly ExperimentConfig[]) => Exploration;
  /** Goes over a run's first seed again and tells one update; a newer request refuses this one as superseded. */
  'step:explain': (query: StepQuery) => StepExplanation;
  /**
   * What theory says of a run's updates, told as far as a moment allows; `next` is where to ask on. A newer
   * request refuses this one as superseded.
   */
  'run:survey': (query: SurveyQuery) => RunSurvey;
  /** What a run's model does with its data at a step; a newer request refuses this one as superseded. */
  'model:view': (query: ModelQuery) => ModelAtStep;
  /** Starts a sweep, and cancels the one before; `sweep:progress` tells how it goes. */
  'sweep:start': (plan: SweepPlan) => SweepId;
  /** Ends a sweep at once; one that is over stays as it is. */
  'sweep:cancel': (id: SweepId) => void;
  'run:pause': (id: RunId) => void;
  'run:resume': (id: RunId) => void;
  'run:stop': (id: RunId) => void;
  'run:pace': (id: RunId, stepsPerSecond: number | null) => void;
  /** Goes on with a run that was interrupted, stopped or failed, from its newest checkpoint, at this pace. */
  'run:continue': (id: RunId, stepsPerSecond: number | null) => void;
  /** Starts these runs once more, as a new experiment; each is compared with the one it repeats when it has ended. */
  'run:again': (ids: readonly RunId[], stepsPerSecond: number | null) => StartedExperiment;
  /** Newest first, at most 1,000; `before` is the id of the last row of the page before. */
  'run:list': (query: {
    readonly limit: number;
    readonly before?: RunId;
    readonly trashed: boolean;
  }) => readonly RunSummary[];
  'run:read': (id: RunId) => RunDetail;
  /** These runs as `run:list` has them, newest first; those that are not there any more are left out. */
  'run:summaries': (ids: readonly RunId[]) => readonly RunSummary[];
  /**
   * Runs in whose name, note, tags or experiment's name every word is found, in the trash too; newest first.
   * Latin words by their beginnings, Chinese anywhere; nothing typed is a command. Nothing typed: all runs.
   */
  'run:search': (text: string) => readonly RunId[];
  /** Changes up to 1,000 runs, all or none, as one step of undo; then `library:changed`, `history:changed`. */
  'run:change': (request: {
    readonly ids: readonly RunId[];
    readonly change: RunChange;
  }) => HistoryState;
  /** Takes back the newest change; what that was, or null if there is none. Survives a restart. */
  'history:undo': () => HistoryLabel | null;
  /** Does again what was taken back last; any new change ends that. */
  'history:redo': () => HistoryLabel | null;
  'history:state': () => HistoryState;
  /** Asks, then deletes all that is in the trash for good; how many runs, 0 if the person said no. */
  'trash:empty': () => number;
  /** In alphabetical order. */
  'view:list': () => readonly SavedView[];
  /** Adds it, or replaces the one of that name; can be undone. */
  'view:save': (view: SavedView) => void;
  /** Can be undone; one that is not there is no error. */
  'view:remove': (name: string) => void;
  'series:read': (query: SeriesQuery) => SeriesView;
  /** The values themselves, in order; stretches whose bytes are damaged are missing, and nothing follows the last. */
  'series:values': (query: ValuesQuery) => readonly MetricChunk[];
  /** Asks for a place and writes all series of the run as CSV; the file's path, or null if cancelled. */
  'run:export-csv': (id: RunId) => string | null;
  /** Asks for a place and writes the file, whole or not at all; its path, or null if cancelled. */
  'file:save': (file: PageFile) => string | null;
  /** Puts a PNG on the clipboard. */
  'picture:copy': (png: Uint8Array) => void;
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
}

export const menuCommands = [
  'go-start',
  'go-learn',
  'go-lab',
  'go-studio',
  'go-runs',
  'new-experiment',
  'run-or-pause',
  'sweep',
  'range-test',
  'step-card',
  'export-csv',
  'settings',
  'about',
] as const;
export type MenuCommand = (typeof menuCommands)[number];

export interface Events {
  'run:status': RunStatus;
  'run:chunks': LiveChunks;
  /** Something happened to a run that the page would not see by itself. */
  'run:event': { readonly id: RunId; readonly event: RunEvent };
  /** Everything up to this step is committed: a kill or a power cut cannot lose it. */
  'run:saved': { readonly id: RunId; readonly step: number };
  'sweep:progress': SweepProgress;
  /** Runs were added, changed or deleted for good, by whomever: read those again (`run:summaries`). */
  'library:changed': { readonly ids: readonly RunId[] };
  'history:changed': HistoryState;
  'views:changed': readonly SavedView[];
  /** The library cannot be written just now; runs wait, and go on when it can. Told once. */
  'store:failing': { readonly message: string };
  'preferences:changed': Preferences;
  'menu:command': MenuCommand;
}

export type Channel = keyof Requests;
export type EventName = keyof Events;

export const channels = {
  'app:info': true,
  'app:licences': true,
  'app:open-log-folder': true,
  'preferences:read': true,
  'preferences:write': true,
  'experiment:start': true,
  'experiment:explore': true,
  'step:explain': true,
  'run:survey': true,
  'model:view': true,
  'sweep:start': true,
  'sweep:cancel': true,
  'run:pause': true,
  'run:resume': true,
  'run:stop': true,
  'run:pace': true,
  'run:continue': true,
  'run:again': true,
  'run:list': true,
  'run:read': true,
  'run:summaries': true,
  'run:search': true,
  'run:change': true,
  'history:undo': true,
  'history:redo': true,
  'history:state': true,
  'trash:empty': true,
  'view:list': true,
  'view:save': true,
  'view:remove': true,
  'series:read': true,
  'series:values': true,
  'run:export-csv': true,
  'file:save': true,
  'picture:copy': true,
} as const satisfies Record<Channel, true>;

export const events = {
  'run:status': true,
  'run:chunks': true,
  'run:event': true,
  'run:saved': true,
  'sweep:progress': true,
  'library:changed': true,
  'history:changed': true,
  'views:changed': true,
  'store:failing': true,
  'preferences:changed': true,
  'menu:command': true,
} as const satisfies Record<EventName, true>;

/** What the page gets as `window.lab`: one named function per channel, and `on`. */
export type Bridge = {
  readonly [C in Channel]: (
    ...args: Parameters<Requests[C]>
  ) => Promise<Reply<ReturnType<Requests[C]>>>;
} & {
  /** Returns the function that ends the subscription. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
};

/** What main must implement. */
export type Handlers = {
  readonly [C in Channel]: (
    ...args: Parameters<Requests[C]>
  ) => ReturnType<Requests[C]> | Promise<ReturnType<Requests[C]>>;
};

/** Turns whatever arrived on a channel into its arguments, or throws a RefusedError. */
export type ArgParsers = { readonly [C in Channel]: (args: unknown) => Parameters<Requests[C]> };
