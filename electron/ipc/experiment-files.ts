/** Experiments as files that leave the library and come back, and logs of training that ran elsewhere. */
import type { Assignment } from './assignment.ts';
import type { RunId } from './run.ts';
import type { TrainingLog } from './training-log.ts';

export const FILE_EXTENSION = 'downhill';

/** Whether a file is of this kind by its name, which other systems may have put in capitals. */
export function isExperimentFile(name: string): boolean {
  return name.toLowerCase().endsWith(`.${FILE_EXTENSION}`);
}

/** How training logs end: tables, and JSON. */
export const logExtensions = ['csv', 'tsv', 'json', 'jsonl'] as const;

/** Whether a file is taken in, by its name. */
export function isImportFile(name: string): boolean {
  const ending = name.toLowerCase();
  return isExperimentFile(name) || logExtensions.some((one) => ending.endsWith(`.${one}`));
}

/** A file that is dropped on the window travels as bytes; larger ones are read from the disk. */
export const MOST_DROPPED_BYTES = 128 * 1024 * 1024;

/** No more are written into one file, nor read from one. */
export const MOST_RUNS_IN_FILE = 5000;

/** What is wrong with a file that is not taken; the words for each are in the catalogues. */
export const fileFaults = [
  /** It cannot be opened or read. */
  'unreadable',
  /** It, or what it would unpack to, is larger than what is read. */
  'too-large',
  /** There is not one byte in it. */
  'empty',
  /** It is not of this format at all; `given`: its kind. */
  'foreign',
  /** It is to be a training log and is no text; `given`: its kind. */
  'no-log',
  /** A log is no text: its bytes are of none of the encodings that are read. */
  'not-text',
  /** It wants a newer reader. */
  'newer',
  /** A part is not what was written. */
  'damaged',
  'missing-part',
  'unlisted-part',
  /** A part that is to be JSON is not; `offset` tells where in it. */
  'bad-json',
  /** A field of a part holds what it cannot hold. */
  'bad-field',
  /** The settings of a run cannot run. */
  'bad-config',
  /** More points, runs or parts than are read. */
  'too-many',
  /** More values in JSON than are read: in a part, or in those of all runs. */
  'too-many-values',
  'too-slow',
  /** What was dropped before it and is not taken in yet is too much beside it. */
  'too-many-waiting',
  /** Nothing in a log is named as what this app draws; `allowed`: some names it knows. */
  'no-metric',
  /** The one value of a table is of a metric that neither it nor its file's name tells. */
  'unnamed-metric',
  /** The first line of a table has no names. */
  'no-header',
  /** A log has no values. */
  'no-values',
  /** A line has another number of cells than its table. */
  'bad-table',
  /** A quotation mark is without its second. */
  'bad-quotes',
  /** JSON of a log is in none of the forms that are read. */
  'no-records',
  /** A record of a log is no object. */
  'bad-record',
  /** The lists of a log are not of one length. */
  'bad-list',
  'bad-number',
  /** A step is no whole number, too large, or does not rise. */
  'bad-step',
  /** An accuracy is neither a fraction nor a percentage. */
  'bad-accuracy',
] as const;

export type FileFault = (typeof fileFaults)[number];

/** What a file that is none of ours is by its first bytes. */
export const fileKinds = [
  'picture',
  'pdf',
  'database',
  'archive',
  'document',
  'text',
  'unknown',
] as const;

export type FileKind = (typeof fileKinds)[number];

/** Where a file to open comes from: a person is asked, the system has given it, it was dropped on the window. */
export type ImportSource =
  'dialog' | 'given' | { readonly name: string; readonly bytes: Uint8Array };

export interface Imported {
  /** The name of the file, without its folder. */
  readonly file: string;
  /** In the order in which the file holds them. */
  readonly runIds: readonly RunId[];
  /** They lay in the trash and were restored; nothing of the file was taken in. */
  readonly restored: boolean;
  /** What the file gives to do; null: nothing. It is in no library. */
  readonly assignment: Assignment | null;
  /** Of each that is a training log what its file said. */
  readonly logs: readonly TrainingLog[];
}

/** Which runs to write into one file; null: all that are not in the trash. */
export type ExportSelection = readonly RunId[] | null;

export interface Exported {
  readonly path: string;
  readonly runs: number;
  /** Series of which stretches were damaged in the library, and are missing in the file. */
  readonly damaged: number;
}

export interface ExportProgress {
  /** Runs that are written, of how many. */
  readonly done: number;
  readonly of: number;
}
