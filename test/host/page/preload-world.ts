/**
 * What surrounds the app's preload script in its isolated world: a `require` that knows `electron`
 * and little else, as in Electron's sandbox, and the page's end of IPC.
 *
 * Sent to the page as source text: it must not refer to anything outside itself.
 */
import type { Bytes, Codec } from '../codec.ts';
import type { Membrane } from './membrane.ts';

export interface Shortcut {
  readonly id: number;
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  /** Null: the key's own character decides (as for "+"). */
  readonly shift: boolean | null;
  readonly meta: boolean;
}

/** From the page to the host. */
export type PageMessage =
  | readonly ['invoke', id: number, channel: string, args: unknown[]]
  | readonly ['send', channel: string, args: unknown[]]
  | readonly ['shortcut', id: number];

/** From the host to the page. */
export type HostMessage =
  | readonly ['event', channel: string, args: unknown[]]
  | readonly ['resolved', id: number, value: unknown]
  | readonly ['rejected', id: number, message: string]
  | readonly ['shortcuts', readonly Shortcut[]];

export interface PreloadSettings {
  readonly binding: string;
  readonly receiver: string;
  readonly bytesReceiver: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly arch: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Preload = (require: unknown, module: unknown, exports: unknown, process: unknown) => void;
type Listener = (event: unknown, ...args: unknown[]) => void;

export function installPreloadWorld(
  settings: PreloadSettings,
  createCodec: (bytes: Bytes) => Codec,
  membrane: Membrane,
  preload: Preload,
): void {
  // Preloads run in the top frame only, as with nodeIntegrationInSubFrames: false.
  if (window !== window.top) return;

  const world = globalThis as unknown as Record<string, (...args: never[]) => void>;
  const send = world[settings.binding] as (text: string) => void;

  // Large buffers arrive ahead of their message, in slices, so that no slice keeps the page busy.
  let received: Uint8Array<ArrayBuffer>[] = [];
  world[settings.bytesReceiver] = (index: number, size: number, offset: number, text: string) => {
    received[index] ??= new Uint8Array(size);
    fill(received[index].subarray(offset), text);
  };
  function fill(target: Uint8Array, text: string): void {
    if ('setFromBase64' in target) {
      (target as { setFromBase64(text: string): void }).setFromBase64(text);
      return;
    }
    const binary = atob(text);
    for (let i = 0; i < binary.length; i++) target[i] = binary.charCodeAt(i);
  }
  const codec = createCodec({
    put: (bytes) => {
      if ('toBase64' in bytes) return (bytes as { toBase64(): string }).toBase64();
      let text = '';
      for (let i = 0; i < bytes.length; i += 0x8000) {
        text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
      }
      return btoa(text);
    },
    take: (token) => {
      if (typeof token === 'number') return received[token]!;
      const padding = token.endsWith('==') ? 2 : token.endsWith('=') ? 1 : 0;
      const bytes = new Uint8Array((token.length / 4) * 3 - padding);
      fill(bytes, token);
      return bytes;
    },
  });
  const post = (message: PageMessage): void => send(codec.encode(message));

  const notImplemented = (member: string): Error =>
    new Error(`The stand-in host does not implement ${member} in a preload script.`);

  function strict<T extends object>(name: string, target: T): T {
    return new Proxy(target, {
      get(_, key) {
        if (typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON') {
          return Reflect.get(target, key) as unknown;
        }
        throw notImplemented(`${name}.${key}`);
      },
    });
  }

  // --- ipcRenderer -------------------------------------------------------------------------------
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  const calls = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastCall = 0;

  function listen(channel: string, listener: Listener, once: boolean): typeof ipcRenderer {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  }
  function unlisten(channel: string, listener: Listener): typeof ipcRenderer {
    const list = listeners.get(channel) ?? [];
    const index = list.findLastIndex((entry) => entry.listener === listener);
    listeners.set(
      channel,
      list.filter((_, i) => i !== index),
    );
    return ipcRenderer;
  }
  const ipcRenderer = strict('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastCall;
        // Encoding throws for what cannot be cloned; the promise then rejects, as Electron's does.
        post(['invoke', id, channel, args]);
        calls.set(id, { resolve, reject });
      }),
    send: (channel: string, ...args: unknown[]) => post(['send', channel, args]),
    on: (channel: string, listener: Listener) => listen(channel, listener, false),
    addListener: (channel: string, listener: Listener) => listen(channel, listener, false),
    once: (channel: string, listener: Listener) => listen(channel, listener, true),
    off: unlisten,
    removeListener: unlisten,
    removeAllListeners: (channel?: string) => {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
  });

  function deliver(channel: string, args: unknown[]): void {
    const event = strict('IpcRendererEvent', {
      sender: ipcRenderer,
      ports: [],
      preventDefault: () => {},
      defaultPrevented: false,
    });
    for (const entry of listeners.get(channel) ?? []) {
      if (entry.once) unlisten(channel, entry.listener);
      entry.listener(event, ...args);
    }
  }

  // --- Menu shortcuts: the page's own handlers come first and may prevent them -------------------
  let shortcuts: readonly Shortcut[] = [];
  const fits = (event: KeyboardEvent, shortcut: Shortcut): boolean =>
    event.key.toLowerCase() === shortcut.key &&
    event.ctrlKey === shortcut.ctrl &&
    event.altKey === shortcut.alt &&
    event.metaKey === shortcut.meta &&
    (shortcut.shift === null || event.shiftKey === shortcut.shift);
  window.addEventListener(
    'keydown',
    (pressed) => {
      const shortcut = shortcuts.find((candidate) => fits(pressed, candidate));
      if (!shortcut) return;
      // Added during the event, so it comes after every listener the page has on the window.
      const last = (event: KeyboardEvent): void => {
        if (event.defaultPrevented) return;
        event.preventDefault();
        post(['shortcut', shortcut.id]);
      };
      window.addEventListener('keydown', last, { once: true });
      setTimeout(() => window.removeEventListener('keydown', last));
    },
    { capture: true },
  );

  world[settings.receiver] = (text: string) => {
    const message = codec.decode(text) as HostMessage;
    received = [];
    switch (message[0]) {
      case 'event':
        deliver(message[1], message[2]);
        break;
      case 'resolved':
        calls.get(message[1])?.resolve(message[2]);
        calls.delete(message[1]);
        break;
      case 'rejected':
        calls.get(message[1])?.reject(new Error(message[2]));
        calls.delete(message[1]);
        break;
      case 'shortcuts':
        shortcuts = message[1];
    }
  };

  // --- What the preload script sees --------------------------------------------------------------
  const electron = strict('electron', {
    ipcRenderer,
    contextBridge: strict('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => {
        if (key in window) {
          throw new Error(`Cannot bind an API on top of an existing property on the window object`);
        }
        membrane.expose(key, api);
      },
    }),
  });
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    if (['events', 'timers', 'url'].includes(name.replace(/^node:/, ''))) {
      throw notImplemented(`require('${name}')`);
    }
    throw new Error(`module not found: ${name}`);
  };
  const process = strict('process', {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    versions: settings.versions,
    platform: settings.platform,
    arch: settings.arch,
    argv: settings.argv,
    env: settings.env,
  });
  const module = { exports: {} };
  preload(require, module, module.exports, process);
}
