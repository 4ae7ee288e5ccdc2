/** What all parts of the stand-in share: how it was started, its browser, and what it has seen. */
import type { BrowserProcess } from './browser-process.ts';

interface HostOptions {
  /** Folder of the app's package.json. */
  readonly appDir: string;
  /** What the app gets as its arguments. */
  readonly args: readonly string[];
  readonly headless: boolean;
  /** Open a port for a test driver. */
  readonly driven: boolean;
  /** The app folder comes out of a package: `app.isPackaged` is true. */
  readonly packaged: boolean;
  readonly resourcesPath: string;
}

/** A request that would have left the machine; the host refuses and records it. */
export interface NetworkRequest {
  readonly url: string;
  readonly method: string;
  /** Chromium's resource type: Document, Script, XHR, WebSocket, … */
  readonly type: string;
}

/** Something a page complained about: an error on its console, an exception, a refused policy. */
export interface PageProblem {
  readonly kind: 'console' | 'exception' | 'crash';
  readonly text: string;
  readonly url: string;
}

interface Host {
  options: HostOptions;
  browser: BrowserProcess | null;
  /** File that says which process owns the data folder; null before the app asked for the lock. */
  instanceLock: string | null;
  readonly networkRequests: NetworkRequest[];
  readonly problems: PageProblem[];
}

export const host: Host = {
  options: {
    appDir: process.cwd(),
    args: [],
    headless: true,
    driven: false,
    packaged: false,
    resourcesPath: process.cwd(),
  },
  browser: null,
  instanceLock: null,
  networkRequests: [],
  problems: [],
};

/** The running browser; windows and pages exist only after `ready`. */
export function runningBrowser(): BrowserProcess {
  if (!host.browser) throw new Error('Cannot create BrowserWindow before app is ready');
  return host.browser;
}

/** Lines meant for the person in front of the terminal. */
export function say(line: string): void {
  process.stderr.write(`[stand-in host] ${line}\n`);
}
