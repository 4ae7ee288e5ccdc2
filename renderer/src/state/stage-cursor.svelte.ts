import { Playback } from './playback.svelte.ts';

/** Of what the cursor moves over; asked anew each time. */
export interface StageSteps {
  /** Where the cursor is while it is neither pointed nor put anywhere; null: it has no place. */
  readonly newest: () => number | null;
  /** The last step the cursor can be put on. */
  readonly end: () => number;
  /** It is never spoken of a step beyond this one, wherever the cursor was left. */
  readonly last: () => number;
}

/**
 * The step that tables and pictures of a stage speak of: where the pointer is, where the person has put it, or the
 * newest.
 */
export class StageCursor {
  readonly #steps: StageSteps;
  readonly #playback = new Playback();
  /** Step the pointer is over, and the step the person has gone to; null: none. */
  #pointed = $state<number | null>(null);
  #pinned = $state<number | null>(null);

  constructor(steps: StageSteps) {
    this.#steps = steps;
  }

  /** Null: none yet. */
  get step(): number | null {
    const step = this.#pointed ?? this.#pinned ?? this.#steps.newest();
    return step === null ? null : Math.min(step, this.#steps.last());
  }
  /** It is where the runs are, neither pointed nor put elsewhere. */
  get following(): boolean {
    return this.#pointed === null && this.#pinned === null;
  }
  /** Where it stays instead of following the newest step; null: it follows. */
  get pinned(): number | null {
    return this.#pinned;
  }
  get playing(): boolean {
    return this.#playback.playing;
  }

  /** The pointer is over a step; null: it has left. */
  point(step: number | null): void {
    this.#pointed = step;
  }

  /** Puts the cursor on a step, or lets it follow the newest one again (null). */
  pin(step: number | null): void {
    this.#pinned = step;
  }

  /** Puts the cursor on a step and holds it there. */
  goTo(step: number): void {
    this.follow();
    this.pin(Math.min(this.#steps.end(), Math.max(0, step)));
  }

  /** Lets the cursor follow what is newest. */
  follow(): void {
    this.#playback.stop();
    this.#pointed = null;
    this.#pinned = null;
  }

  /** Plays what is known from where it is (from its end: from the start), at `pace` steps a second, or holds there. */
  playOrHold(pace: () => number): void {
    if (this.playing) {
      this.#playback.stop();
      return;
    }
    const end = this.#steps.end();
    const here = this.step ?? 0;
    const from = here >= end ? 0 : here;
    this.#playback.play(from, end, pace, (step) => this.pin(step));
  }
}
