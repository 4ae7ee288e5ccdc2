import type { Choice } from '../params.ts';

/** How long the run is, and the numbers that names which code leaves open stand for. */
export interface LensSettings {
  /** η₀. */
  readonly lr: number;
  /** k. */
  readonly decay: number;
  readonly epochs: number;
  readonly stepsPerEpoch: number;
}

/** A rate that follows the clock. Index t = 0, 1, … counts in `unit`; `rates[t]` is used by epoch (or step) t. */
export interface ClockReading {
  readonly kind: 'clock';
  readonly rates: readonly number[];
  readonly unit: 'epoch' | 'step';
  /** η₀ and k: those of the code where it has them, else those of the settings. */
  readonly lr: number;
  readonly decay: number;
  /** The code has them itself: the settings do not count. */
  readonly own: { readonly lr: boolean; readonly decay: boolean };
  /** The known rule with these rates; null: none that the lens knows. */
  readonly rule: KnownRule | null;
  /** The rate stands inside a velocity that remembers old steps. */
  readonly insideVelocity: boolean;
}

/** η_t is the schedule's rate at max(0, t + shift): counted from 1 where shift is 1, set behind the training where it is −1. */
export interface KnownRule {
  readonly choice: Choice;
  /** The η₀ the schedule has. */
  readonly lr: number;
  readonly shift: number;
}

/** A rate that follows a metric: code alone decides no sequence. */
export interface FeedbackReading {
  readonly kind: 'feedback';
  /** What it looks at, by its name in the code. */
  readonly metric: string;
}

export type Reading = ClockReading | FeedbackReading;

/** The rates of code before they are given a name. */
export interface RawRates {
  readonly rates: readonly number[];
  readonly unit: 'epoch' | 'step';
  readonly lr: number | null;
  readonly decay: number | null;
  /** The rule, where a call says which it is. */
  readonly rule?: KnownRule | null;
}
