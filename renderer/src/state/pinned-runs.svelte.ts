import type { RunSummary } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';

/** Runs in use that somebody has pinned, however long ago they were made: those of the newest experiments. */
export class PinnedRuns {
  readonly #lab: Lab;
  readonly #most: number;
  readonly #stops: readonly (() => void)[];
  #runs = $state.raw<readonly RunSummary[]>([]);
  /** What a later reading finds counts. */
  #readings = 0;

  /** `most`: so many at most. `failed` hears why the library could not be read anew after it had changed. */
  constructor(lab: Lab, most: number, failed: (error: unknown) => void) {
    this.#lab = lab;
    this.#most = most;
    const again = (): void => void this.read().catch(failed);
    this.#stops = [
      lab.on('library:changed', again),
      lab.on('run:status', ({ id }) => this.#runs.some((run) => run.id === id) && again()),
    ];
  }

  get runs(): readonly RunSummary[] {
    return this.#runs;
  }

  async read(): Promise<void> {
    const reading = ++this.#readings;
    const query = { limit: this.#most, trashed: false, pinned: true } as const;
    const runs = await this.#lab.request('run:list', query);
    if (reading === this.#readings) this.#runs = runs;
  }

  dispose(): void {
    this.#readings++;
    for (const stop of this.#stops) stop();
  }
}
