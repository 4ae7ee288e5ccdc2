import type { Store } from '../store/store.ts';
import { StorageQueue, type Pending } from './storage-queue.ts';

const FLUSH_INTERVAL_MS = 250;
/** After a failed write: try again, without a storm. */
const RETRY_MS = 1_000;

export interface StorageClockOptions {
  readonly store: Pick<Store, 'flush'>;
  /** The library cannot be written just now; told at every try until it can: a page may have come since the first. */
  readonly failing: (error: unknown, first: boolean) => void;
  /** It can be written again. */
  readonly recovered: () => void;
}

/** Writes what all runs want written, one transaction at a time: every quarter of a second, or at once. */
export class StorageClock {
  readonly #queue: StorageQueue;
  readonly #failing: StorageClockOptions['failing'];
  readonly #recovered: StorageClockOptions['recovered'];
  #timer: NodeJS.Timeout | null = null;
  #soon: NodeJS.Immediate | null = null;
  #storeFailing = false;
  #stopped = false;

  constructor({ store, failing, recovered }: StorageClockOptions) {
    this.#queue = new StorageQueue(store);
    this.#failing = failing;
    this.#recovered = recovered;
  }

  push(pending: Pending, soon: boolean): void {
    this.#queue.push(pending);
    this.#schedule(soon);
  }

  /** From here on nothing is written but by `flushAll`. */
  stop(): void {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#soon) clearImmediate(this.#soon);
  }

  flushAll(): void {
    while (this.#queue.flushSome());
  }

  #schedule(soon: boolean): void {
    if (this.#storeFailing || this.#stopped) return;
    if (soon) this.#soon ??= setImmediate(() => this.#flush());
    else this.#timer ??= setTimeout(() => this.#flush(), FLUSH_INTERVAL_MS);
  }

  #flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#soon = null;
    try {
      const more = this.#queue.flushSome();
      if (this.#storeFailing) this.#recovered();
      this.#storeFailing = false;
      if (more) this.#schedule(true);
    } catch (error) {
      this.#onStoreError(error);
    }
  }

  /** Nothing is acknowledged, so workers stop by themselves after a few batches. */
  #onStoreError(error: unknown): void {
    this.#failing(error, !this.#storeFailing);
    this.#storeFailing = true;
    this.#timer = setTimeout(() => this.#flush(), RETRY_MS);
  }
}
