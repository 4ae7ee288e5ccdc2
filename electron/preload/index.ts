/** Builds `window.lab` from the contract: one named function per channel and `on`; no logic. */
import { contextBridge, ipcRenderer } from 'electron';
import { channels, events, type Channel, type EventName } from '../ipc/contract.ts';

const requests = Object.fromEntries(
  (Object.keys(channels) as Channel[]).map((channel) => [
    channel,
    (...args: unknown[]) => ipcRenderer.invoke(channel, ...args),
  ]),
);

/** Subscribes to one of the contract's events; the page never sees Electron's event object. */
function on(event: EventName, listener: (payload: unknown) => void): () => void {
  if (!Object.hasOwn(events, event)) throw new TypeError(`no event ${String(event)}`);
  const forward = (_event: unknown, payload: unknown): void => listener(payload);
  ipcRenderer.on(event, forward);
  return () => {
    ipcRenderer.off(event, forward);
  };
}

contextBridge.exposeInMainWorld('lab', { ...requests, on });
