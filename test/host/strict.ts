/**
 * Everything the stand-in does not have refuses by name, so that a gap is a sentence and never a
 * silent `undefined`.
 */
import { EventEmitter } from 'node:events';

export class NotImplementedError extends Error {
  override readonly name = 'NotImplementedError';

  constructor(member: string) {
    super(
      `The stand-in host does not implement ${member}. Add it to test/host/ with the behaviour Electron documents, or do without it.`,
    );
  }
}

/** `true` when `Ours` has no public member that Electron's `Theirs` lacks; else their names. */
export type NothingBeyond<Ours, Theirs> = [Exclude<keyof Ours, keyof Theirs>] extends [never]
  ? true
  : Exclude<keyof Ours, keyof Theirs>;

const proxies = new WeakMap<object, object>();
const bound = new WeakMap<object, Map<PropertyKey, unknown>>();

/** Names the language itself asks for: `await` reads `then`, JSON reads `toJSON`. */
const askedByTheLanguage = new Set<PropertyKey>(['then', 'toJSON', 'constructor', 'prototype']);

/** What still works on a window or its contents after it has gone: the emitter's own methods. */
const afterDestruction = new Set<PropertyKey>([
  'isDestroyed',
  ...Object.getOwnPropertyNames(EventEmitter.prototype),
]);
const destroyed = new WeakSet<object>();

/** From now on every use of the object throws "Object has been destroyed", as in Electron. */
export function markDestroyed(target: object): void {
  destroyed.add(target);
}

function method(target: object, key: PropertyKey, value: (...args: unknown[]) => unknown): unknown {
  let methods = bound.get(target);
  if (!methods) bound.set(target, (methods = new Map()));
  const known = methods.get(key);
  if (known) return known;
  const wrapped = (...args: unknown[]): unknown => {
    const result = Reflect.apply(value, target, args);
    return result === target ? proxies.get(target) : result;
  };
  methods.set(key, wrapped);
  return wrapped;
}

/**
 * The object as the app sees it: reading or writing a member it lacks throws by name.
 * Methods run on the object itself, so private fields work; asked twice, the same proxy comes back.
 */
export function strict<T extends object>(name: string, target: T): T {
  const known = proxies.get(target);
  if (known) return known as T;
  const proxy = new Proxy(target, {
    get(_, key) {
      if (typeof key === 'symbol' || askedByTheLanguage.has(key) || key in target) {
        if (destroyed.has(target) && typeof key === 'string' && !afterDestruction.has(key)) {
          throw new TypeError('Object has been destroyed');
        }
        const value = Reflect.get(target, key) as unknown;
        return typeof value === 'function' && key !== 'constructor'
          ? method(target, key, value as (...args: unknown[]) => unknown)
          : value;
      }
      throw new NotImplementedError(`${name}.${key}`);
    },
    set(_, key, value) {
      if (typeof key === 'symbol' || key.startsWith('_') || key in target) {
        bound.get(target)?.delete(key);
        return Reflect.set(target, key, value);
      }
      throw new NotImplementedError(`setting ${name}.${key}`);
    },
  });
  proxies.set(target, proxy);
  return proxy;
}

/** A class as the app sees it: unknown statics throw by name, instances are strict. */
export function strictClass<T extends abstract new (...args: never[]) => object>(
  name: string,
  target: T,
): T {
  return new Proxy(target, {
    get(_, key, receiver) {
      if (typeof key === 'symbol' || key in target)
        return Reflect.get(target, key, receiver) as unknown;
      throw new NotImplementedError(`${name}.${key}`);
    },
    construct(_, args: never[]) {
      return strict(name, Reflect.construct(target, args) as object);
    },
  });
}

/** A module member that is not there at all: any use of it throws. */
export function unimplemented(name: string): never {
  const refuse = (): never => {
    throw new NotImplementedError(name);
  };
  return new Proxy(function () {}, {
    get(_, key) {
      if (typeof key === 'symbol' || askedByTheLanguage.has(key)) return undefined;
      throw new NotImplementedError(`${name}.${key}`);
    },
    set: refuse,
    apply: refuse,
    construct: refuse,
  }) as never;
}
