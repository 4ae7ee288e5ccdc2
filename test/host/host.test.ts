/** What the stand-in promises about pages, windows and IPC, shown on the smallest app there is. */
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from './launch-app.ts';
import { launchStandIn } from './launch-stand-in.ts';

interface Bridge {
  readonly version: number;
  readonly nested: { readonly list: readonly number[] };
  invoke(channel: string, value?: unknown): Promise<unknown>;
  stream(count: number, length: number): void;
  on(channel: string, listener: (...args: never[]) => void): () => void;
  refused(): string;
  fail(): never;
}
declare const bridge: Bridge;

const appDir = path.join(import.meta.dirname, 'fixture');
let app: LaunchedApp;

beforeAll(async () => {
  app = await launchStandIn({ appDir });
});
afterAll(() => app.close());

const events = (): Promise<string[]> =>
  app.evaluate(() => (globalThis as unknown as { events: string[] }).events);

async function eventually(check: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await check()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await check()).toBe(true);
}

describe('IPC', () => {
  it('round-trips values that JSON loses, bit for bit', async () => {
    const kept = await app.page.evaluate(async () => {
      const floats = new Float64Array([Number.NaN, -0, Number.POSITIVE_INFINITY, 5e-324, 0.1]);
      const cycle: Record<string, unknown> = { floats };
      cycle['self'] = cycle;
      const sent = {
        cycle,
        map: new Map<unknown, unknown>([[1, new Set(['a'])]]),
        date: new Date(1),
        big: 2n ** 70n,
        none: undefined,
        zero: -0,
        text: '下山 \u2028 \ud83d\ude00',
      };
      const got = (await bridge.invoke('echo', sent)) as typeof sent;
      const back = got.cycle['floats'] as Float64Array;
      return {
        bits: String(new Uint8Array(back.buffer)) === String(new Uint8Array(floats.buffer)),
        cycle: got.cycle['self'] === got.cycle,
        map: (got.map.get(1) as Set<string>).has('a'),
        date: got.date.getTime(),
        big: got.big === sent.big,
        none: 'none' in got && got.none === undefined,
        zero: Object.is(got.zero, -0),
        text: got.text === sent.text,
      };
    });
    expect(kept).toEqual({
      bits: true,
      cycle: true,
      map: true,
      date: 1,
      big: true,
      none: true,
      zero: true,
      text: true,
    });
  });

  it('brings 1,000 batches in order and complete', async () => {
    const seen = await app.page.evaluate(
      () =>
        new Promise<{ order: boolean; sum: number }>((resolve) => {
          let next = 0;
          let order = true;
          let sum = 0;
          const off = bridge.on('batch', (i: number, values: Float64Array) => {
            order &&= i === next++;
            for (const value of values) sum += value;
            if (next < 1000) return;
            off();
            resolve({ order, sum });
          });
          bridge.stream(1000, 100);
        }),
    );
    expect(seen).toEqual({ order: true, sum: 100 * ((999 * 1000) / 2) });
  });

  it('carries large buffers in slices, views on one buffer together', async () => {
    const same = await app.page.evaluate(async () => {
      const floats = Float64Array.from({ length: 200_003 }, (_, i) => Math.sin(i));
      const sent = [floats, new Uint8Array(floats.buffer), new Uint16Array(150_001).fill(513)];
      const got = (await bridge.invoke('echo', sent)) as typeof sent;
      const equal = sent.map((array, k) => array.every((value, i) => got[k]![i] === value));
      return [...equal, got[0]!.buffer === got[1]!.buffer, got.map((array) => array.length)];
    });
    expect(same).toEqual([true, true, true, true, [200_003, 1_600_024, 150_001]]);
  });

  it('shows the page the words Electron uses for errors', async () => {
    const messages = await app.page.evaluate(async () => {
      const message = (call: Promise<unknown>): Promise<string> =>
        call.then(String, (error: Error) => error.message);
      return [
        await message(bridge.invoke('throw')),
        await message(bridge.invoke('nobody')),
        await message(bridge.invoke('uncloneable')),
      ];
    });
    expect(messages).toEqual([
      "Error invoking remote method 'throw': TypeError: not like this",
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
      "Error invoking remote method 'uncloneable': Error: An object could not be cloned.",
    ]);
  });

  it('tells main where a message comes from, in app:// terms', async () => {
    const sender = await app.page.evaluate(() => bridge.invoke('sender'));
    expect(sender).toEqual(['app://fixture/', 'app://fixture']);
  });

  it('refuses to send what cannot be cloned', async () => {
    const refusal = app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.send('x', () => {}),
    );
    await expect(refusal).rejects.toThrow('Failed to serialize arguments');
  });
});

