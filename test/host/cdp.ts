/**
 * A client of the Chrome DevTools Protocol over the browser's debugging pipe: messages are JSON,
 * ended by a zero byte. The pipe needs no open port, and the browser ends when it breaks.
 */
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';

/** One target's conversation; the methods and events are those of Playwright's own protocol types. */
export interface CdpSession {
  readonly send: CDPSession['send'];
  readonly on: CDPSession['on'];
  readonly id: string | undefined;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly sessionId?: string;
}

interface Pending {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

export class CdpClosedError extends Error {
  override readonly name = 'CdpClosedError';
}

export class CdpConnection {
  #lastId = 0;
  #closed = false;
  #parts: Buffer[] = [];
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Map<string, ((params: never) => void)[]>();
  readonly #output: Writable;

  constructor(input: Readable, output: Writable) {
    this.#output = output;
    input.on('data', (chunk: Buffer) => this.#read(chunk));
    input.on('close', () => this.#close());
    input.on('error', () => this.#close());
    output.on('error', () => this.#close());
  }

  /** The session of one target, or of the browser itself when no id is given. */
  session(id?: string): CdpSession {
    const send = (method: string, params: unknown): Promise<unknown> =>
      this.#send(method, params, id);
    const on = (event: string, listener: (params: never) => void): void => {
      const key = `${id ?? ''} ${event}`;
      const listeners = this.#listeners.get(key);
      if (listeners) listeners.push(listener);
      else this.#listeners.set(key, [listener]);
    };
    return { id, send: send as CDPSession['send'], on: on as unknown as CDPSession['on'] };
  }

  #send(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#closed) {
        reject(new CdpClosedError(`${method}: the browser has gone.`));
        return;
      }
      const id = ++this.#lastId;
      this.#pending.set(id, { method, resolve, reject });
      this.#output.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #read(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      this.#parts.push(chunk.subarray(from, end));
      const text = this.#parts.length === 1 ? this.#parts[0]! : Buffer.concat(this.#parts);
      this.#parts = [];
      from = end + 1;
      this.#dispatch(JSON.parse(text.toString('utf8')) as Message);
    }
    if (from < chunk.length) this.#parts.push(chunk.subarray(from));
  }

  #dispatch(message: Message): void {
    if (message.id === undefined) {
      const listeners = this.#listeners.get(`${message.sessionId ?? ''} ${message.method ?? ''}`);
      for (const listener of listeners ?? []) listener(message.params as never);
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.error) pending?.reject(new Error(`${pending.method}: ${message.error.message}`));
    else pending?.resolve(message.result);
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    for (const { method, reject } of this.#pending.values()) {
      reject(new CdpClosedError(`${method}: the browser has gone.`));
    }
    this.#pending.clear();
  }
}
