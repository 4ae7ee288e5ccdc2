/** `webContents`: a page as the app's main process sees it. */
import type {
  IpcMainInvokeEvent,
  RenderProcessGoneDetails,
  WebContents as ElectronWebContents,
  WebPreferences,
} from 'electron';
import { toAppUrl, toBrowserUrl } from '../address.ts';
import { host, say } from '../host.ts';
import { PageConnection, type PageListener } from '../page/page-connection.ts';
import type { PageMessage } from '../page/preload-world.ts';
import { markDestroyed, type NothingBeyond, NotImplementedError, strict } from '../strict.ts';
import { app } from './app.ts';
import { ContentsPrinting } from './contents-printing.ts';
import { createEvent, emitPreventable } from './event.ts';
import { emitMessage, invoke } from './ipc-main.ts';
import { clickShortcut, shortcuts } from './menu-shortcuts.ts';
import { darkColors } from './native-theme.ts';
import { schemeNames } from './schemes.ts';
import { session } from './session.ts';
import { createMainFrame, type MainFrame } from './web-frame-main.ts';

type WindowOpenHandler = Parameters<ElectronWebContents['setWindowOpenHandler']>[0];

/** What the window around the contents wants to know. */
export interface ContentsOwner {
  readonly size: { readonly width: number; readonly height: number };
  titleChanged(title: string): void;
  readyToShow(): void;
  /** The page has gone without the window asking for it: somebody closed it, or the browser. */
  gone(): void;
}

const all = new Map<number, WebContents>();
let lastId = 0;
const consoleLevels: Record<string, number> = { verbose: 0, debug: 0, warning: 2, error: 3 };

