/**
 * How a person keeps the library in order: names, notes and tags, the trash, undo, and ways to look at it.
 * Part of the contract.
 */
import type { MetricName } from '../../core/training/metrics.ts';
import type { RunResult } from '../../core/training/trainer.ts';
import type { RunId, RunState, StateReason } from './run.ts';

export const MOST_CHANGED_RUNS = 1000;
/** Of the name of an experiment, a run or a view. */
export const MOST_NAME = 200;
export const MOST_NOTE = 100_000;
/** Of a one-line text: prediction, conclusion. */
export const MOST_LINE = 500;
export const MOST_TAG = 40;
export const MOST_TAGS = 20;
export const MOST_VIEWS = 100;
/** Runs stay in the trash until the app has been used on so many days after the one they got there. */
export const TRASH_DAYS = 30;

/** What a person says of a run, beside its name. */
export interface RunRemarks {
  /** First line of the note that is not empty, at most 200 characters; the whole is in RunDetail. */
  readonly noteLine: string;
  /** Each once, whatever its case; in alphabetical order. */
  readonly tags: readonly string[];
  readonly pinned: boolean;
  /** The run of its experiment the others are compared with: none or one in each experiment. */
  readonly baseline: boolean;
  readonly archived: boolean;
  /** What the owner expected before, and found after; one line each, '' where there is none. */
  readonly prediction: string;
  readonly conclusion: string;
}

/** A place in the note of a run, a word that is searched for near its beginning. */
export interface NoteExcerpt {
  readonly id: RunId;
  readonly text: string;
}

/** Tags of one key are one tag. */
export function tagKey(tag: string): string {
  return tag.normalize('NFKC').toLowerCase();
}

/** The file a run was imported from, by name, and when (milliseconds since 1970). */
export interface RunImport {
  readonly file: string;
  readonly at: number;
}

/** Where a run comes from; null also where that run has been deleted for good. */
export interface RunLineage {
  /** It took over another's state at a step and went on with its own settings. */
  readonly forkedFrom: RunId | null;
  /** It goes on where another ended, as a run of its own. */
  readonly resumedFrom: RunId | null;
  /** It repeats another from its first step. */
  readonly rerunOf: RunId | null;
}

/** A run beside the one it repeats, bit by bit (one NaN is as good as another). */
export interface RunComparison {
  readonly with: RunId;
  /** Updates that both have made: so far they were compared. */
  readonly step: number;
  readonly values: number;
  /** Steps at which stored bytes of one of them are damaged, so that nothing was compared; absent: none. */
  readonly unread?: number;
  /** The first step at which a bit differs, and of what; null: none does. */
  readonly differs: { readonly metric: MetricName; readonly step: number } | null;
  /** The engine of the other, where it is not that of this one; the last bit of exp differs between engines. */
  readonly otherEngine: string | null;
}

/** Something that happened to a run after its start; `at` in milliseconds since 1970. */
export type RunEvent = { readonly at: number } & (
  | {
      /** It went on from its checkpoint at `step` (0: from the start), after it had ended like this. */
      readonly kind: 'continued';
      readonly step: number;
      readonly after: RunState;
      readonly reason: StateReason | null;
    }
  | {
      /** It had finished at `step`, and was given `totalSteps` in all; `from` is the checkpoint it went on from. */
      readonly kind: 'extended';
      readonly step: number;
      readonly totalSteps: number;
      readonly from: number;
      /** What it had amounted to. */
      readonly result: RunResult | null;
      /** What it had recorded after its last update, where a run that goes on records other things. */
      readonly ends: Readonly<Partial<Record<MetricName, number>>>;
    }
  | ({ readonly kind: 'compared' } & RunComparison)
);

/**
 * What is to be different; what is absent stays. `note`, and `baseline: true`, are for one run at a time.
 * A run under way cannot be trashed.
 */
export interface RunChange {
  readonly name?: string;
  readonly note?: string;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  readonly pinned?: boolean;
  /** True takes it from the run of the same experiment that had it. */
  readonly baseline?: boolean;
  readonly archived?: boolean;
  readonly trashed?: boolean;
  readonly prediction?: string;
  readonly conclusion?: string;
}

/** What was done in one go, for the words of undo and redo. `edit`: several things at once. */
export const historyKinds = [
  'rename',
  'note',
  'tag',
  'untag',
  'pin',
  'unpin',
  'set-baseline',
  'clear-baseline',
  'archive',
  'unarchive',
  'trash',
  'restore',
  'predict',
  'conclude',
  'import',
  'add',
  'edit',
  'save-view',
  'remove-view',
] as const;
export type HistoryKind = (typeof historyKinds)[number];

export interface HistoryLabel {
  readonly kind: HistoryKind;
  /** Runs it was asked for and that it changed; 1 for a view. */
  readonly count: number;
}

/** What undo and redo would do now; null where there is nothing. */
export interface HistoryState {
  readonly undo: HistoryLabel | null;
  readonly redo: HistoryLabel | null;
}

/** What can stand beside a run's name, in the order in which it stands there. */
export const runColumns = [
  'spark',
  'state',
  'experiment',
  'problem',
  'optimizer',
  'schedule',
  'lr',
  'seed',
  'tail',
  'last',
  'best',
  'difference',
  'steps',
  'tags',
  'note',
  'made',
] as const;
export type RunColumn = (typeof runColumns)[number];

/** A spark-line has no order, and tags have many. */
export type SortColumn = 'name' | Exclude<RunColumn, 'spark' | 'tags'>;
export const sortColumns: readonly SortColumn[] = [
  'name',
  ...runColumns.filter((column) => column !== 'spark' && column !== 'tags'),
];

/** By what runs can be picked out. `mark`: pinned, baseline, archived; archived runs are seen only by it. */
export const viewFields = [
  'experiment',
  'problem',
  'optimizer',
  'schedule',
  'seed',
  'state',
  'tag',
  'mark',
] as const;
export type ViewField = (typeof viewFields)[number];

/** A way to look at the runs: which, in what order, in what groups, with which columns. */
export interface ViewSettings {
  readonly search: string;
  /** Of each field one of the values, ids rather than words; a field that is absent lets every run pass. */
  readonly filter: { readonly [F in ViewField]?: readonly string[] };
  /** `none`, `experiment`, `state`, or the key of a setting, `optimizer.beta1`. */
  readonly group: string;
  readonly sort: { readonly column: SortColumn; readonly descending: boolean };
  /** Null: as many as there is room for. */
  readonly columns: readonly RunColumn[] | null;
}

/** Its name, whatever its case, is its own. */
export interface SavedView {
  readonly name: string;
  readonly settings: ViewSettings;
}
