import type { ModelAtStep } from '../../../core/model-views/model-view.ts';
import type { ModelQuery } from '../../../electron/ipc/contract.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { Lab } from '../api.ts';

/** After so many milliseconds an answer is not waited for any more where something else is wanted. */
const PATIENCE_MS = 400;

/**
 * The model of a run as it is looked at: under the cursor, or while the run goes on where it is. One question
 * is under way at a time and the newest follows it, so that the picture moves during a scrub; one that takes
 * long gives way.
 */
export class ModelLook {
  readonly #lab: Lab;
  readonly #now: () => number;
  #seen = $state.raw<ModelAtStep | null>(null);
  #error = $state.raw<AppError | null>(null);
  #wanted: ModelQuery | null = null;
  #asked: { readonly query: ModelQuery; readonly since: number } | null = null;

  constructor(lab: Lab, now: () => number = () => performance.now()) {
    this.#lab = lab;
    this.#now = now;
  }

  /** The newest answer; a moment behind the cursor while that moves. Null: none yet. */
  get seen(): ModelAtStep | null {
    return this.#seen;
  }
  /** Why there is none. */
  get error(): AppError | null {
    return this.#error;
  }

  /** Nothing is on the stage that has a model. */
  clear(): void {
    this.#wanted = null;
    this.#asked = null;
    this.#seen = null;
    this.#error = null;
  }

  /** Asks for this, or as soon as what is under way is done; resolves when nothing is left to ask. */
  async follow(query: ModelQuery): Promise<void> {
    this.#wanted = query;
    if (this.#asked && this.#now() - this.#asked.since < PATIENCE_MS) return;
    while (this.#wanted) if (!(await this.#ask(this.#wanted))) return;
  }

  /** False where something else has been asked for meanwhile. */
  async #ask(query: ModelQuery): Promise<boolean> {
    const asked = { query, since: this.#now() };
    this.#asked = asked;
    const newest = (): boolean => this.#asked === asked;
    try {
      const seen = await this.#lab.request('model:view', query);
      if (!newest()) return false;
      this.#seen = seen;
      this.#error = null;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!newest()) return false;
      if (error.code !== 'superseded') this.#error = error;
    } finally {
      if (newest()) {
        this.#asked = null;
        if (this.#wanted === query) this.#wanted = null;
      }
    }
    return true;
  }
}
