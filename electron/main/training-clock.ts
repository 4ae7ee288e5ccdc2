import type { NewTimeSample, TimeSample } from '../../core/analysis/training-time.ts';

/** A run is stored with about so many samples of its training time. */
const SAMPLES = 256;

/**
 * The training time of a run over all its lives, from what the threads of each measured. The newest sample is always
 * stored; of the older ones those that are far enough apart. What is computed again is not counted again.
 */
export class TrainingClock {
  readonly #spacing: number;
  /** The newest of the run, and the last of those that stay. */
  #newest: TimeSample;
  #kept: number;
  /** What this life's thread said last. */
  #told: TimeSample;
  /** Whether the sample it begins with is stored. */
  #begun: boolean;

  /**
   * `last`: the newest sample stored, null: there is none yet; `begin`: the step at which this life's thread begins,
   * not behind it.
   */
  constructor(stored: TimeSample | null, begin: number, totalSteps: number) {
    const last = stored ?? { step: begin, seconds: 0 };
    this.#begun = stored !== null;
    this.#spacing = Math.max(1, Math.floor(totalSteps / SAMPLES));
    this.#newest = last;
    this.#kept = last.step;
    this.#told = { step: begin, seconds: 0 };
  }

  /** Takes what the thread says at a step; the samples that are new. */
  take(told: TimeSample): readonly NewTimeSample[] {
    const before = this.#told;
    if (told.step <= before.step) return [];
    this.#told = told;
    const { step, seconds } = this.#newest;
    if (told.step <= step) return [];
    // Of a stretch that was known in part, the part behind it.
    const share = (told.step - Math.max(step, before.step)) / (told.step - before.step);
    const grown = Math.max(0, told.seconds - before.seconds) * share;
    const replaces = step > this.#kept && step - this.#kept < this.#spacing ? step : null;
    if (replaces === null) this.#kept = step;
    const first = this.#begun ? [] : [{ step, seconds, replaces: null }];
    this.#begun = true;
    this.#newest = { step: told.step, seconds: seconds + grown };
    return [...first, { ...this.#newest, replaces }];
  }
}
