import type { MetricChunk } from '../../core/training/metrics.ts';
import type { LiveChunks, RunId } from '../ipc/contract.ts';

/** At most 30 messages a second to the page, however many runs and batches there are. */
const INTERVAL_MS = 34;

/** Gathers live chunks and sends them on a clock, every value in order. */
export class PageFeed {
  readonly #send: (chunks: LiveChunks) => void;
  readonly #waiting = new Map<RunId, { step: number; chunks: MetricChunk[] }>();
  #timer: NodeJS.Timeout | null = null;

  constructor(send: (chunks: LiveChunks) => void) {
    this.#send = send;
  }

  add(id: RunId, step: number, chunks: readonly MetricChunk[]): void {
    const waiting = this.#waiting.get(id) ?? { step, chunks: [] };
    waiting.step = step;
    waiting.chunks.push(...chunks);
    this.#waiting.set(id, waiting);
    this.#timer ??= setTimeout(() => this.flush(), INTERVAL_MS);
  }

  /** Sends what waits at once, so that a run's end never overtakes its last points. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    for (const [id, { step, chunks }] of this.#waiting) this.#send({ id, step, chunks });
    this.#waiting.clear();
  }
}
