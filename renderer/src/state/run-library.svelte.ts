import {
  isUnderWay,
  type RunId,
  type RunStatus,
  type RunSummary,
} from '../../../electron/ipc/run.ts';
import type { RunChange } from '../../../electron/ipc/library.ts';
import type { Lab } from '../api.ts';
import { RunPages } from './run-pages.ts';

/** Rows asked for at a time; of a list that is read as a whole, after the first page. */
const PAGE = 50;
const LARGE_PAGE = 500;

/** Consecutive rows of one experiment, its runs in the order in which it holds them. */
export interface RunGroup {
  readonly experimentId: string;
  readonly name: string;
  readonly runs: readonly RunSummary[];
}

/** Stored runs, newest first, page by page; either those in use or those in the trash. */
export class RunLibrary {
  readonly #lab: Lab;
  readonly #stops: (() => void)[];
  readonly #trashed: boolean;
  /** The reading that `rows` comes of. */
  #pages: RunPages;
  #rows = $state.raw<readonly RunSummary[]>([]);
  #complete = $state(false);
  #loading = $state(false);
  /** A later reading of all runs ends the one before. */
  #readings = 0;
  #loaded = $state(false);
  /** All that is being read; it does not reject. */
  #reading: Promise<void> = Promise.resolve();
  #failure = $state.raw<unknown>(null);
  readonly #groups = $derived(groupByExperiment(this.#rows));

  constructor(lab: Lab, options: { readonly trashed: boolean }) {
    this.#lab = lab;
    this.#trashed = options.trashed;
    this.#pages = this.#newPages();
    this.#stops = [
      lab.on('run:status', (status) => this.#follow(status)),
      lab.on('run:saved', ({ id, step }) => this.#change(id, { step })),
      lab.on('library:changed', ({ ids }) => void this.#reread(ids)),
    ];
  }

  get rows(): readonly RunSummary[] {
    return this.#rows;
  }
  get groups(): readonly RunGroup[] {
    return this.#groups;
  }
  /** Every run is in `rows`. */
  get complete(): boolean {
    return this.#complete;
  }
  get loading(): boolean {
    return this.#loading;
  }
  /** The first page has been read at least once. */
  get loaded(): boolean {
    return this.#loaded;
  }
  /** Why the last reading failed; null if it did not. */
  get failure(): unknown {
    return this.#failure;
  }

  /** Reads the newest page again. */
  async refresh(): Promise<void> {
    await this.#read(async () => {
      const pages = this.#newPages();
      this.#rows = await pages.next(PAGE);
      this.#takeOver(pages);
    });
  }

  /** Reads every run: those there are stay until all are there anew, and the first time they come page by page. */
  async readAll(): Promise<void> {
    const reading = ++this.#readings;
    await this.#read(async () => {
      const pages = this.#newPages();
      let rows: readonly RunSummary[] = [];
      for (let size = PAGE; !pages.complete; size = LARGE_PAGE) {
        const page = await pages.next(size);
        if (reading !== this.#readings) return;
        rows = [...rows, ...page];
        if (!pages.complete && rows.length <= this.#rows.length) continue;
        this.#rows = rows;
        this.#takeOver(pages);
        this.#loaded = true;
      }
    });
  }

  /** Reads the next page; where something is being read already, waits for that. */
  async more(): Promise<void> {
    if (this.#loading) return this.#reading;
    if (!this.#loaded || this.#complete) return;
    await this.#read(async () => {
      const pages = this.#pages;
      const rows = await pages.next(PAGE);
      this.#rows = [...this.#rows, ...rows];
      this.#takeOver(pages);
    });
  }

