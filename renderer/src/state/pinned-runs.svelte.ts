import type { RunSummary } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { RunPages } from './run-pages.ts';

/** So many are asked for at a time: archived ones among them are left out. */
const PAGE = 20;

/**
 * Runs in use that somebody has pinned, however long ago they were made: those of the newest experiments. What is
 * archived is out of sight, pinned or not.
 */
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
    const pages = new RunPages(this.#lab, { trashed: false, pinned: true });
    let runs: readonly RunSummary[] = [];
    while (!pages.complete && runs.length < this.#most) {
      const page = await pages.next(PAGE);
      runs = [...runs, ...page.filter(({ archived }) => !archived)];
    }
    if (reading === this.#readings) this.#runs = runs.slice(0, this.#most);
  }

  dispose(): void {
    this.#readings++;
    for (const stop of this.#stops) stop();
  }
}
