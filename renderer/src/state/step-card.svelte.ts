import type { StepExplanation } from '../../../core/training/explain-step.ts';
import type { StepQuery } from '../../../electron/ipc/contract.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { Lab } from '../api.ts';

/**
 * The step card: whether it is open, which coordinate it looks at, and what was told of the update after the
 * cursor. One question is under way at a time and the newest follows it, so that the card keeps up with a scrub.
 */
export class StepCard {
  readonly #lab: Lab;
  #open = $state(false);
  #index = $state(0);
  #told = $state.raw<StepExplanation | null>(null);
  #error = $state.raw<AppError | null>(null);
  #wanted: StepQuery | null = null;
  #busy = false;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  get open(): boolean {
    return this.#open;
  }
  /** Coordinate, from 0. */
  get index(): number {
    return this.#index;
  }
  /** The newest explanation; a moment behind the cursor while that moves. Null: none yet. */
  get told(): StepExplanation | null {
    return this.#told;
  }
  /** Why there is none. */
  get error(): AppError | null {
    return this.#error;
  }

  toggle(): void {
    this.#open = !this.#open;
  }

  close(): void {
    this.#open = false;
  }

  look(index: number): void {
    this.#index = index;
  }

  /** Nothing is on the stage that could be explained. */
  clear(): void {
    this.#wanted = null;
    this.#told = null;
    this.#error = null;
  }

  /** Asks for this update, or as soon as what is under way is done; resolves when nothing is left to ask. */
  async follow(query: StepQuery): Promise<void> {
    this.#wanted = query;
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#wanted) await this.#ask(this.#wanted);
    } finally {
      this.#busy = false;
    }
  }

  async #ask(query: StepQuery): Promise<void> {
    try {
      const told = await this.#lab.request('step:explain', query);
      if (this.#wanted === null) return;
      this.#told = told;
      this.#error = null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'superseded') this.#error = error;
    } finally {
      if (this.#wanted === query) this.#wanted = null;
    }
  }
}
