import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channels, events, type Bridge } from '../../../electron/ipc/contract.ts';

const electron = vi.hoisted(() => {
  const listeners = new Map<string, Set<(event: unknown, payload: unknown) => void>>();
  return {
    exposed: {} as Record<string, unknown>,
    invoked: [] as unknown[][],
    listeners,
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => void (electron.exposed[name] = api),
    },
    ipcRenderer: {
      invoke: (...args: unknown[]) => {
        electron.invoked.push(args);
        return Promise.resolve({ ok: true, value: 'answer' });
      },
      on: (name: string, listener: (event: unknown, payload: unknown) => void) => {
        listeners.set(name, (listeners.get(name) ?? new Set()).add(listener));
      },
      off: (name: string, listener: (event: unknown, payload: unknown) => void) => {
        listeners.get(name)?.delete(listener);
      },
    },
  };
});
vi.mock('electron', () => electron);

let lab: Bridge;

beforeEach(async () => {
  vi.resetModules();
  electron.invoked.length = 0;
  electron.listeners.clear();
  await import('../../../electron/preload/index.ts');
  lab = electron.exposed['lab'] as Bridge;
});

describe('window.lab', () => {
  it('is all that the page gets: one function per channel, and on', () => {
    expect(Object.keys(electron.exposed)).toEqual(['lab']);
    expect(Object.keys(lab).sort()).toEqual([...Object.keys(channels), 'on'].sort());
    for (const member of Object.values(lab)) expect(member).toBeTypeOf('function');
  });

  it('passes arguments to the channel of the same name, and its answer back', async () => {
    for (const channel of Object.keys(channels)) {
      const call = lab[channel as 'app:info'] as (...args: unknown[]) => Promise<unknown>;
      expect(await call('a', 2)).toEqual({ ok: true, value: 'answer' });
      expect(electron.invoked.at(-1)).toEqual([channel, 'a', 2]);
    }
  });

  it('hands payloads to listeners without the event, until they end the subscription', () => {
    for (const event of Object.keys(events)) {
      const got: unknown[][] = [];
      const end = lab.on(event as 'menu:command', (...args) => void got.push(args));
      const send = (): void => {
        for (const listener of electron.listeners.get(event)!)
          listener({ sender: 'secret' }, 'about');
      };
      send();
      expect(got).toEqual([['about']]);
      expect(end()).toBeUndefined();
      send();
      expect(got).toHaveLength(1);
    }
  });

  it('listens to nothing that is not in the contract', () => {
    for (const name of ['other', '__proto__', 'constructor', 'toString', 7, null, {}]) {
      expect(() => lab.on(name as never, () => undefined)).toThrow(TypeError);
    }
    expect(electron.listeners.size).toBe(0);
  });
});
