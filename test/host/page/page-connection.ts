/** The host's end of one page: the DevTools session behind a BrowserWindow's contents. */
import { CdpClosedError, type CdpSession } from '../cdp.ts';
import { createCodec, inlineBytes, toBase64 } from '../codec.ts';
import { host, runningBrowser } from '../host.ts';
import type { HostMessage, PageMessage } from './preload-world.ts';
import { binding, bytesReceiver, pageScripts, preloadWorld, receiver } from './scripts.ts';

export interface PageSettings {
  readonly preload: string | undefined;
  readonly width: number;
  readonly height: number;
  readonly additionalArguments: readonly string[];
  readonly darkColors: boolean | null;
}

/** What a page reports; main frame only unless it says otherwise. */
export interface PageListener {
  /** The Electron session whose handlers answer this page. */
  readonly session: object;
  /** A new document stands: what it must know before anything else. */
  greeting(): HostMessage;
  message(message: PageMessage): void;
  loading(): void;
  domReady(): void;
  loaded(): void;
  title(title: string): void;
  windowOpen(url: string): void;
  navigated(url: string): void;
  /** The page itself wants to go somewhere; true when the app prevents it. */
  willNavigate(url: string, isMainFrame: boolean): boolean;
  console(level: string, text: string, url: string, line: number): void;
  crashed(): void;
  closed(): void;
}

export interface RequestedNavigation {
  readonly frameId: string;
  readonly url: string;
}

/** From the page: bytes inside the text. */
const codec = createCodec(inlineBytes);

/** Buffers above this travel outside the text, in slices of `SLICE` bytes. */
const LARGE = 65_536;
const SLICE = 196_608;

/** A message on its way to the page. */
interface Parcel {
  readonly text: string;
  readonly buffers: readonly Uint8Array[];
}

function pack(message: HostMessage): Parcel {
  const buffers: Uint8Array[] = [];
  const outbound = createCodec({
    put: (bytes) => (bytes.length > LARGE ? buffers.push(bytes) - 1 : toBase64(bytes)),
    take: inlineBytes.take,
  });
  return { text: outbound.encode(message), buffers };
}

/** Every page that was opened, by its target, which is also its main frame's id. */
export const pages = new Map<string, PageConnection>();

interface ExceptionDetails {
  readonly text: string;
  readonly url?: string;
  readonly exception?: { readonly description?: string };
}

function recordException({ text, url, exception }: ExceptionDetails): void {
  host.problems.push({ kind: 'exception', text: exception?.description ?? text, url: url ?? '' });
}

/** A preview starts with a window of its own; the app's first window takes it over. */
async function takeTarget(browser: CdpSession, settings: PageSettings): Promise<string> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const free = targetInfos.find((info) => info.type === 'page' && !pages.has(info.targetId));
  if (free && !host.options.headless) return free.targetId;
  const { width, height } = settings;
  const target = { url: 'about:blank', newWindow: true, width, height };
  return (await browser.send('Target.createTarget', target)).targetId;
}

export class PageConnection {
  readonly targetId: string;
  readonly session: CdpSession;
  readonly subframes = new Set<string>();
  /** Navigations the page itself asked for and the network has not seen yet. */
  readonly requestedNavigations: RequestedNavigation[] = [];
  readonly listener: PageListener;
  /** The address the app itself is loading, until the request for it is seen. */
  expected: string | null = null;
  #world: number | null = null;
  /** Encoded when they were sent: what the app changes afterwards must not change them. */
  #outbox: Parcel[] = [];
  #crashed = false;
  #closed = false;
  #windowId = 0;
  #size: { readonly width: number; readonly height: number };

  static async open(settings: PageSettings, listener: PageListener): Promise<PageConnection> {
    const browser = runningBrowser().connection.session();
    const targetId = await takeTarget(browser, settings);
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const session = runningBrowser().connection.session(sessionId);
    const page = new PageConnection(targetId, session, settings, listener);
    pages.set(targetId, page);
    await page.#setUp(settings);
    return page;
  }

  private constructor(
    targetId: string,
    session: CdpSession,
    settings: PageSettings,
    listener: PageListener,
  ) {
    this.targetId = targetId;
    this.session = session;
    this.listener = listener;
    this.#size = { width: settings.width, height: settings.height };
  }

