/** `ipcMain`: the app's end of IPC. */
import { EventEmitter } from 'node:events';
import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { strict } from '../strict.ts';

type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();
const emitter = new EventEmitter();

function handle(channel: string, handler: Handler): void {
  if (handlers.has(channel)) {
    throw new Error(`Attempted to register a second handler for '${channel}'`);
  }
  if (typeof handler !== 'function') {
    throw new Error(`Expected handler to be a function, but found type '${typeof handler}'`);
  }
  handlers.set(channel, handler);
}

const members = {
  handle,
  handleOnce: (channel, handler) =>
    handle(channel, (event, ...args) => {
      handlers.delete(channel);
      return handler(event, ...args) as unknown;
    }),
  removeHandler: (channel) => void handlers.delete(channel),
} satisfies Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>;

export const ipcMain = strict('ipcMain', Object.assign(emitter, members));

/** Runs the handler of an `invoke`; throws what the page shall see. */
export async function invoke(
  channel: string,
  event: IpcMainInvokeEvent,
  args: readonly unknown[],
): Promise<unknown> {
  const handler = handlers.get(channel);
  if (!handler) throw new Error(`No handler registered for '${channel}'`);
  try {
    return await handler(event, ...args);
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    throw error;
  }
}

export function emitMessage(channel: string, event: unknown, args: readonly unknown[]): void {
  emitter.emit(channel, event, ...args);
}
