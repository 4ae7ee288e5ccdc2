import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { confine, createWindow } from '../../../electron/main/window.ts';

const electron = vi.hoisted(() => ({
  windows: [] as { options: Record<string, unknown>; calls: string[]; ready: () => void }[],
  nativeTheme: { shouldUseDarkColors: false },
}));
vi.mock('electron', () => ({
  nativeTheme: electron.nativeTheme,
  BrowserWindow: class {
    readonly calls: string[] = [];
    ready = (): void => undefined;
    readonly options: Record<string, unknown>;
    constructor(options: Record<string, unknown>) {
      this.options = options;
      electron.windows.push(this);
    }
    once(name: string, listener: () => void): void {
      this.calls.push(`once ${name}`);
      this.ready = listener;
    }
    show(): void {
      this.calls.push('show');
    }
    loadURL(url: string): Promise<void> {
      this.calls.push(url);
      return Promise.resolve();
    }
  },
}));

beforeEach(() => void (electron.windows.length = 0));

describe('the window', () => {
  it('says every protection out loud', () => {
    createWindow('/preload.cjs', true);
    expect(electron.windows[0]!.options['webPreferences']).toEqual({
      preload: '/preload.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      disableDialogs: true,
      devTools: false,
    });
  });

  it('is shown when its page is drawn, at least 1024 × 640, on the paper of the theme', () => {
    createWindow('/preload.cjs', true);
    electron.nativeTheme.shouldUseDarkColors = true;
    createWindow('/preload.cjs', true);
    const [light, dark] = electron.windows;
    expect(light!.options).toMatchObject({ show: false, minWidth: 1024, minHeight: 640 });
    expect(light!.options['backgroundColor']).not.toBe(dark!.options['backgroundColor']);
    expect(light!.calls).toEqual(['once ready-to-show', 'app://lab/index.html']);
    light!.ready();
    expect(light!.calls).toContain('show');
  });
});

describe('a page', () => {
  const contents = Object.assign(new EventEmitter(), {
    decide: (() => undefined) as () => unknown,
    setWindowOpenHandler(decide: () => unknown) {
      this.decide = decide;
    },
  });
  confine(contents as never as WebContents);

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'has %s prevented',
    (name) => {
      let prevented = 0;
      contents.emit(name, { preventDefault: () => prevented++ });
      expect(prevented).toBe(1);
    },
  );

  it('opens no window', () => {
    expect(contents.decide()).toEqual({ action: 'deny' });
  });
});
