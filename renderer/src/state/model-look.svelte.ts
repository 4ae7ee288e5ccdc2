import type { ModelAtStep } from '../../../core/model-views/model-view.ts';
import type { ModelQuery } from '../../../electron/ipc/queries.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import type { Lab } from '../api.ts';

/** After so many milliseconds an answer is not waited for any more where something else is wanted. */
const PATIENCE_MS = 400;

/** A picture that is wanted. */
export interface WantedLook {
  /** Which of the pictures side by side: the slot of its run. Its newest answer stays until the next one. */
  readonly place: number;
  readonly query: ModelQuery;
}

/** What is in a place: the newest answer, or why there is none. */
interface Look {
  readonly answered: ModelQuery | null;
  readonly seen: ModelAtStep | null;
  readonly error: AppError | null;
}

/**
 * The models of runs as they are looked at: under the cursor, or while a run goes on where it is. One question
 * is under way at a time; the next one is the newest of the place whose turn it is, so that all pictures move
 * during a scrub. One that takes long gives way.
 */
export class ModelLook {
  readonly #lab: Lab;
  readonly #now: () => number;
  /** By place. */
  #looks = $state.raw<ReadonlyMap<number, Look>>(new Map());
  /** In the order of their turns. */
  #wanted: readonly WantedLook[] = [];
  #asked: { readonly wanted: WantedLook; readonly since: number } | null = null;
  /** All runs are looked at side by side, not one. */
  together = $state(false);

  constructor(lab: Lab, now: () => number = () => performance.now()) {
    this.#lab = lab;
    this.#now = now;
  }

  /** The newest answer; a moment behind the cursor while that moves. Null: none yet. */
  seen(place: number): ModelAtStep | null {
    return this.#looks.get(place)?.seen ?? null;
  }
  /** Why there is none. */
  error(place: number): AppError | null {
    return this.#looks.get(place)?.error ?? null;
  }

  /** Nothing is on the stage that has a model. */
  clear(): void {
    this.#wanted = [];
    this.#asked = null;
    this.#looks = new Map();
  }

  /** Asks for these, or as soon as what is under way is done; resolves when nothing is left to ask. */
  async follow(looks: readonly WantedLook[]): Promise<void> {
    // Those that were waiting keep their turns.
    const waiting = this.#wanted.map(({ place }) => place);
    const turn = ({ place }: WantedLook): number => {
      const at = waiting.indexOf(place);
      return at < 0 ? waiting.length : at;
    };
    this.#wanted = looks
      .filter(({ place, query }) => !isSame(this.#looks.get(place)?.answered ?? null, query))
      .toSorted((a, b) => turn(a) - turn(b));
    if (this.#asked && this.#now() - this.#asked.since < PATIENCE_MS) return;
    if (this.#asked) this.#putLast(this.#asked.wanted.place);
    for (let next = this.#wanted[0]; next; next = this.#wanted[0]) {
      if (!(await this.#ask(next))) return;
    }
  }

  /** False where something else has been asked for meanwhile. */
  async #ask(wanted: WantedLook): Promise<boolean> {
    const asked = { wanted, since: this.#now() };
    this.#asked = asked;
    const newest = (): boolean => this.#asked === asked;
    const { place, query } = wanted;
    try {
      const seen = await this.#lab.request('model:view', query);
      if (!newest()) return false;
      this.#put(place, { answered: query, seen, error: null });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!newest()) return false;
      const { seen = null } = this.#looks.get(place) ?? {};
      if (error.code !== 'superseded') this.#put(place, { answered: null, seen, error });
    } finally {
      if (newest()) {
        this.#asked = null;
        this.#wanted = this.#wanted.filter((one) => one !== wanted);
        this.#putLast(place);
      }
    }
    return true;
  }

  #put(place: number, look: Look): void {
    this.#looks = new Map([...this.#looks, [place, look]]);
  }

  #putLast(place: number): void {
    const mine = this.#wanted.filter((one) => one.place === place);
    this.#wanted = [...this.#wanted.filter((one) => one.place !== place), ...mine];
  }
}

/** The same question would get the same answer; where a run goes on, it is a new one every time. */
function isSame(answered: ModelQuery | null, query: ModelQuery): boolean {
  if (answered?.step !== query.step || query.step === null) return false;
  if (answered.of.kind === 'run') return query.of.kind === 'run' && answered.of.id === query.of.id;
  return query.of.kind === 'ahead' && answered.of.config === query.of.config;
}
