import { AppError } from '../ipc/reply.ts';
import type { WorkerCommand, WorkerEvent } from '../worker/protocol.ts';
import { WorkerClient } from '../worker/worker-client.ts';

interface Waiting<T> {
  readonly request: number;
  readonly resolve: (value: T) => void;
  readonly reject: (error: AppError) => void;
}

/**
 * A worker of its own that answers one question at a time. The latest request wins: the one before is refused
 * as superseded. A worker that dies fails its request; the next one starts another.
 */
export class LatestAnswer<T> {
  readonly #workerScript: URL;
  readonly #read: (event: WorkerEvent) => { readonly request: number; readonly value: T } | null;
  #client: WorkerClient | null = null;
  #waiting: Waiting<T> | null = null;
  #requests = 0;

  /** `read` takes the answer out of what the worker sends; null: it is none. */
  constructor(
    workerScript: URL,
    read: (event: WorkerEvent) => { readonly request: number; readonly value: T } | null,
  ) {
    this.#workerScript = workerScript;
    this.#read = read;
  }

  ask(command: (request: number) => WorkerCommand): Promise<T> {
    this.#refuseWaiting('superseded', 'something newer was asked for');
    const request = this.#requests++;
    return new Promise((resolve, reject) => {
      this.#waiting = { request, resolve, reject };
      this.#client ??= this.#start();
      this.#client.send(command(request));
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
    const answer = this.#read(event);
    if (!answer || answer.request !== this.#waiting?.request) return;
    this.#waiting.resolve(answer.value);
    this.#waiting = null;
  }

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
