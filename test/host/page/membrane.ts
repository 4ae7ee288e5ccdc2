/**
 * contextBridge between two worlds of one page. Both run this; they share nothing but the DOM, so
 * each call is a synchronous CustomEvent whose detail Blink clones from world to world. Functions
 * and promises stay where they are and are called by number.
 *
 * Sent to the page as source text: it must not refer to anything outside itself.
 */
export interface Membrane {
  /** Gives the other world a frozen copy of `api` as `window[key]`. */
  expose(key: string, api: unknown): void;
}

type Wire = readonly [kind: string, value?: unknown];

type Packet =
  | { readonly kind: 'expose'; readonly key: string; readonly api: Wire }
  | { readonly kind: 'call'; readonly id: number; readonly args: Wire; readonly call: number }
  | { readonly kind: 'returned'; readonly call: number; readonly ok: boolean; readonly value: Wire }
  | { readonly kind: 'settled'; readonly id: number; readonly ok: boolean; readonly value: Wire };

export function createMembrane(send: string, receive: string): Membrane {
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(error: unknown): void }
  >();
  const returned = new Map<number, Extract<Packet, { kind: 'returned' }>>();
  let lastPromise = 0;
  let lastCall = 0;

  const post = (packet: Packet): void => {
    window.dispatchEvent(new CustomEvent(send, { detail: packet }));
  };

  /** Electron gives up on the same depth: it is a cycle in all likelihood. */
  const maxDepth = 1000;

  /** `seen` numbers the objects of one message, so that cycles arrive as cycles. */
  function wrap(value: unknown, depth = 0, seen = new Map<object, number>()): Wire {
    if (depth >= maxDepth) {
      throw new TypeError(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      );
    }
    if (typeof value === 'function') {
      return ['function', functions.push(value as (...args: unknown[]) => unknown) - 1];
    }
    if (typeof value === 'symbol') return ['value', undefined];
    if (typeof value !== 'object' || value === null) return ['value', value];
    if (value instanceof Promise) return ['promise', watch(value)];
    if (value instanceof Error) return ['error', value.message];
    const number = seen.get(value);
    if (number !== undefined) return ['again', number];
    const inner = (item: unknown): Wire => wrap(item, depth + 1, seen);
    if (Array.isArray(value)) {
      seen.set(value, seen.size);
      return ['array', value.map(inner)];
    }
    if (Object.prototype.toString.call(value) === '[object Object]') {
      seen.set(value, seen.size);
      const entries = Object.entries(value).filter(([, item]) => typeof item !== 'symbol');
      return ['object', entries.map(([key, item]) => [key, inner(item)])];
    }
    // Typed arrays, dates, maps: whatever structured clone takes; it throws for the rest. The event
    // copies them anyway, and arrays may be large, so they are not copied twice to find out.
    if (!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) structuredClone(value);
    return ['value', value];
  }

  function watch(promise: Promise<unknown>): number {
    const id = ++lastPromise;
    const settle = (ok: boolean, value: unknown): void => {
      post({ kind: 'settled', id, ok, value: wrap(value) });
    };
    promise.then(
      (value) => {
        try {
          settle(true, value);
        } catch (error) {
          settle(false, error);
        }
      },
      (error: unknown) => settle(false, error),
    );
    return id;
  }

  function unwrap([kind, value]: Wire, objects: object[] = []): unknown {
    switch (kind) {
      case 'function': {
        const id = value as number;
        return (...args: unknown[]) => call(id, args);
      }
      case 'promise':
        return new Promise((resolve, reject) => waiting.set(value as number, { resolve, reject }));
      case 'error':
        return new Error(value as string);
      case 'again':
        return objects[value as number];
      case 'array': {
        const array: unknown[] = [];
        objects.push(array);
        for (const item of value as Wire[]) array.push(unwrap(item, objects));
        return array;
      }
      case 'object': {
        const object: Record<string, unknown> = {};
        objects.push(object);
        for (const [key, item] of value as [string, Wire][]) {
          const own = { writable: true, enumerable: true, configurable: true };
          Object.defineProperty(object, key, { value: unwrap(item, objects), ...own });
        }
        return object;
      }
      default:
        return value;
    }
  }

  /** The event is synchronous, so the answer is there when `post` returns. */
  function call(id: number, args: readonly unknown[]): unknown {
    const number = ++lastCall;
    post({ kind: 'call', id, args: wrap(args), call: number });
    const answer = returned.get(number);
    returned.delete(number);
    if (!answer) throw new Error('The other world is gone.');
    const value = unwrap(answer.value);
    if (!answer.ok) throw value;
    return value;
  }

  function run(packet: Extract<Packet, { kind: 'call' }>): void {
    const { call: number } = packet;
    try {
      const result = functions[packet.id]!(...(unwrap(packet.args) as unknown[]));
      post({ kind: 'returned', call: number, ok: true, value: wrap(result) });
    } catch (error) {
      const value = wrap(error instanceof Error ? error : new Error(String(error)));
      post({ kind: 'returned', call: number, ok: false, value });
    }
  }

  function freeze(value: unknown): unknown {
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return value;
    if (ArrayBuffer.isView(value) || Object.isFrozen(value)) return value;
    Object.values(value).forEach(freeze);
    return Object.freeze(value);
  }

  window.addEventListener(receive, (event) => {
    const packet = (event as CustomEvent<Packet>).detail;
    if (packet.kind === 'call') run(packet);
    else if (packet.kind === 'returned') returned.set(packet.call, packet);
    else if (packet.kind === 'settled') {
      const promise = waiting.get(packet.id);
      waiting.delete(packet.id);
      if (packet.ok) promise?.resolve(unwrap(packet.value));
      else promise?.reject(unwrap(packet.value));
    } else {
      Object.defineProperty(window, packet.key, {
        value: freeze(unwrap(packet.api)),
        enumerable: true,
        configurable: false,
        writable: false,
      });
    }
  });

  return {
    expose: (key, api) => {
      post({ kind: 'expose', key, api: wrap(api) });
    },
  };
}