describe('the page', () => {
  it('sees the bridge and nothing of the world behind it', async () => {
    const seen = await app.page.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>;
      const names = ['require', 'process', 'module', 'ipcRenderer', 'electron', '__standInSend'];
      return {
        leaks: names.filter((name) => world[name] !== undefined),
        frozen: [bridge, bridge.nested, bridge.nested.list].every(Object.isFrozen),
        list: bridge.nested.list,
        refused: bridge.refused(),
      };
    });
    expect(seen).toEqual({
      leaks: [],
      frozen: true,
      list: [1, 2],
      refused: 'module not found: fs',
    });
  });

  it('gets errors of the preload as errors of its own', async () => {
    const caught = await app.page.evaluate(() => {
      try {
        return bridge.fail();
      } catch (error) {
        return [error instanceof Error, (error as Error).message];
      }
    });
    expect(caught).toEqual([true, 'from the preload']);
  });

  it('obeys the content security policy of the app', async () => {
    const ran = await app.page.evaluate(() => {
      const world = globalThis as unknown as Record<string, unknown>;
      return [world['pageScript'], world['inline']];
    });
    expect(ran).toEqual([true, undefined]);
    const problems = await app.problems();
    expect(problems.some(({ text }) => text.includes('inline script violates'))).toBe(true);
  });

  it('reaches no network; every attempt is on record', async () => {
    const before = (await app.networkRequests()).length;
    // The policy would stop a fetch before it is a request; an image element is stopped too. What
    // is left is a navigation that the app lets through, so the app is asked to load it itself.
    const failure = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const message = await window!.loadURL('https://example.com/x').catch(String);
      await window!.loadURL('app://fixture/');
      return message;
    });
    expect(failure).toContain("ERR_NAME_NOT_RESOLVED (-2) loading 'https://example.com/x'");
    const after = await app.networkRequests();
    expect(after.slice(before)).toEqual([
      { url: 'https://example.com/x', method: 'GET', type: 'Document' },
    ]);
  });

  it('is asked about navigation and windows, and stays', async () => {
    const before = (await app.networkRequests()).length;
    await app.page.click('#away');
    await eventually(async () => (await events()).includes('will-navigate https://example.com/'));
    await app.page.click('#window');
    await eventually(async () =>
      (await events()).includes('window-open https://example.com/window'),
    );
    await eventually(async () => app.page.context().pages().length === 1);
    expect(app.page.url()).toBe('https://fixture.app.standin/');
    expect((await app.networkRequests()).slice(before)).toEqual([]);
    // A reload by whoever drives the page is not the page's own navigation.
    await app.page.reload();
    expect(await app.page.title()).toBe('Fixture page');
  });

  it('is denied what the permission handlers deny', async () => {
    const states = await app.page.evaluate(() =>
      Promise.all(
        (['geolocation', 'notifications', 'camera'] as PermissionName[]).map(
          async (name) => (await navigator.permissions.query({ name })).state,
        ),
      ),
    );
    expect(states).toEqual(['denied', 'denied', 'denied']);
  });

  it('follows nativeTheme', async () => {
    const dark = (): Promise<boolean> =>
      app.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(await dark()).toBe(false);
    const should = await app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark';
      return nativeTheme.shouldUseDarkColors;
    });
    expect(should).toBe(true);
    await eventually(dark);
    await app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'system';
    });
    await eventually(async () => !(await dark()));
  });

  it('has fewer and larger pixels when zoomed', async () => {
    const size = (): Promise<number[]> =>
      app.page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio]);
    expect(await size()).toEqual([900, 600, 1]);
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(1.5),
    );
    await eventually(async () => isDeepStrictEqual(await size(), [600, 400, 1.5]));
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.setZoomLevel(0),
    );
    await eventually(async () => isDeepStrictEqual(await size(), [900, 600, 1]));
  });
});