  /** Reads on until the first so many experiments are there with all their runs; where they are, nothing is asked. */
  async readExperiments(count: number): Promise<void> {
    if (!this.#loaded) await (this.#loading ? this.#reading : this.refresh());
    while (this.#loaded && !this.#complete && this.#groups.length <= count) await this.more();
  }

  /** All runs of an experiment, also those that no page holds that has been read. */
  async experiment(run: RunSummary): Promise<readonly RunSummary[]> {
    await this.#untilRead();
    if (!this.#complete && !this.#groupOf(run)) {
      await this.readAll();
      // A later reading of all ends this one.
      await this.#untilRead();
    }
    while (!this.#complete && this.#rows.at(-1)?.experimentId === run.experimentId) {
      await this.more();
    }
    return this.#groupOf(run)?.runs ?? [run];
  }

  /** Gives a run another name, which is shown before it is kept. */
  async rename(id: RunId, name: string): Promise<void> {
    const before = this.#rows.find((row) => row.id === id)?.name;
    const next = name.trim();
    if (before === undefined || next === '' || next === before) return;
    this.#change(id, { name: next });
    try {
      await this.#lab.request('run:change', { ids: [id], change: { name: next } });
    } catch (error) {
      this.#change(id, { name: before });
      throw error;
    }
  }

  /** Changes runs in one step of undo. */
  async change(ids: readonly RunId[], change: RunChange): Promise<void> {
    await this.#lab.request('run:change', { ids, change });
    if (change.trashed !== undefined && change.trashed !== this.#trashed) this.#remove(ids);
  }

  dispose(): void {
    for (const stop of this.#stops) stop();
  }

  #newPages(): RunPages {
    return new RunPages(this.#lab, { trashed: this.#trashed });
  }

  #takeOver(pages: RunPages): void {
    this.#pages = pages;
    this.#complete = pages.complete;
  }

  async #read(work: () => Promise<void>): Promise<void> {
    this.#loading = true;
    this.#failure = null;
    try {
      const reading = work();
      this.#reading = Promise.allSettled([this.#reading, reading]).then(() => undefined);
      await reading;
      this.#loaded = true;
    } catch (error) {
      this.#failure = error;
      throw error;
    } finally {
      this.#loading = false;
    }
  }

  #groupOf(run: RunSummary): RunGroup | undefined {
    return this.#groups.find(({ runs }) => runs.some(({ id }) => id === run.id));
  }

  async #untilRead(): Promise<void> {
    let awaited: Promise<void> | null = null;
    while (awaited !== this.#reading) await (awaited = this.#reading);
  }

  #remove(ids: readonly RunId[]): void {
    this.#rows = this.#rows.filter(({ id }) => !ids.includes(id));
  }

  /**
   * Takes over what is now known of runs that somebody changed. New ones come first; where one came back among
   * older ones, or may belong to an experiment that is not read yet, the list is read again. While it is being read
   * this waits: what is read then was there before.
   */
  async #reread(ids: readonly RunId[]): Promise<void> {
    await this.#untilRead();
    if (!this.#loaded) return;
    try {
      const now = await this.#lab.request('run:summaries', ids);
      const here = now.filter(({ trashedAt }) => (trashedAt !== null) === this.#trashed);
      const known = new Set(this.#rows.map(({ id }) => id));
      const gone = ids.filter((id) => known.has(id) && !here.some((run) => run.id === id));
      if (gone.length > 0) this.#remove(gone);
      const byId = new Map(here.map((run) => [run.id, run]));
      this.#rows = this.#rows.map((row) => byId.get(row.id) ?? row);
      const others = here.filter(({ id }) => !known.has(id));
      if (others.length === 0) return;
      const experiments = new Set(this.#rows.map(({ experimentId }) => experimentId));
      const fresh = others.every(
        ({ state, experimentId }) =>
          (state === 'queued' || state === 'running') && !experiments.has(experimentId),
      );
      if (fresh && this.#complete && !this.#trashed) this.#rows = [...others, ...this.#rows];
      else await (this.#complete ? this.readAll() : this.refresh());
    } catch (error) {
      this.#failure = error;
    }
  }

  /** A run that is over is read once more: what its row draws is not in its status, and may be read just now. */
  #follow({ id, ...status }: RunStatus): void {
    const known = this.#change(id, status);
    if ((known || this.#loading) && !isUnderWay(status.state)) void this.#reread([id]);
  }

  /** False: it is not among them. */
  #change(id: RunId, change: Partial<RunSummary>): boolean {
    if (!this.#rows.some((row) => row.id === id)) return false;
    this.#rows = this.#rows.map((row) => (row.id === id ? { ...row, ...change } : row));
    return true;
  }
}

/** Rows come newest first; an experiment's runs are neighbours, its first run last. */
function groupByExperiment(rows: readonly RunSummary[]): readonly RunGroup[] {
  const groups: { experimentId: string; name: string; runs: RunSummary[] }[] = [];
  for (const row of rows) {
    const open = groups.at(-1);
    if (open?.experimentId === row.experimentId) open.runs.unshift(row);
    else groups.push({ experimentId: row.experimentId, name: row.experimentName, runs: [row] });
  }
  return groups;
}
