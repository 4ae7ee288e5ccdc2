/**
 * The contract between the page and main: the only list of channels. Preload, page client, parsers
 * and handlers get their types from here; a channel without a handler or a parser does not compile.
 */
import type { SeriesView } from '../../core/analysis/series-view.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { ModelAtStep } from '../../core/model-views/model-view.ts';
import type { StepExplanation } from '../../core/training/explain-step.ts';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { RunSurvey } from '../../core/training/run-survey.ts';
import type { AppFolder, AppInfo, Licence } from './app.ts';
import type { Assignment } from './assignment.ts';
import type { Backup, BackupState, Restoration, StorageInfo } from './backups.ts';
import type { Continued, Extension } from './continuing.ts';
import type {
  ExperimentAddition,
  ExperimentPlan,
  Exploration,
  StartedExperiment,
} from './experiment.ts';
import type {
  Exported,
  ExportProgress,
  ExportSelection,
  Imported,
  ImportSource,
} from './experiment-files.ts';
import type { StoreFault } from './faults.ts';
import type { PageFile, RunFormat } from './files.ts';
import type {
  HistoryLabel,
  HistoryState,
  NoteExcerpt,
  RunChange,
  RunEvent,
  SavedView,
} from './library.ts';
import type { KeptLearning, KeptLesson, LessonProgress, Verdict } from './lesson-progress.ts';
import type { Preferences } from './preferences.ts';
import type {
  ListQuery,
  ModelQuery,
  SeriesQuery,
  StepQuery,
  SurveyQuery,
  ValuesQuery,
} from './queries.ts';
import type { Reply } from './reply.ts';
import type { LiveChunks, RunDetail, RunId, RunStatus, RunSummary } from './run.ts';
import type { MenuCommand, WindowCommand } from './menu-commands.ts';
import type { SweepId, SweepPlan, SweepProgress } from './sweep.ts';