describe('the menu', () => {
  it('runs an item from its shortcut, unless the page wants the key itself', async () => {
    const greetings = async (): Promise<number> =>
      (await events()).filter((name) => name === 'greet').length;
    await app.page.keyboard.press('Control+g');
    await eventually(async () => (await greetings()) === 1);
    await app.page.evaluate(() => {
      const own = (event: KeyboardEvent): void => {
        if (event.key !== 'g') return;
        event.preventDefault();
        removeEventListener('keydown', own);
      };
      addEventListener('keydown', own);
    });
    await app.page.keyboard.press('Control+g');
    await app.page.keyboard.press('Control+g');
    await eventually(async () => (await greetings()) >= 2);
    expect(await greetings()).toBe(2);
  });

  it('finds and clicks items, roles included', async () => {
    const level = await app.evaluate(({ Menu, BrowserWindow }) => {
      const menu = Menu.getApplicationMenu()!;
      menu.getMenuItemById('greet')!.click();
      const contents = BrowserWindow.getAllWindows()[0]!.webContents;
      menu.items[0]!.submenu!.items[1]!.click();
      const zoomed = contents.getZoomLevel();
      contents.setZoomLevel(0);
      return zoomed;
    });
    expect(level).toBe(0.5);
    expect((await events()).at(-1)).toBe('greet');
  });

  it('refuses roles and shortcuts Electron does not have', async () => {
    const build = (options: object): Promise<unknown> =>
      app.evaluate(({ Menu }, item) => void Menu.buildFromTemplate([item]), options);
    await expect(build({ role: 'teleport' })).rejects.toThrow('Unknown menu role: teleport');
    await expect(build({ label: 'x', accelerator: 'Ctrl+Nope' })).rejects.toThrow('no accelerator');
    await expect(build({})).rejects.toThrow('a label, a role');
  });
});

describe('refusals', () => {
  it.each([
    ['sandbox', false],
    ['contextIsolation', false],
    ['webSecurity', false],
    ['nodeIntegration', true],
    ['nodeIntegrationInWorker', true],
    ['webviewTag', true],
    ['allowRunningInsecureContent', true],
    ['experimentalFeatures', true],
  ])('opens no window with %s: %s', async (name, value) => {
    const refusal = app.evaluate(
      ({ BrowserWindow }, webPreferences) => void new BrowserWindow({ webPreferences }),
      { [name]: value },
    );
    await expect(refusal).rejects.toThrow(`webPreferences.${name} is ${value}`);
  });

  it('starts no browser with a switch that weakens it', async () => {
    const append = app.evaluate(({ app: a }) => a.commandLine.appendSwitch('no-sandbox'));
    await expect(append).rejects.toThrow('no browser with --no-sandbox');
  });

  it('names what it does not implement', async () => {
    await expect(app.evaluate(({ Tray }) => void new Tray('icon'))).rejects.toThrow(
      'does not implement Tray',
    );
    await expect(app.evaluate(({ app: a }) => a.getGPUInfo('basic'))).rejects.toThrow(
      'app.getGPUInfo',
    );
    await expect(
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setKiosk(true)),
    ).rejects.toThrow('BrowserWindow.setKiosk');
  });

  it('takes no folder that does not exist, and privileges only once and before ready', async () => {
    const setPath = app.evaluate(({ app: a }) => a.setPath('userData', '/nowhere/at/all'));
    await expect(setPath).rejects.toThrow('/nowhere/at/all does not exist');
    const register = app.evaluate(({ protocol }) =>
      protocol.registerSchemesAsPrivileged([{ scheme: 'late' }]),
    );
    await expect(register).rejects.toThrow('before app is ready');
  });

  it('opens no dialog that nobody answers, and lets a test answer', async () => {
    const open = (): Promise<unknown> =>
      app.evaluate(({ dialog }) => dialog.showSaveDialog({ defaultPath: 'x.csv' }));
    await expect(open()).rejects.toThrow('dialog.showSaveDialog was opened');
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: 'chosen.csv' });
    });
    expect(await open()).toEqual({ canceled: false, filePath: 'chosen.csv' });
  });

  it('gives worker threads no electron', async () => {
    const resolved = await app.evaluate(async () => {
      const { Worker } = process.getBuiltinModule('node:worker_threads');
      const code = `const { createRequire } = require('node:module');
        require('node:worker_threads').parentPort.postMessage(
          createRequire(${JSON.stringify(process.argv[1] + '/x.js')}).resolve('electron'))`;
      const worker = new Worker(code, { eval: true });
      return new Promise<string>((resolve) => worker.once('message', resolve));
    });
    expect(resolved).toContain(path.join('node_modules', 'electron'));
  });
});

describe('a crash of the page', () => {
  it('is reported, and the page can be loaded again', async () => {
    const crashed = new Promise((resolve) => app.page.once('crash', resolve));
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
    );
    await crashed;
    await eventually(async () => (await events()).includes('gone crashed'));
    const url = await app.evaluate(async ({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      await window!.loadURL('app://fixture/');
      return window!.webContents.executeJavaScript('bridge.invoke("echo", location.href)');
    });
    expect(url).toBe('https://fixture.app.standin/');
  });
});
