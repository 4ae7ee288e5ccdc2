import type { Assets } from '../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { Preset } from '../../../core/experiment/presets.ts';
import type { Text } from '../../../core/text.ts';
import type { LockablePart } from '../../../electron/ipc/assignment.ts';
import type { TableColumn } from '../lib/table-columns.ts';
import type { Claims } from './claim.ts';

/** A lesson but for its words, which stand beside it in `en.md` and `zh-CN.md`. */
export interface Lesson {
  /** Of the sixteen, from 1. */
  readonly number: number;
  readonly experiment: LessonExperiment;
  /** A prediction that can also be drawn by hand, on the empty chart of the experiment; all of that is locked. */
  readonly drawing?: LessonDrawing;
  /** Other experiments that the text speaks of as well, each to be opened in place of the one on the stage. */
  readonly cards?: readonly ExperimentCard[];
  /** The right ones of the answers that the text offers, by the id it gives them. */
  readonly answers: { readonly predict: string; readonly check: string };
  readonly challenge: Challenge;
  readonly claims: Claims;
}

/** What stands on the stage, and which of its parts cannot be changed there. */
export interface LessonExperiment extends Pick<Preset, 'runs' | 'pace'> {
  readonly locked: readonly LockablePart[];
  /**
   * Of an optimizer or a schedule that is not locked, the parameters that may be changed; which one it is stays as it is
   * then. Left out: all, and any other may be chosen.
   */
  readonly only?: readonly string[];
  /** Of the table of its runs, what the text sends one to look at: kept where there is not room for all columns. */
  readonly columns?: readonly TableColumn[];
}

/** A curve of the experiment that can be drawn before it is run, on the axes on which it will then be seen. */
export interface LessonDrawing {
  /** What is asked for: a request without a full stop. */
  readonly asks: Text;
  readonly pane: 'loss' | 'rate';
  /** Whose curve it is, by its place among the runs of the experiment, from 0; the others' are not hidden. */
  readonly run: number;
  /** First and last step that can be drawn. */
  readonly steps: readonly [from: number, to: number];
  /** How values stand on their axis, and from where to where it goes. */
  readonly scale: 'linear' | 'log';
  readonly range: readonly [low: number, high: number];
  /** `log`: along the logarithm of 1 + t, where all that happens is at the beginning. */
  readonly along: 'step' | 'log';
}

export interface ExperimentCard extends LessonExperiment {
  readonly name: Text;
}

/** A task that the machine judges. */
export interface Challenge {
  /** What it begins with: one run, to be changed where it is not locked. */
  readonly experiment: LessonExperiment;
  /** Who could read the largest stable rate off the stage would have nothing left to find. */
  readonly concealsLimit?: true;
  readonly measures: Measure;
  /** A try has to come to this number or below it, or to lie between two. */
  readonly goal: Goal;
  /**
   * Judges one try, at once: by what is known exactly, never by luck. `assets` holds the bytes of the data sets; a
   * try whose problem needs none is judged without.
   */
  judge(config: ExperimentConfig, assets: Assets): Judgement;
  /** Tries of which it is known how they end. */
  readonly verified: readonly VerifiedTry[];
}

export type Goal = number | { readonly low: number; readonly high: number };

/**
 * What is measured in a try: updates until it arrived; its loss where it stopped; its loss as expected over the
 * noise; by which share of the stability limit its rate is below it; or, over repetitions and with three standard
 * errors on top, the mean of its last loss (of a model: on all training samples), or the share that did not arrive. The
 * sharpness is the mean over the last steps, and has to lie in between two numbers.
 */
export type Measure =
  'steps' | 'loss' | 'expected-loss' | 'below-limit' | 'mean-loss' | 'share' | 'sharpness';

export interface Judgement {
  readonly met: boolean;
  /** What the goal is set against; Infinity where it never came so far, null where the try broke the terms. */
  readonly measured: number | null;
}

export interface VerifiedTry {
  readonly config: ExperimentConfig;
  readonly met: boolean;
  /** What was measured, with the digits that are checked; a count to the last. */
  readonly printed: string;
}