export interface Requests {
  'app:info': () => AppInfo;
  'app:licences': () => readonly Licence[];
  'app:open-folder': (which: AppFolder) => void;
  'app:storage': () => StorageInfo;
  /** Keeps, as long as the app is open, what a page that takes the place of this one needs to go on. */
  'page:keep': (state: string) => void;
  /** What was kept last; null: nothing yet. */
  'page:kept': () => string | null;
  'preferences:read': () => Preferences;
  'preferences:write': (change: Partial<Preferences>) => Preferences;
  /** Starts runs together. Of those that have one name all but the first get a number. */
  'experiment:start': (plan: ExperimentPlan) => StartedExperiment;
  /**
   * Starts runs beside another, in its experiment, whose runs are not computed again; the new ones alone are in the
   * answer. They are on its problem, and with its runs that are not in the trash no more than a plan may have. A name
   * that one of them has gets a number. One step of undo; then `library:changed`, `history:changed`.
   */
  'experiment:add': (addition: ExperimentAddition) => StartedExperiment;
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
  /**
   * Goes on with runs that were interrupted, stopped or failed, from their newest checkpoints, at this pace. Where one
   * cannot, none does; but each is committed by itself: where the library fails in the midst, those before go on. What
   * another engine computed goes on as a new run.
   */
  'run:continue': (ids: readonly RunId[], stepsPerSecond: number | null) => Continued;
  /** Whether these runs can go on for so many more steps than they have. */
  'run:extensions': (ids: readonly RunId[], steps: number) => readonly Extension[];
  /**
   * Goes on with finished runs for so many more steps, as the runs they are. Where one cannot, none does; but each is
   * committed by itself: where the library fails in the midst, those before go on.
   */
  'run:extend': (ids: readonly RunId[], steps: number, stepsPerSecond: number | null) => void;
  /** Starts these runs once more, as a new experiment; each is compared with the one it repeats when it has ended. */
  'run:again': (ids: readonly RunId[], stepsPerSecond: number | null) => StartedExperiment;
  /**
   * Those of one experiment are neighbours; the experiment with the newest run of the list comes first, and of it the
   * newest run.
   */
  'run:list': (query: ListQuery) => readonly RunSummary[];
  'run:read': (id: RunId) => RunDetail;
  /** These runs as `run:list` has them, newest first; those that are not there any more are left out. */
  'run:summaries': (ids: readonly RunId[]) => readonly RunSummary[];
  /**
   * Runs in whose name, note, tags or experiment's name every word is found, in the trash too; newest first.
   * Latin words by their beginnings, Chinese anywhere; nothing typed is a command. Nothing typed: all runs.
   */
  'run:search': (text: string) => readonly RunId[];
  /** Where the notes of these runs speak of what is typed, a line of each; those that do not are left out. */
  'run:excerpts': (ids: readonly RunId[], text: string) => readonly NoteExcerpt[];
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
  'backup:state': () => BackupState;
  /** Makes one now; `backup:changed` tells how it goes. Null if it was cancelled. */
  'backup:make': () => Backup | null;
  /** Ends the one that is being made; where none is, nothing happens. */
  'backup:cancel': () => void;
  /**
   * Asks, then opens the library as it was in a backup, or one that was replaced before; false if the person
   * said no. The page is loaded again; the library that was open is kept.
   */
  'backup:restore': (id: string) => boolean;
  /** What became of the last restoration; told once. */
  'backup:restoration': () => Restoration | null;
  /** In alphabetical order. */
  'view:list': () => readonly SavedView[];
  /** Adds it, or replaces the one of that name; can be undone. */
  'view:save': (view: SavedView) => void;
  /** Can be undone; one that is not there is no error. */
  'view:remove': (name: string) => void;
  'lessons:progress': () => KeptLearning;
  /** Keeps what was done in a lesson, whole: it takes the place of what was kept of it. */
  'lessons:keep': (lesson: number, progress: LessonProgress) => void;
  /** Forgets what was done in a lesson; what that was, so that it can be kept again. Null: nothing. */
  'lessons:reset': (lesson: number) => KeptLesson | null;
  /** Keeps what the statement of this id was taken for; null: nothing any more. */
  'lessons:judge': (statement: string, verdict: Verdict | null) => void;
  'series:read': (query: SeriesQuery) => SeriesView;
  /** The values themselves, in order; stretches whose bytes are damaged are missing, and nothing follows the last. */
  'series:values': (query: ValuesQuery) => readonly MetricChunk[];
  /**
   * Asks for a place and writes all series of the run there, as JSON what it is besides; the file's path, or null if
   * cancelled.
   */
  'run:export': (id: RunId, format: RunFormat) => string | null;
  /** Asks for a place and writes these runs into one file; null if cancelled. `export:progress` tells how it goes. */
  'experiments:export': (selection: ExportSelection) => Exported | null;
  /** The file that is being written is not wanted any more. */
  'experiments:cancel-export': () => void;
  /**
   * Takes in all runs of a file, or none: declined where the person, asked whether to import it once more, said no;
   * null where there is no file. One step of undo; then `library:changed`, `history:changed`. An assignment in the
   * file is handed to the page, also where its runs were declined.
   */
  'experiments:import': (source: ImportSource) => Imported | 'declined' | null;
  /** Asks for a place and writes an assignment as a file; its path, or null if cancelled. */
  'assignment:save': (assignment: Assignment) => string | null;
  /** Asks for a place and writes the file, whole or not at all; its path, or null if cancelled. */
  'file:save': (file: PageFile) => string | null;
  /** Does what an item of the menu does with the window, or with the app. */
  'window:do': (command: WindowCommand) => void;
  /** Shows the system's print dialog for the page as it stands; whether it was printed: false if cancelled. */
  'page:print': () => boolean;
  /** Asks for a place and writes the page as it stands as PDF under this name; its path, or null if cancelled. */
  'page:save-pdf': (name: string) => string | null;
  /** Puts a PNG on the clipboard. */
  'picture:copy': (png: Uint8Array) => void;
}

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
  'backup:changed': BackupState;
  'export:progress': ExportProgress;
  /** The system has given a file to import: ask for it (`experiments:import`, 'given'). */
  'file:given': null;
  /** The library cannot be written just now; runs wait, and go on when it can. Told at every try. */
  'store:failing': { readonly message: string; readonly fault: StoreFault | null };
  /** It can be written again. */
  'store:recovered': null;
  'preferences:changed': Preferences;
  'menu:command': MenuCommand;
}

export type Channel = keyof Requests;

export type EventName = keyof Events;

export const channels = {
  'app:info': true,
  'app:licences': true,
  'app:open-folder': true,
  'app:storage': true,
  'page:keep': true,
  'page:kept': true,
  'preferences:read': true,
  'preferences:write': true,
  'experiment:start': true,
  'experiment:add': true,
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
  'run:extensions': true,
  'run:extend': true,
  'run:again': true,
  'run:list': true,
  'run:read': true,
  'run:summaries': true,
  'run:search': true,
  'run:excerpts': true,
  'run:change': true,
  'history:undo': true,
  'history:redo': true,
  'history:state': true,
  'trash:empty': true,
  'backup:state': true,
  'backup:make': true,
  'backup:cancel': true,
  'backup:restore': true,
  'backup:restoration': true,
  'view:list': true,
  'view:save': true,
  'view:remove': true,
  'lessons:progress': true,
  'lessons:keep': true,
  'lessons:reset': true,
  'lessons:judge': true,
  'series:read': true,
  'series:values': true,
  'run:export': true,
  'experiments:export': true,
  'experiments:cancel-export': true,
  'experiments:import': true,
  'assignment:save': true,
  'file:save': true,
  'window:do': true,
  'page:print': true,
  'page:save-pdf': true,
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
  'backup:changed': true,
  'export:progress': true,
  'file:given': true,
  'store:failing': true,
  'store:recovered': true,
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
