import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { Exploration } from '../ipc/contract.ts';
import { AppError } from '../ipc/reply.ts';
import type { WorkerEvent } from '../worker/protocol.ts';
import { WorkerClient } from '../worker/worker-client.ts';

/** Updates over all runs and seeds of one exploration: what a worker makes in a fraction of a second. */
export const MOST_EXPLORED_UPDATES = 2_000_000;
/** Recorded points over all runs, so that an answer crosses to the page without a pause. */
export const MOST_EXPLORED_POINTS = 200_000;

interface Waiting {
  readonly request: number;
  readonly resolve: (exploration: Exploration) => void;
  readonly reject: (error: AppError) => void;
}

/**
 * Runs that are computed ahead of being run, in a worker of their own; nothing of them is stored.
 * The latest request wins: the one before is refused as superseded.
 */
export class Explorer {
  readonly #workerScript: URL;
  #client: WorkerClient | null = null;
  #waiting: Waiting | null = null;
  #requests = 0;

  constructor(workerScript: URL) {
    this.#workerScript = workerScript;
  }

  /** Throws AppError 'too-large' for what is not computed in an instant. */
  explore(configs: readonly ExperimentConfig[]): Promise<Exploration> {
    refuseLarge(configs);
    this.#refuseWaiting('superseded', 'a newer exploration was asked for');
    const request = this.#requests++;
    return new Promise((resolve, reject) => {
      this.#waiting = { request, resolve, reject };
      this.#client ??= this.#start();
      this.#client.send({ kind: 'explore', request, configs });
    });
  }

  async shutdown(): Promise<void> {
    this.#refuseWaiting('superseded', 'the app quits');
    await this.#client?.terminate();
    this.#client = null;
  }

  #start(): WorkerClient {
    return new WorkerClient(this.#workerScript, {
      event: (event) => this.#receive(event),
      died: (reason, message) => this.#lose(`${reason}: ${message}`),
    });
  }

  #receive(event: WorkerEvent): void {
    if (event.kind === 'failed') this.#lose(`${event.error.name}: ${event.error.message}`);
    if (event.kind !== 'explored' || event.request !== this.#waiting?.request) return;
    this.#waiting.resolve({ runs: event.runs });
    this.#waiting = null;
  }

  /** The worker is gone; the next exploration starts another. */
  #lose(message: string): void {
    void this.#client?.terminate();
    this.#client = null;
    this.#refuseWaiting('internal', message);
  }

  #refuseWaiting(code: 'superseded' | 'internal', message: string): void {
    this.#waiting?.reject(new AppError(code, message));
    this.#waiting = null;
  }
}

function refuseLarge(configs: readonly ExperimentConfig[]): void {
  const updates = sum(configs, ({ totalSteps, replicates }) => totalSteps * replicates);
  const points = sum(configs, ({ totalSteps, recordEvery }) => totalSteps / recordEvery);
  const small = updates <= MOST_EXPLORED_UPDATES && points <= MOST_EXPLORED_POINTS;
  if (small && configs.every(({ problem }) => problem.kind !== 'model')) return;
  throw new AppError('too-large', `${updates} updates, ${points} points`, {
    given: String(updates),
    allowed: String(MOST_EXPLORED_UPDATES),
  });
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
