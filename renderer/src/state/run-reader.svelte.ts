import type { RunDetail, RunId, RunSummary } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';

/** One stored run and all that is said of it; follows whoever changes it. */
export class RunReader {
  readonly #lab: Lab;
  readonly #id: RunId;
  readonly #stops: readonly (() => void)[];
  #detail = $state.raw<RunDetail | null>(null);
  #origins = $state.raw<readonly RunSummary[]>([]);
  #failure = $state.raw<unknown>(null);

  constructor(lab: Lab, id: RunId) {
    this.#lab = lab;
    this.#id = id;
    this.#stops = [
      lab.on('library:changed', ({ ids }) => {
        if (ids.includes(id)) void this.read();
      }),
      lab.on('run:event', ({ id: whose, event }) => {
        const detail = this.#detail;
        if (whose === id && detail) this.#detail = { ...detail, events: [...detail.events, event] };
      }),
      lab.on('run:status', ({ id: whose, ...status }) => {
        const detail = this.#detail;
        if (whose === id && detail) this.#detail = { ...detail, run: { ...detail.run, ...status } };
      }),
    ];
  }

  /** Null until it is read. */
  get detail(): RunDetail | null {
    return this.#detail;
  }
  /** The runs it comes from, wherever they are: also in the trash. */
  get origins(): readonly RunSummary[] {
    return this.#origins;
  }
  /** Why it could not be read; null if it could. */
  get failure(): unknown {
    return this.#failure;
  }

  async read(): Promise<void> {
    try {
      const detail = await this.#lab.request('run:read', this.#id);
      this.#detail = detail;
      this.#failure = null;
      const { forkedFrom, resumedFrom, rerunOf } = detail.run;
      const ids = [forkedFrom, resumedFrom, rerunOf].filter((id) => id !== null);
      if (ids.length > 0) this.#origins = await this.#lab.request('run:summaries', ids);
    } catch (error) {
      this.#failure = error;
    }
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
  }
}
