import type { OnStage } from '../../../electron/ipc/lesson-progress.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { KeptSession } from './lab-session.svelte.ts';

/** The stage of a lesson as it was when somebody left it. */
export interface LeftLesson {
  readonly onStage: OnStage;
  readonly session: KeptSession;
  /** The runs that the prediction was written for. */
  readonly ran: readonly RunId[];
}

/**
 * The stages of the lessons that were left, by their numbers, as long as the page is there: runs go on, or stay paused,
 * while one is elsewhere, and are on the stage again when one comes back. After a restart the progress of a lesson says what
 * stood there.
 */
export class LeftLessons {
  readonly #left = new Map<number, LeftLesson>();

  keep(number: number, left: LeftLesson): void {
    this.#left.set(number, left);
  }

  /** Null: it was not left, or was come back to. */
  take(number: number): LeftLesson | null {
    const left = this.#left.get(number) ?? null;
    this.#left.delete(number);
    return left;
  }
}
