/** How far a person has come in the lessons. Part of the contract: plain JSON, as it is kept. */
import type { RunId } from './run.ts';

/** What a lesson consists of, in the order in which it is read. */
export const lessonSections = [
  'question',
  'predict',
  'run',
  'seen',
  'formula',
  'insight',
  'check',
  'challenge',
  'conclusion',
] as const;

export type LessonSection = (typeof lessonSections)[number];

export const MOST_LESSONS = 16;
export const MOST_TRIES = 200;
export const MOST_DRAWN = 256;
export const MOST_TRY_LABEL = 200;
export const MOST_TRY_SETTINGS = 2000;

/** So many runs stand on the stage of a lesson and are found there again. */
export const MOST_ON_STAGE = 100;
/** Beside its experiment a lesson has no more smaller ones. */
export const MOST_CARDS = 20;

/** How answers of a lesson and statements are called where what was said of them is kept. */
export const PART_ID = /^[a-z][a-z0-9-]*$/i;
export const MOST_PART_ID = 60;

/** A point of a curve drawn by hand: the step, and the value expected there. */
export type DrawnPoint = readonly [step: number, value: number];

/** One try at a challenge. */
export interface LessonTry {
  /** The settings that were tried, in a few symbols and the language of that time. */
  readonly label: string;
  /** The same without words: fields of its configuration as JSON; absent in what older versions kept. */
  readonly settings?: string;
  /** What the challenge measures; `never`: it did not come so far; null: the try broke the terms. */
  readonly measured: number | 'never' | null;
  readonly met: boolean;
}

/** What stands on the stage of a lesson; a number: that smaller experiment beside it, from 0. */
export type OnStage = 'experiment' | 'challenge' | number;

/** The stage of a lesson as it was left. What its runs are is in the library. */
export interface LessonStage {
  readonly on: OnStage;
  /** In their order; empty: none were there. */
  readonly runs: readonly RunId[];
  /** The step that was gone to; null: the newest. */
  readonly step: number | null;
}

export interface LessonProgress {
  /** Where the person reads. */
  readonly section: LessonSection;
  /** The answer that was given before the run, by its id; null: none yet. */
  readonly predicted: string | null;
  /** The curve that was drawn before the run, by rising steps; empty: none. */
  readonly drawn: readonly DrawnPoint[];
  readonly ran: boolean;
  /** The answer to the check question, by its id; null: none yet. */
  readonly checked: string | null;
  /** Oldest first. */
  readonly tries: readonly LessonTry[];
  readonly met: boolean;
  /** One line; '' where there is none. */
  readonly conclusion: string;
  /** The conclusion as it is being written and not saved yet; null, or absent in what older versions kept: it is not. */
  readonly typed?: string | null;
  /** Absent in what older versions kept, and where nothing was on the stage. */
  readonly stage?: LessonStage;
}

export const notBegun: LessonProgress = {
  section: 'question',
  predicted: null,
  drawn: [],
  ran: false,
  checked: null,
  tries: [],
  met: false,
  conclusion: '',
};

/** Whether something was predicted before the run: an answer was chosen, or a curve drawn. */
export function hasPredicted({ predicted, drawn }: LessonProgress): boolean {
  return predicted !== null || drawn.length > 0;
}

/** Whether a lesson is done: its experiment was run, its question answered, a conclusion written. */
export function isDone({ ran, checked, conclusion }: LessonProgress): boolean {
  return ran && checked !== null && conclusion !== '';
}

/** A lesson that was begun. */
export interface KeptLesson {
  /** Of the sixteen, from 1. */
  readonly lesson: number;
  /** When something was done in it last, in milliseconds since 1970; a label, as clocks jump. */
  readonly at: number;
  readonly progress: LessonProgress;
}

/** What a person takes a statement for. */
export const verdicts = ['true', 'false'] as const;

export type Verdict = (typeof verdicts)[number];

/** All that is kept of learning. */
export interface KeptLearning {
  /** The one in which something was done last comes first. */
  readonly lessons: readonly KeptLesson[];
  /** By the id of the statement. */
  readonly judged: Readonly<Record<string, Verdict>>;
}
