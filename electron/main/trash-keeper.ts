import type { RunId } from '../ipc/run.ts';
import type { Store } from '../store/store.ts';

/** Runs that leave the trash in one turn; it takes main a few milliseconds. */
const DOOMED_AT_ONCE = 10;
/** Between two slices of deleting, so that everything else comes first. */
const REST_MS = 10;
/** An app that is never closed still counts its days. */
const HOUR_MS = 3_600_000;

export interface TrashKeeperOptions {
  readonly store: Pick<Store, 'countDay' | 'listTrash' | 'doom' | 'deleteSome'>;
  /** Asks a person whether so many runs shall be deleted for good. */
  readonly confirm: (count: number) => Promise<boolean>;
  /** Asks the same once more where no backup can be made first, for this reason. */
  readonly confirmUnsaved: (reason: unknown) => Promise<boolean>;
  /** Makes a backup; null if that was cancelled, throws where none can be made. */
  readonly backUp: () => Promise<unknown>;
  /** These runs are not there any more. */
  readonly gone: (ids: readonly RunId[]) => void;
  readonly log: (message: string) => void;
}

/** Deletes for good what has been in the trash long enough, or what a person wants gone, little by little. */
export class TrashKeeper {
  readonly #options: TrashKeeperOptions;
  #hour: NodeJS.Timeout | null = null;
  #sweep: NodeJS.Timeout | null = null;
  #emptying: Promise<number> | null = null;
  #over = false;

  constructor(options: TrashKeeperOptions) {
    this.#options = options;
  }

  /** From now on, every hour: counts the day and deletes what is overdue; goes on where it was interrupted. */
  start(): void {
    this.#hour ??= setInterval(() => this.#tend(), HOUR_MS);
    this.#tend();
  }

  /** Deletes what is in the trash now, after a backup, if the person agrees; how many runs. One question at a time. */
  empty(): Promise<number> {
    this.#emptying ??= this.#ask().finally(() => (this.#emptying = null));
    return this.#emptying;
  }

  /** Something may be left to delete. */
  sweep(): void {
    this.#scheduleSweep();
  }

  shutdown(): void {
    this.#over = true;
    if (this.#hour) clearInterval(this.#hour);
    if (this.#sweep) clearTimeout(this.#sweep);
  }

  async #ask(): Promise<number> {
    const ids = this.#options.store.listTrash();
    if (ids.length === 0 || !(await this.#options.confirm(ids.length))) return 0;
    // Those alone: what is put away while the backup is made was not asked about, and is not in it.
    return (await this.#isSaved()) ? this.#doom(ids) : 0;
  }

  /** Whether what is deleted is in a backup, or the person does without. */
  async #isSaved(): Promise<boolean> {
    try {
      return (await this.#options.backUp()) !== null;
    } catch (error) {
      return this.#options.confirmUnsaved(error);
    }
  }

  #tend(): void {
    this.#deleteOverdue().catch((error: unknown) => {
      this.#options.log(`deleting what is overdue: ${String(error)}`);
    });
  }

  async #deleteOverdue(): Promise<void> {
    this.#options.store.countDay();
    await this.#doom('overdue');
  }

  async #doom(which: 'overdue' | readonly RunId[]): Promise<number> {
    const { store, gone } = this.#options;
    let count = 0;
    for (let next = DOOMED_AT_ONCE; !this.#over; next += DOOMED_AT_ONCE) {
      const some = which === 'overdue' ? which : which.slice(next - DOOMED_AT_ONCE, next);
      const ids = store.doom(some, DOOMED_AT_ONCE);
      if (ids.length > 0) gone(ids);
      count += ids.length;
      if (which === 'overdue' ? ids.length < DOOMED_AT_ONCE : next >= which.length) break;
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#scheduleSweep();
    return count;
  }

  #scheduleSweep(): void {
    if (this.#over) return;
    this.#sweep ??= setTimeout(() => {
      this.#sweep = null;
      try {
        if (this.#options.store.deleteSome()) this.#scheduleSweep();
      } catch (error) {
        // What is left is deleted an hour later, or after the next start.
        this.#options.log(`deleting for good: ${String(error)}`);
      }
    }, REST_MS);
  }
}
