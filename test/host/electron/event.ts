/** Electron's event object: the first argument of every listener. */
import type { EventEmitter } from 'node:events';

export interface PreventableEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

export function createEvent<T extends object>(details: T): T & PreventableEvent {
  let prevented = false;
  const methods = {
    preventDefault: () => {
      prevented = true;
    },
  };
  const event = Object.assign(Object.create(null) as object, details, methods);
  Object.defineProperty(event, 'defaultPrevented', { get: () => prevented, enumerable: true });
  return event as T & PreventableEvent;
}

/** Emits and tells whether a listener prevented the default. */
export function emitPreventable(
  emitter: EventEmitter,
  name: string,
  details: object = {},
  ...rest: unknown[]
): boolean {
  const event = createEvent(details);
  emitter.emit(name, event, ...rest);
  return event.defaultPrevented;
}
