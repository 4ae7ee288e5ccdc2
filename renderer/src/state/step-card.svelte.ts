import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { StepExplanation } from '../../../core/training/explain-step.ts';
import type { StepQuery } from '../../../electron/ipc/queries.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { Lab } from '../api.ts';

/** The run whose update is explained. */
export interface ExplainedRun {
  readonly id: string;
  readonly config: ExperimentConfig;
}

/** What was told, and of which run as it was when it was asked about. */
interface Told {
  readonly run: ExplainedRun;
  readonly explanation: StepExplanation;
}

interface Asked {
  readonly run: ExplainedRun;
  readonly query: StepQuery;
}

/** A coordinate that is looked at, of so many. */
interface Coordinate {
  readonly index: number;
  /** Null: not known yet. */
  readonly dim: number | null;
  /** By the person; else it was the one that moved most when the card was opened. */
  readonly chosen: boolean;
}

/**
 * The step card: whether it is open, which coordinate and which sample it looks at, and what was told of the update after the
 * cursor. One question is under way at a time and the newest follows it, so that the card keeps up with a scrub.
 */
export class StepCard {
  readonly #lab: Lab;
  #open = $state(false);
  #at = $state.raw<Coordinate | null>(null);
  #sample = $state(0);
  #told = $state.raw<Told | null>(null);
  #error = $state.raw<{ readonly run: ExplainedRun; readonly error: AppError } | null>(null);
  #wanted: Asked | null = null;
  #busy = false;

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  get open(): boolean {
    return this.#open;
  }
  /** Coordinate, from 0; null: the one that the update under the cursor moves most. */
  get index(): number | null {
    return this.#at?.index ?? null;
  }
  /** Place of the sample in its batch, from 0. */
  get sample(): number {
    return this.#sample;
  }
  /** The newest explanation of this run; a moment behind the cursor while that moves. Null: none yet. */
  toldOf({ id }: ExplainedRun): Told | null {
    return this.#told?.run.id === id ? this.#told : null;
  }
  /** Why there is none. */
  errorOf({ id }: ExplainedRun): AppError | null {
    return this.#error?.run.id === id ? this.#error.error : null;
  }

  toggle(): void {
    this.#open = !this.#open;
    if (this.#open && this.#at?.chosen === false) this.#at = null;
  }

  close(): void {
    this.#open = false;
  }

  look(index: number): void {
    this.#at = { index, dim: this.#dim, chosen: true };
  }

  lookAtSample(place: number): void {
    this.#sample = place;
  }

  /** Nothing is on the stage that could be explained. */
  clear(): void {
    this.#wanted = null;
    this.#told = null;
    this.#error = null;
  }

  /** Asks for this update, or as soon as what is under way is done; resolves when nothing is left to ask. */
  async follow(run: ExplainedRun, query: StepQuery): Promise<void> {
    this.#wanted = { run, query };
    if (this.#busy) return;
    this.#busy = true;
    try {
      while (this.#wanted) await this.#ask(this.#wanted);
    } finally {
      this.#busy = false;
    }
  }

  get #dim(): number | null {
    const told = this.#told?.explanation;
    return told?.kind === 'update' ? told.update.dim : null;
  }

  /** What moved most is looked at from then on, until there are other coordinates than those it is one of. */
  #stay(found: boolean): void {
    const told = this.#told?.explanation;
    if (told?.kind !== 'update') return;
    const { dim, index } = told.update;
    if (found) this.#at ??= { index, dim, chosen: false };
    else if (this.#at && this.#at.dim !== dim) {
      this.#at = this.#at.dim === null ? { ...this.#at, dim } : null;
    }
  }

  async #ask(asked: Asked): Promise<void> {
    const { run, query } = asked;
    try {
      const explanation = await this.#lab.request('step:explain', query);
      if (this.#wanted === null) return;
      this.#told = { run, explanation };
      this.#error = null;
      this.#stay(query.index === null);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== 'superseded') this.#error = { run, error };
    } finally {
      if (this.#wanted === asked) this.#wanted = null;
    }
  }
}