  async #setUp(settings: PageSettings): Promise<void> {
    const { session } = this;
    const browser = runningBrowser();
    this.#listen();
    const scripts = pageScripts(settings.preload, {
      versions: process.versions,
      platform: process.platform,
      arch: process.arch,
      argv: [process.execPath, '--type=renderer', ...settings.additionalArguments],
      env: {},
    });
    const own = { worldName: preloadWorld };
    // Sent together, answered in order: one round trip instead of a dozen.
    await Promise.all([
      session.send('Page.enable'),
      session.send('Runtime.enable'),
      session.send('Log.enable'),
      session.send('Inspector.enable'),
      session.send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }),
      session.send('Runtime.addBinding', { name: binding, executionContextName: preloadWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', {
        source: scripts.preloadWorld,
        ...own,
      }),
      this.setDarkColors(settings.darkColors),
    ]);
    const { targetId } = this;
    const root = browser.connection.session();
    const window = await root.send('Browser.getWindowForTarget', { targetId });
    this.#windowId = window.windowId;
    await this.setContentSize(this.#size);
  }

  #listen(): void {
    const { session, targetId } = this;
    const { listener } = this;
    const root = runningBrowser().connection.session();
    root.on('Target.targetDestroyed', (event) => {
      if (event.targetId === targetId) this.#end();
    });
    root.on('Target.targetInfoChanged', ({ targetInfo }) => {
      if (targetInfo.targetId === targetId) listener.title(targetInfo.title);
    });
    session.on('Page.frameAttached', (event) => this.subframes.add(event.frameId));
    session.on('Page.frameDetached', (event) => this.subframes.delete(event.frameId));
    session.on('Page.frameStartedLoading', (event) => {
      if (event.frameId === targetId) listener.loading();
    });
    session.on('Page.domContentEventFired', () => listener.domReady());
    session.on('Page.loadEventFired', () => listener.loaded());
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => {
      this.requestedNavigations.push({ frameId, url });
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id === targetId) listener.navigated(frame.url + (frame.urlFragment ?? ''));
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === targetId) listener.navigated(url);
    });
    session.on('Page.windowOpen', (event) => listener.windowOpen(event.url));
    session.on('Page.javascriptDialogOpening', () => {
      // Nobody sits in front of a headless page, and a dialog would stop it for good.
      if (!host.options.headless) return;
      void this.#quietly(session.send('Page.handleJavaScriptDialog', { accept: false }));
    });
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { frameId?: string };
      if (context.name !== preloadWorld || frameId !== targetId) return;
      this.#world = context.id;
      this.send(listener.greeting());
      for (const parcel of this.#outbox.splice(0)) this.#deliver(parcel);
    });
    session.on('Runtime.executionContextDestroyed', (event) => {
      if (event.executionContextId === this.#world) this.#world = null;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#world = null;
    });
    session.on('Runtime.bindingCalled', (event) => {
      if (event.name !== binding || event.executionContextId !== this.#world) return;
      listener.message(codec.decode(event.payload) as PageMessage);
    });
    this.#listenForProblems();
  }

  #listenForProblems(): void {
    const { session } = this;
    const { listener } = this;
    session.on('Runtime.consoleAPICalled', (event) => {
      const text = event.args.map((arg) => String(arg.value ?? arg.description ?? '')).join(' ');
      const place = event.stackTrace?.callFrames[0];
      listener.console(event.type, text, place?.url ?? '', place?.lineNumber ?? 0);
    });
    session.on('Runtime.exceptionThrown', (event) => recordException(event.exceptionDetails));
    session.on('Log.entryAdded', ({ entry }) => {
      listener.console(entry.level, entry.text, entry.url ?? '', entry.lineNumber ?? 0);
    });
    session.on('Network.webSocketCreated', ({ url }) => {
      host.networkRequests.push({ url, method: 'GET', type: 'WebSocket' });
    });
    session.on('Inspector.targetCrashed', () => {
      this.#crashed = true;
      this.#world = null;
      listener.crashed();
    });
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#world = null;
    pages.delete(this.targetId);
    this.listener.closed();
  }

  /** A page may vanish while a command is on its way; that is not an error. */
  async #quietly<T>(command: Promise<T>): Promise<T | null> {
    try {
      return await command;
    } catch (error) {
      if (this.#closed || this.#crashed || error instanceof CdpClosedError) return null;
      // A document that is being replaced takes its context along.
      const expected =
        /Cannot find context|context was destroyed|navigated or closed|not found|Target crashed/;
      if (expected.test(String(error))) return null;
      throw error;
    }
  }

  /** In order; kept until the page has a document with a preload world. Throws for what cannot be cloned. */
  send(message: HostMessage): void {
    if (this.#closed || this.#crashed) return;
    const parcel = pack(message);
    if (this.#world === null) this.#outbox.push(parcel);
    else this.#deliver(parcel);
  }

  #deliver({ text, buffers }: Parcel): void {
    buffers.forEach((bytes, index) => {
      for (let offset = 0; offset < bytes.length; offset += SLICE) {
        const slice = toBase64(bytes.subarray(offset, offset + SLICE));
        this.#call(bytesReceiver, [index, bytes.length, offset, slice]);
      }
    });
    this.#call(receiver, [text]);
  }

  /**
   * Calls a function of the preload's world; commands of one session are carried out in order. As a piece of source:
   * the inspector takes the arguments of a call apart and puts them together again, on the page's own thread.
   */
  #call(name: string, args: readonly (string | number)[]): void {
    const command = this.session.send('Runtime.evaluate', {
      expression: `${name}(${args.map((value) => JSON.stringify(value)).join()})`,
      contextId: this.#world!,
    });
    void this.#quietly(command).then((answer) => {
      if (answer?.exceptionDetails) recordException(answer.exceptionDetails);
    });
  }

  /** Starts a navigation; the text of Chromium's error when there is no answer to show. */
  async navigate(url: string): Promise<string | null> {
    this.#crashed = false;
    this.expected = url;
    const result = await this.session.send('Page.navigate', { url });
    return result.errorText ?? null;
  }

  async reload(ignoreCache: boolean, url: string): Promise<void> {
    this.#crashed = false;
    this.expected = url;
    await this.#quietly(this.session.send('Page.reload', { ignoreCache }));
  }

  /** Runs text in the page's own world, as `executeJavaScript` does. */
  async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value as unknown;
  }

  /** Null leaves it to the system. */
  async setDarkColors(dark: boolean | null): Promise<void> {
    const value = dark === null ? '' : dark ? 'dark' : 'light';
    const features = [{ name: 'prefers-color-scheme', value }];
    await this.#quietly(this.session.send('Emulation.setEmulatedMedia', { features }));
  }

  async setContentSize(size: { readonly width: number; readonly height: number }): Promise<void> {
    this.#size = size;
    const root = runningBrowser().connection.session();
    const windowId = this.#windowId;
    await this.#quietly(root.send('Browser.setContentsSize', { windowId, ...size }));
  }

  async setWindowState(state: 'normal' | 'minimized' | 'maximized' | 'fullscreen'): Promise<void> {
    const root = runningBrowser().connection.session();
    const bounds = { windowState: state };
    await this.#quietly(root.send('Browser.setWindowBounds', { windowId: this.#windowId, bounds }));
  }

  /**
   * Chromium's page zoom is out of DevTools' reach; fewer CSS pixels on the same surface, each of
   * them larger, is what it does.
   */
  async setZoom(factor: number): Promise<void> {
    if (factor === 1) {
      await this.#quietly(this.session.send('Emulation.clearDeviceMetricsOverride'));
      return;
    }
    const { width, height } = this.#size;
    const metrics = {
      width: Math.round(width / factor),
      height: Math.round(height / factor),
      deviceScaleFactor: factor,
      mobile: false,
    };
    await this.#quietly(this.session.send('Emulation.setDeviceMetricsOverride', metrics));
  }

  crash(): void {
    // The command is never answered: the page that would answer is gone.
    void this.#quietly(this.session.send('Page.crash'));
  }

  async bringToFront(): Promise<void> {
    await this.#quietly(this.session.send('Page.bringToFront'));
  }

  async close(): Promise<void> {
    const root = runningBrowser().connection.session();
    await this.#quietly(root.send('Target.closeTarget', { targetId: this.targetId }));
    this.#end();
  }
}
