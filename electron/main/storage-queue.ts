import type { NewTimeSample } from '../../core/analysis/training-time.ts';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { Checkpoint } from '../../core/training/trainer.ts';
import type { RunId } from '../ipc/run.ts';
import type { RunFlush, Store } from '../store/store.ts';

/** Chunks per transaction: as many as keep main's turn at the disk within a few milliseconds. */
const MOST_CHUNKS = 24;
const FEWEST_CHUNKS = 4;
const LONG_MS = 8;
const SHORT_MS = 4;

/** Something of a run that waits to become durable. */
export interface Pending {
  readonly id: RunId;
  readonly step: number;
  readonly chunks: readonly MetricChunk[];
  readonly checkpoint: Checkpoint | null;
  /** What is known of its training time with the last of these chunks. */
  readonly times?: readonly NewTimeSample[];
  readonly state?: NonNullable<RunFlush['state']>;
  /** Called once, after the COMMIT that holds the last of it. */
  readonly committed: () => void;
}

/**
 * What all runs want written, in the order it came. Each call of `flushSome` writes one transaction;
 * if the store throws, everything of that transaction stays in the queue and nothing is acknowledged.
 */
export class StorageQueue {
  readonly #store: Pick<Store, 'flush'>;
  readonly #now: () => number;
  readonly #queue: Pending[] = [];
  #chunksPerTransaction = MOST_CHUNKS;
  /** Chunks of the first entry that are already committed. */
  #done = 0;

  /** `now` is a monotonic clock in milliseconds. */
  constructor(store: Pick<Store, 'flush'>, now: () => number = () => performance.now()) {
    this.#store = store;
    this.#now = now;
  }

  get isEmpty(): boolean {
    return this.#queue.length === 0;
  }

  push(pending: Pending): void {
    const chunks = pending.chunks.toSorted((a, b) => a.first - b.first);
    this.#queue.push({ ...pending, chunks });
  }

  /** Writes one transaction's worth; returns whether anything is left. */
  flushSome(): boolean {
    const batches: RunFlush[] = [];
    let room = this.#chunksPerTransaction;
    let whole = 0;
    let partly = 0;
    for (const pending of this.#queue) {
      const skipped = batches.length === 0 ? this.#done : 0;
      const end = wholeStretches(pending.chunks, skipped, room);
      const chunks = pending.chunks.slice(skipped, end);
      room -= chunks.length;
      if (end < pending.chunks.length) {
        partly = end;
        // Of a batch that is only partly stored the run has reached what all its series have.
        const step = pending.chunks[end]!.first;
        batches.push({ id: pending.id, step, chunks, checkpoint: null });
        break;
      }
      const { id, step, checkpoint, times = [], state } = pending;
      batches.push({ id, step, chunks, checkpoint, times, ...(state ? { state } : {}) });
      whole++;
      if (room <= 0) break;
    }
    if (batches.length > 0) this.#write(batches);
    this.#done = partly;
    for (const { committed } of this.#queue.splice(0, whole)) committed();
    return !this.isEmpty;
  }

  #write(batches: readonly RunFlush[]): void {
    const begin = this.#now();
    this.#store.flush(batches);
    const milliseconds = this.#now() - begin;
    if (milliseconds > LONG_MS) {
      this.#chunksPerTransaction = Math.max(FEWEST_CHUNKS, this.#chunksPerTransaction >> 1);
    } else if (milliseconds < SHORT_MS) {
      this.#chunksPerTransaction = Math.min(MOST_CHUNKS, this.#chunksPerTransaction + 2);
    }
  }
}

/**
 * Where to end after `from` so that about `room` chunks are taken and none that begins at the same step
 * is left: no series of a run is stored further than another that is recorded with it.
 */
function wholeStretches(chunks: readonly MetricChunk[], from: number, room: number): number {
  let end = from;
  while (end < chunks.length && end - from < room) {
    const { first } = chunks[end]!;
    while (end < chunks.length && chunks[end]!.first === first) end++;
  }
  return end;
}
