import type { Events } from '../ipc/contract.ts';
import { faultOf } from '../ipc/faults.ts';
import type { RunStatus, StateReason } from '../ipc/run.ts';
import type { Store } from '../store/store.ts';
import type { LiveRun } from './live-run.ts';
import { PageFeed } from './page-feed.ts';
import type { Pending } from './storage-queue.ts';
import { StorageClock } from './storage-clock.ts';

/** A series with this many waiting points is written at once. */
const FLUSH_POINTS = 4096;

export interface RunDeliveryOptions {
  readonly store: Store;
  readonly emit: <E extends keyof Events>(event: E, payload: Events[E]) => void;
  readonly log: (level: 'info' | 'error', message: string) => void;
}

/** What of a batch is new. */
type Delivered = Required<Pick<Pending, 'chunks' | 'checkpoint' | 'times'>>;

/** Brings what workers compute to the library and to the page, in the order in which it came. */
export class RunDelivery {
  readonly #emit: RunDeliveryOptions['emit'];
  readonly #storage: StorageClock;
  readonly #feed: PageFeed;

  constructor({ store, emit, log }: RunDeliveryOptions) {
    this.#emit = emit;
    this.#storage = new StorageClock({
      store,
      failing: (error, first) => {
        const { message, code } = error as Error & { readonly code?: unknown };
        if (first) log('error', `the library cannot be written: ${message}`);
        emit('store:failing', { message, fault: faultOf(String(code)) });
      },
      recovered: () => {
        log('info', 'the library can be written again');
        emit('store:recovered', null);
      },
    });
    this.#feed = new PageFeed((chunks) => emit('run:chunks', chunks));
  }

  /** The worker goes on when its batch is both stored and shown: it can outrun neither disk nor page. */
  batch(run: LiveRun, { chunks, checkpoint, times }: Delivered): void {
    const { id, step } = run;
    const points = Math.max(0, ...chunks.map(({ values }) => values.length));
    run.waitingPoints += points;
    const acknowledge = whenBoth(() => run.client?.send({ kind: 'acknowledge', batches: 1 }));
    this.#feed.add(id, { step, chunks, times }, acknowledge);
    const committed = (): void => {
      run.waitingPoints -= points;
      acknowledge();
      this.#emit('run:saved', { id, step });
    };
    const atOnce = run.waitingPoints >= FLUSH_POINTS;
    this.#storage.push({ id, step, chunks, checkpoint, times, committed }, atOnce);
  }

  /** Told to the page once it is committed, so that what it reads is never older than what it was told. */
  state({ id, step, state }: LiveRun, reason: StateReason | null): void {
    const status = { id, state, reason, step, result: null, error: null };
    this.#pushState(status, () => this.#emit('run:status', status));
  }

  /** Of a run that has ended: durable behind its last numbers, then told behind them. */
  end(status: RunStatus, told: () => void): void {
    this.#pushState(status, () => {
      this.#feed.flush();
      this.#emit('run:status', status);
      told();
    });
  }

  /** Nothing is written by the clock any more; what waits, and comes, is written by `flushAll`. */
  stop(): void {
    this.#storage.stop();
  }

  flushAll(): void {
    this.#feed.flush();
    this.#storage.flushAll();
  }

  #pushState({ id, step, ...state }: RunStatus, committed: () => void): void {
    this.#storage.push({ id, step, chunks: [], checkpoint: null, state, committed }, true);
  }
}

/** A function whose second call does the work. */
function whenBoth(work: () => void): () => void {
  let calls = 0;
  return () => {
    if (++calls === 2) work();
  };
}
