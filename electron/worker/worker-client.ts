import { Worker } from 'node:worker_threads';
import type { WorkerCommand, WorkerEvent, WorkerStart } from './protocol.ts';

/** What a worker's thread may use; typed arrays are outside of it, hence the limit on recorded points. */
const resourceLimits = {
  maxOldGenerationSizeMb: 512,
  maxYoungGenerationSizeMb: 64,
  stackSizeMb: 4,
};

/** Why a worker ended without saying `ended` or `failed`. */
export type WorkerDeath = 'worker-error' | 'worker-exit' | 'worker-memory';

/** How a thread is; asked for even while it computes. */
export interface Vitals {
  /** Grows while the thread gets round to its messages. */
  readonly pulse: number;
  /** Processor time it has used, in milliseconds. */
  readonly busyMs: number;
  /** Memory it holds: V8's heap, and the buffers outside of it. */
  readonly bytes: number;
}

export interface WorkerListener {
  event(event: WorkerEvent): void;
  /** The thread is gone; called at most once, and never after `ended` or `failed`. */
  died(reason: WorkerDeath, message: string): void;
}

/** The only class that touches worker threads: starts one, talks to it, tells of its end. */
export class WorkerClient {
  readonly #worker: Worker;
  readonly #listener: WorkerListener;
  readonly #pulse = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  #over = false;

  constructor(script: URL, listener: WorkerListener) {
    this.#listener = listener;
    this.#worker = new Worker(script, {
      resourceLimits,
      stdin: false,
      workerData: { pulse: this.#pulse } satisfies WorkerStart,
    });
    this.#worker.on('message', (event: WorkerEvent) => this.#receive(event));
    // Without these listeners an error in the thread would end the whole process.
    this.#worker.on('error', (error: NodeJS.ErrnoException) => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      this.#die(memory ? 'worker-memory' : 'worker-error', `${error.name}: ${error.message}`);
    });
    this.#worker.on('messageerror', (error) => this.#die('worker-error', error.message));
    this.#worker.on('exit', (code) => this.#die('worker-exit', `exit code ${code}`));
  }

  send(command: WorkerCommand): void {
    this.#worker.postMessage(command);
  }

  /** Null where the thread is not there yet, or not any more. */
  async vitals(): Promise<Vitals | null> {
    try {
      const [{ user, system }, heap] = await Promise.all([
        this.#worker.cpuUsage(),
        this.#worker.getHeapStatistics(),
      ]);
      return {
        pulse: Atomics.load(this.#pulse, 0),
        busyMs: (user + system) / 1000,
        bytes: heap.total_heap_size + heap.external_memory,
      };
    } catch {
      return null;
    }
  }

  /** Ends the thread at once; nothing more is reported. */
  async terminate(): Promise<void> {
    this.#over = true;
    await this.#worker.terminate();
  }

  #receive(event: WorkerEvent): void {
    if (this.#over) return;
    if (event.kind === 'ended' || event.kind === 'failed') this.#over = true;
    this.#listener.event(event);
  }

  #die(reason: WorkerDeath, message: string): void {
    if (this.#over) return;
    this.#over = true;
    this.#listener.died(reason, message);
  }
}
