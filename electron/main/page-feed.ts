import type { LiveChunks, RunId } from '../ipc/run.ts';

/** At most 30 messages a second and run to the page, however many batches there are. */
const INTERVAL_MS = 34;
/** Values per message: what a page takes in without missing a frame. */
const MOST_VALUES = 50_000;

type Live = Omit<LiveChunks, 'id'>;

interface Waiting extends Live {
  readonly sent: () => void;
}

/** Gathers live chunks and sends them on a clock: every value, in order, in pieces a page can take. */
export class PageFeed {
  readonly #send: (chunks: LiveChunks) => void;
  readonly #waiting = new Map<RunId, Waiting[]>();
  #timer: NodeJS.Timeout | null = null;

  constructor(send: (chunks: LiveChunks) => void) {
    this.#send = send;
  }

  /** `sent` is called when the page has been sent the last of it. */
  add(id: RunId, live: Live, sent: () => void): void {
    const waiting = this.#waiting.get(id) ?? [];
    waiting.push({ ...live, sent });
    this.#waiting.set(id, waiting);
    this.#schedule();
  }

  /** Sends everything that waits, so that a run's end never overtakes its last points. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    while (this.#waiting.size > 0) this.#sendOneEach();
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#sendOneEach();
      if (this.#waiting.size > 0) this.#schedule();
    }, INTERVAL_MS);
  }

  /** One message for every run that has something waiting: whole batches, as many as fit. */
  #sendOneEach(): void {
    for (const [id, waiting] of this.#waiting) {
      const taken = waiting.splice(0, fitting(waiting));
      if (waiting.length === 0) this.#waiting.delete(id);
      const chunks = taken.flatMap((batch) => batch.chunks);
      const times = taken.flatMap((batch) => batch.times ?? []);
      this.#send({ id, step: taken.at(-1)!.step, chunks, times });
      for (const { sent } of taken) sent();
    }
  }
}

/** How many of the first batches fit one message; at least one. */
function fitting(waiting: readonly Waiting[]): number {
  let values = 0;
  for (const [i, { chunks }] of waiting.entries()) {
    values += chunks.reduce((sum, chunk) => sum + chunk.values.length, 0);
    if (values > MOST_VALUES) return Math.max(1, i);
  }
  return waiting.length;
}
