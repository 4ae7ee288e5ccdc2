import type { LessonStage } from '../../../electron/ipc/lesson-progress.ts';

/** A cursor that is dragged, or a run that is played back, is kept where it comes to rest; in milliseconds. */
const REST_MS = 500;

/** Has the stage of a lesson kept once it has come to rest. */
export class KeptStage {
  readonly #keep: (stage: LessonStage) => void;
  #waiting: { readonly stage: LessonStage; readonly timer: ReturnType<typeof setTimeout> } | null =
    null;

  constructor(keep: (stage: LessonStage) => void) {
    this.#keep = keep;
  }

  /** What was put before and is not kept yet is not kept any more. */
  put(stage: LessonStage): void {
    if (this.#waiting) clearTimeout(this.#waiting.timer);
    this.#waiting = { stage, timer: setTimeout(() => this.flush(), REST_MS) };
  }

  /** Has it kept at once. */
  flush(): void {
    if (!this.#waiting) return;
    const { stage, timer } = this.#waiting;
    clearTimeout(timer);
    this.#waiting = null;
    this.#keep(stage);
  }
}
