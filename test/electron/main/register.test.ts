import { describe, expect, it, vi } from 'vitest';
import { channels } from '../../../electron/ipc/contract.ts';
import type { Sender } from '../../../electron/main/answer.ts';
import { register } from '../../../electron/main/register.ts';

type Handle = (event: unknown, ...args: unknown[]) => unknown;

const electron = vi.hoisted(() => ({
  handled: new Map<string, unknown>(),
  windows: new Set<unknown>(),
}));
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: unknown) => {
      if (electron.handled.has(channel)) throw new Error(`second handler for '${channel}'`);
      electron.handled.set(channel, handler);
    },
  },
  BrowserWindow: {
    fromWebContents: (contents: unknown) => (electron.windows.has(contents) ? {} : null),
  },
}));

describe('registering', () => {
  const asked: { channel: string; sender: Sender; args: unknown }[] = [];
  register((channel, sender, args) => {
    asked.push({ channel, sender, args });
    return Promise.resolve({ ok: true, value: null });
  });
  const invoke = (event: unknown, ...args: unknown[]): Sender => {
    (electron.handled.get('run:read') as Handle)(event, ...args);
    return asked.at(-1)!.sender;
  };
  const contents = {};
  electron.windows.add(contents);
  const top = { url: 'app://lab/index.html', parent: null };

  it('handles every channel of the contract, once', () => {
    expect([...electron.handled.keys()].sort()).toEqual(Object.keys(channels).sort());
  });

  it('tells who asks and what', () => {
    const sender = invoke({ sender: contents, senderFrame: top }, 'a', 2);
    expect(sender).toEqual({ url: 'app://lab/index.html', ownTopFrame: true });
    expect(asked.at(-1)).toMatchObject({ channel: 'run:read', args: ['a', 2] });
  });

  it('takes no frame that has gone, is inside another, or belongs to no window', () => {
    const inside = { url: top.url, parent: top };
    expect(invoke({ sender: contents, senderFrame: null })).toEqual({
      url: null,
      ownTopFrame: false,
    });
    expect(invoke({ sender: contents, senderFrame: inside }).ownTopFrame).toBe(false);
    expect(invoke({ sender: {}, senderFrame: top }).ownTopFrame).toBe(false);
  });
});