export class WebContents
  extends ContentsPrinting
  implements
    Pick<
      ElectronWebContents,
      | 'id'
      | 'loadURL'
      | 'getURL'
      | 'getTitle'
      | 'getType'
      | 'isLoading'
      | 'isLoadingMainFrame'
      | 'isDestroyed'
      | 'isCrashed'
      | 'isFocused'
      | 'isDevToolsOpened'
      | 'focus'
      | 'send'
      | 'reload'
      | 'reloadIgnoringCache'
      | 'setWindowOpenHandler'
      | 'forcefullyCrashRenderer'
    >
{
  readonly id = ++lastId;
  readonly session: typeof session.defaultSession;
  readonly mainFrame: MainFrame;
  readonly #owner: ContentsOwner;
  readonly #page: Promise<PageConnection>;
  #connection: PageConnection | null = null;
  #url = '';
  #title = '';
  #loading = false;
  #crashed = false;
  #destroyed = false;
  #shown = false;
  #openHandler: WindowOpenHandler | null = null;
  #unsent: (() => void)[] = [];
  #onLoaded: (() => void)[] = [];

  constructor(preferences: WebPreferences, owner: ContentsOwner) {
    super();
    this.#owner = owner;
    this.session =
      (preferences.session as typeof session.defaultSession | undefined) ??
      session.fromPartition(preferences.partition ?? '');
    this.mainFrame = createMainFrame(
      this.id,
      () => this.#url,
      () => this.#destroyed,
    );
    all.set(this.id, this);
    const settings = {
      preload: preferences.preload,
      ...owner.size,
      additionalArguments: preferences.additionalArguments ?? [],
      darkColors: darkColors(),
    };
    this.#page = PageConnection.open(settings, this.#listener()).then((page) => {
      this.#connection = page;
      for (const send of this.#unsent.splice(0)) send();
      return page;
    });
    this.#page.catch((error: unknown) => {
      if (!this.#destroyed) process.emitWarning(error as Error);
    });
    if (preferences.zoomFactor !== undefined) this.setZoomFactor(preferences.zoomFactor);
    app.emit('web-contents-created', createEvent({}), strict('webContents', this));
  }

  /** Settles as Electron's does: with the load event, or with Chromium's error. */
  async loadURL(url: string): Promise<void> {
    const page = await this.#page;
    const loaded = new Promise<void>((resolve) => this.#onLoaded.push(resolve));
    this.#url = url;
    const error = await page.navigate(toBrowserUrl(url, schemeNames()));
    if (error) {
      const code = error.replace(/^net::/, '');
      this.emit('did-fail-load', createEvent({}), -2, code, url, true, this.id, 1);
      throw Object.assign(new Error(`${code} (-2) loading '${url}'`), { code, errno: -2, url });
    }
    await loaded;
  }

  getURL(): string {
    return this.#url;
  }

  getTitle(): string {
    return this.#title;
  }

  getType(): 'window' {
    return 'window';
  }

  isLoading(): boolean {
    return this.#loading;
  }

  isLoadingMainFrame(): boolean {
    return this.#loading;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  isFocused(): boolean {
    return !this.#destroyed;
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  focus(): void {
    void this.#page.then((page) => page.bringToFront());
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    try {
      if (this.#connection) this.#connection.send(['event', channel, args]);
      else {
        const kept = structuredClone(args);
        this.#unsent.push(() => this.#connection?.send(['event', channel, kept]));
      }
    } catch {
      throw new Error('Failed to serialize arguments');
    }
  }

  reload(): void {
    void this.#reload(false);
  }

  reloadIgnoringCache(): void {
    void this.#reload(true);
  }

  async #reload(ignoreCache: boolean): Promise<void> {
    const page = await this.#page;
    const url = toBrowserUrl(this.#url, schemeNames());
    // A crashed page has nothing to reload from.
    if (this.#crashed) await page.navigate(url);
    else await page.reload(ignoreCache, url);
    this.#crashed = false;
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return (await this.#page).evaluate(code, userGesture);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  forcefullyCrashRenderer(): void {
    void this.#page.then((page) => page.crash());
  }

  protected connected(): Promise<PageConnection> {
    return this.#page;
  }

  protected applyZoom(factor: number): void {
    void this.#page.then((page) => page.setZoom(factor));
  }

  #listener(): PageListener {
    return {
      session: this.session,
      greeting: () => ['shortcuts', shortcuts()],
      message: (message) => this.#receive(message),
      loading: () => {
        if (!this.#loading) this.emit('did-start-loading');
        this.#loading = true;
      },
      domReady: () => this.emit('dom-ready', createEvent({})),
      loaded: () => this.#loaded(),
      title: (title) => this.#retitle(title),
      navigated: (url) => {
        this.#url = toAppUrl(url);
        this.emit('did-navigate', createEvent({}), this.#url, 200, 'OK');
      },
      willNavigate: (url, isMainFrame) => this.#willNavigate(url, isMainFrame),
      windowOpen: (url) => this.#windowOpen(toAppUrl(url)),
      console: (level, text, url, line) => this.#console(level, text, url, line),
      crashed: () => this.#crash(),
      closed: () => this.#gone(),
    };
  }

  #receive(message: PageMessage): void {
    const proxy = strict('webContents', this);
    const event = createEvent({
      sender: proxy,
      senderFrame: this.mainFrame,
      frameId: this.mainFrame.routingId,
      processId: this.mainFrame.processId,
      type: 'frame' as const,
    });
    if (message[0] === 'shortcut') clickShortcut(message[1], proxy);
    else if (message[0] === 'send') {
      const reply = (channel: string, ...args: unknown[]): void => this.send(channel, ...args);
      emitMessage(message[1], Object.assign(event, { reply, ports: [] }), message[2]);
    } else
      void this.#answer(message[1], message[2], event as unknown as IpcMainInvokeEvent, message[3]);
  }

  async #answer(
    id: number,
    channel: string,
    event: IpcMainInvokeEvent,
    args: readonly unknown[],
  ): Promise<void> {
    try {
      const value = await invoke(channel, event, args);
      try {
        this.#connection?.send(['resolved', id, value]);
      } catch {
        throw new Error('An object could not be cloned.');
      }
    } catch (error) {
      const text = `Error invoking remote method '${channel}': ${String(error)}`;
      this.#connection?.send(['rejected', id, text]);
    }
  }

  #loaded(): void {
    // The blank page a window starts with is not a load the app asked for.
    if (!this.#url || this.#url === 'about:blank') return;
    this.#loading = false;
    this.emit('did-finish-load', createEvent({}));
    this.emit('did-stop-loading');
    for (const resolve of this.#onLoaded.splice(0)) resolve();
    if (this.#shown) return;
    this.#shown = true;
    this.#owner.readyToShow();
  }

  #retitle(title: string): void {
    if (!title || title === this.#title) return;
    this.#title = title;
    if (!emitPreventable(this, 'page-title-updated', {}, title, true))
      this.#owner.titleChanged(title);
  }

  #willNavigate(url: string, isMainFrame: boolean): boolean {
    const frame = isMainFrame ? this.mainFrame : null;
    const details = { url, isMainFrame, isSameDocument: false, frame };
    const event = createEvent(details);
    this.emit('will-frame-navigate', event);
    if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url, false, true);
    return event.defaultPrevented;
  }

  #windowOpen(url: string): void {
    const details = { url, frameName: '', features: '', disposition: 'foreground-tab' as const };
    const request = { ...details, referrer: { url: this.#url, policy: 'default' as const } };
    const answer = this.#openHandler?.(request as Parameters<NonNullable<WindowOpenHandler>>[0]);
    if (answer?.action !== 'deny') {
      host.problems.push({ kind: 'exception', text: `A second window for ${url}`, url: this.#url });
      throw new NotImplementedError('a window opened by a page (action: "allow")');
    }
  }

  #console(level: string, text: string, url: string, line: number): void {
    const sourceId = toAppUrl(url);
    if (level === 'error' || level === 'assert') {
      if (!isForeignScheme(text)) host.problems.push({ kind: 'console', text, url: sourceId });
    }
    const name = level === 'warning' || level === 'error' || level === 'debug' ? level : 'info';
    const details = {
      message: text,
      level: name,
      lineNumber: line,
      sourceId,
      frame: this.mainFrame,
    };
    const event = createEvent(details);
    this.emit('console-message', event, consoleLevels[level] ?? 1, text, line, sourceId);
  }

  #crash(): void {
    this.#crashed = true;
    host.problems.push({ kind: 'crash', text: 'The page crashed.', url: this.#url });
    const details: RenderProcessGoneDetails = { reason: 'crashed', exitCode: 139 };
    this.emit('render-process-gone', createEvent({}), details);
    app.emit('render-process-gone', createEvent({}), strict('webContents', this), details);
  }

  #gone(): void {
    if (this.#destroyed) return;
    this.#destroy();
    this.#owner.gone();
  }

  #destroy(): void {
    this.#destroyed = true;
    all.delete(this.id);
    this.emit('destroyed');
    markDestroyed(this);
  }

  /** For the window: ends the page. `Electron.WebContents.close` is something else and not here. */
  static end(contents: WebContents): void {
    if (contents.#destroyed) return;
    contents.#destroy();
    contents.#page.then((page) => page.close()).catch((error: unknown) => say(String(error)));
  }

  /** The page has gone with its browser. */
  static lost(contents: WebContents): void {
    contents.#gone();
  }

  /** For the window, the theme and the menu: the connection once it stands. */
  static page(contents: WebContents): Promise<PageConnection> {
    return contents.#page;
  }
}

true satisfies NothingBeyond<WebContents, ElectronWebContents>;

/** Pages that live, as the app sees them. */
function allWebContents(): WebContents[] {
  return [...all.values()].map((contents) => strict('webContents', contents));
}

export function eachPage(action: (page: PageConnection) => void): void {
  for (const contents of all.values()) {
    void WebContents.page(contents).then(action, () => {});
  }
}

export const webContents = strict('webContents', {
  getAllWebContents: allWebContents,
  getFocusedWebContents: () => allWebContents().at(-1) ?? null,
  fromId: (id: number) => allWebContents().find((contents) => contents.id === id),
} satisfies Record<
  keyof Pick<typeof Electron.WebContents, 'getAllWebContents' | 'getFocusedWebContents' | 'fromId'>,
  unknown
>);

/** The browser itself has ended: whoever closed its last window in a preview, or a crash. */
export function allPagesGone(): void {
  for (const contents of [...all.values()]) WebContents.lost(contents);
}

/** Chromium takes a scheme of the app for another program's when a page opens it; Electron knows it. */
function isForeignScheme(text: string): boolean {
  const scheme = /^Not allowed to launch '([a-z][a-z0-9+.-]*):/.exec(text)?.[1];
  return scheme !== undefined && schemeNames().has(scheme);
}
