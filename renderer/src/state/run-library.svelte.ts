import {
  isUnderWay,
  type RunId,
  type RunStatus,
  type RunSummary,
} from '../../../electron/ipc/run.ts';
import { MOST_CHANGED_RUNS, type RunChange } from '../../../electron/ipc/library.ts';
import type { Lab } from '../api.ts';
import { RunPages } from './run-pages.ts';

/** Rows asked for at a time; of a list that is read as a whole, after the first page: as many as main has at hand in a moment. */
const PAGE = 50;
const LARGE_PAGE = 250;
/** A list that is read page by page is shown again when so large a part of it has come since. */
const GROWTH = 0.25;

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
  /** Something happened to runs that could not be taken over: what `rows` says may not hold any more. */
  #stale = false;
  #loading = $state(false);
  /** A later reading of all runs anew ends the one before. */
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
      this.#stale = false;
      this.#rows = await pages.next(PAGE);
      this.#takeOver(pages);
    });
  }

  /**
   * Reads every run that is not read yet, and shows them as they come. What is there is not read again, because the
   * list follows what happens to its runs; but of those under way what is drawn of them grows untold. Where following
   * has failed, all are read anew.
   */
  async readAll(): Promise<void> {
    if (this.#loading) await this.#untilRead();
    if (this.#stale) return this.#readAnew();
    const going = this.#underWay();
    while (!this.#complete) await this.#readRest();
    if (going.length > 0) await this.#reread(going);
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

  #underWay(): readonly RunId[] {
    const going = this.#rows.filter(({ state }) => isUnderWay(state));
    return going.slice(0, MOST_CHANGED_RUNS).map(({ id }) => id);
  }

  /**
   * Until all are there, or another reading has begun. What looks at the list looks at all of it again whenever some
   * are added, so that of a long one more are added at a time.
   */
  async #readRest(): Promise<void> {
    await this.#read(async () => {
      const pages = this.#pages;
      const come: RunSummary[] = [];
      const show = (): void => {
        this.#rows = [...this.#rows, ...come.splice(0)];
        this.#takeOver(pages);
        this.#loaded = true;
      };
      while (!pages.complete) {
        try {
          come.push(...(await pages.next(this.#loaded ? LARGE_PAGE : PAGE)));
        } catch (error) {
          // What came before is not told again.
          if (come.length > 0 && pages === this.#pages) show();
          throw error;
        }
        if (pages !== this.#pages) return;
        if (pages.complete || come.length >= this.#rows.length * GROWTH) show();
      }
    });
  }

  /** Reads every run once more; those there are stay until all are there. */
  async #readAnew(): Promise<void> {
    const reading = ++this.#readings;
    await this.#read(async () => {
      const pages = this.#newPages();
      const rows: RunSummary[] = [];
      while (!pages.complete) {
        rows.push(...(await pages.next(LARGE_PAGE)));
        if (reading !== this.#readings) return;
      }
      this.#stale = false;
      this.#rows = rows;
      this.#takeOver(pages);
    });
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
      else await (this.#complete ? this.#readAnew() : this.refresh());
    } catch (error) {
      this.#stale = true;
      this.#failure = error;
    }
  }

  /**
   * A run that is over is read once more: what its row draws is not in its status. So is one that may have been read
   * just before, and is not shown yet.
   */
  #follow({ id, ...status }: RunStatus): void {
    const known = this.#change(id, status);
    if (known ? !isUnderWay(status.state) : this.#loading) void this.#reread([id]);
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
