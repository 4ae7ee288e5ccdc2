import type { RunId } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';

/** Main takes no longer texts. */
const MOST_SEARCHED = 200;

/** Runs in whose notes, tags and names main finds what is typed. */
export class FoundRuns {
  readonly #lab: Lab;
  #ids = $state.raw<ReadonlySet<RunId>>(new Set());
  #newest = '';

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** Of what was typed last, or of a text before it while main is still searching. */
  has(id: RunId): boolean {
    return this.#ids.has(id);
  }

  async search(typed: string): Promise<void> {
    const text = typed.trim().slice(0, MOST_SEARCHED);
    this.#newest = text;
    const ids = text === '' ? [] : await this.#lab.request('run:search', text);
    if (this.#newest === text) this.#ids = new Set(ids);
  }
}
