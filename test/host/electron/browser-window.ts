/** `BrowserWindow`: one page target of the browser, closed and counted as Electron does. */
import { EventEmitter } from 'node:events';
import type {
  BrowserWindow as ElectronBrowserWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
} from 'electron';
import { runningBrowser, say } from '../host.ts';
import { markDestroyed, type NothingBeyond, strict, strictClass } from '../strict.ts';
import { allWindowsClosed, app, quitCancelled, windows } from './app.ts';
import { createEvent, emitPreventable } from './event.ts';
import { WebContents } from './web-contents.ts';
import { checkWebPreferences } from './web-preferences.ts';

/** Options the stand-in honours, or whose effect nobody can see in it. */
const knownOptions: readonly (keyof BrowserWindowConstructorOptions)[] = [
  'width',
  'height',
  'x',
  'y',
  'minWidth',
  'minHeight',
  'maxWidth',
  'maxHeight',
  'useContentSize',
  'center',
  'show',
  'title',
  'icon',
  'backgroundColor',
  'darkTheme',
  'autoHideMenuBar',
  'resizable',
  'movable',
  'minimizable',
  'maximizable',
  'fullscreenable',
  'fullscreen',
  'closable',
  'focusable',
  'acceptFirstMouse',
  'titleBarStyle',
  'titleBarOverlay',
  'trafficLightPosition',
  'webPreferences',
  'name',
  // Electron itself keeps no window state where there is no display; the preview keeps none either.
  'windowStatePersistence',
];

const all: BrowserWindow[] = [];
let lastId = 0;

class BrowserWindow
  extends EventEmitter
  implements
    Pick<
      ElectronBrowserWindow,
      | 'id'
      | 'loadURL'
      | 'show'
      | 'showInactive'
      | 'hide'
      | 'focus'
      | 'blur'
      | 'close'
      | 'destroy'
      | 'isDestroyed'
      | 'isVisible'
      | 'isFocused'
      | 'minimize'
      | 'restore'
      | 'isMinimized'
      | 'maximize'
      | 'unmaximize'
      | 'isMaximized'
      | 'setFullScreen'
      | 'isFullScreen'
      | 'getBounds'
      | 'getNormalBounds'
      | 'getContentBounds'
      | 'setBounds'
      | 'getSize'
      | 'setSize'
      | 'getContentSize'
      | 'setContentSize'
      | 'getMinimumSize'
      | 'setMinimumSize'
      | 'getTitle'
      | 'setTitle'
      | 'setBackgroundColor'
      | 'getBackgroundColor'
      | 'setTitleBarOverlay'
      | 'setAutoHideMenuBar'
      | 'setMenuBarVisibility'
      | 'setProgressBar'
      | 'center'
      | 'reload'
    >
{
  readonly id = ++lastId;
  readonly #contents: WebContents;
  readonly #name: string | undefined;
  #bounds: Rectangle;
  #minimum: [number, number];
  #title: string;
  #background: string;
  #visible: boolean;
  #state: 'normal' | 'minimized' | 'maximized' | 'fullscreen' = 'normal';
  #destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    runningBrowser();
    const preferences = options.webPreferences ?? {};
    checkWebPreferences(preferences);
    const stranger = Object.keys(options).find((name) => !knownOptions.includes(name as never));
    if (stranger) throw new Error(`The stand-in host does not know the window option ${stranger}.`);
    const { name } = options;
    if (name !== undefined && all.some((window) => window.#name === name)) {
      throw new Error(`The window name "${name}" is in use; each window must have its own.`);
    }
    const { width = 800, height = 600, x = 0, y = 0 } = options;
    this.#name = name;
    this.#bounds = { x, y, width, height };
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0];
    this.#title = options.title ?? app.name;
    this.#background = options.backgroundColor ?? '#FFFFFF';
    this.#visible = options.show ?? true;
    all.push(this);
    this.#contents = new WebContents(preferences, {
      size: { width, height },
      titleChanged: (title) => {
        this.#title = title;
      },
      // A window that is shown already has nothing to get ready for.
      readyToShow: () => {
        if (!this.#visible) this.emit('ready-to-show', createEvent({}));
      },
      gone: () => this.#closedByUser(),
    });
    app.emit('browser-window-created', createEvent({}), strict('BrowserWindow', this));
    if (options.fullscreen) this.setFullScreen(true);
  }

  static getAllWindows(): BrowserWindow[] {
    return all.map((window) => strict('BrowserWindow', window));
  }

  static getFocusedWindow(): BrowserWindow | null {
    const focused = all.findLast((window) => window.isFocused());
    return focused ? strict('BrowserWindow', focused) : null;
  }

  static fromWebContents(contents: object): BrowserWindow | null {
    const found = all.find((window) => strict('webContents', window.#contents) === contents);
    return found ? strict('BrowserWindow', found) : null;
  }

  static fromId(id: number): BrowserWindow | null {
    const found = all.find((window) => window.id === id);
    return found ? strict('BrowserWindow', found) : null;
  }

  get webContents(): WebContents {
    return strict('webContents', this.#contents);
  }

  get title(): string {
    return this.#title;
  }

  set title(title: string) {
    this.#title = title;
  }

  loadURL(url: string): Promise<void> {
    return this.#contents.loadURL(url);
  }

  reload(): void {
    this.#contents.reload();
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    const hidden = !this.#visible;
    this.#visible = true;
    if (hidden) this.emit('show');
  }

  hide(): void {
    const shown = this.#visible;
    this.#visible = false;
    if (shown) this.emit('hide');
  }

  focus(): void {
    this.#contents.focus();
    this.emit('focus', createEvent({}));
  }

  blur(): void {
    this.emit('blur', createEvent({}));
  }

  isVisible(): boolean {
    return this.#visible;
  }

  isFocused(): boolean {
    return this.#visible && this.#state !== 'minimized';
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** `close` can be prevented, which also stops a quit that is under way. */
  close(): void {
    if (this.#destroyed) return;
    if (emitPreventable(this, 'close')) quitCancelled();
    else this.destroy();
  }

  /** No `close` event, no question. */
  destroy(): void {
    if (this.#destroyed) return;
    WebContents.end(this.#contents);
    this.#finish();
  }

  #closedByUser(): void {
    if (this.#destroyed) return;
    if (emitPreventable(this, 'close')) {
      say('The app refused to close its window, but the browser has already closed it.');
    }
    this.#finish();
  }

  #finish(): void {
    this.#destroyed = true;
    all.splice(all.indexOf(this), 1);
    markDestroyed(this);
    this.emit('closed');
    if (all.length === 0) allWindowsClosed();
  }

  minimize(): void {
    this.#setState('minimized', 'minimize');
  }

  restore(): void {
    this.#setState('normal', 'restore');
  }

  isMinimized(): boolean {
    return this.#state === 'minimized';
  }

  /** Shows the window, as in Electron. */
  maximize(): void {
    this.showInactive();
    this.#setState('maximized', 'maximize');
  }

  unmaximize(): void {
    this.#setState('normal', 'unmaximize');
  }

  isMaximized(): boolean {
    return this.#state === 'maximized';
  }

  setFullScreen(on: boolean): void {
    if (on) this.#setState('fullscreen', 'enter-full-screen');
    else if (this.isFullScreen()) this.#setState('normal', 'leave-full-screen');
  }

  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }

  #setState(state: 'normal' | 'minimized' | 'maximized' | 'fullscreen', event: string): void {
    this.#state = state;
    void WebContents.page(this.#contents).then(async (page) => {
      await page.setWindowState(state);
      if (!this.#destroyed) this.emit(event, createEvent({}));
    });
  }

  /** What was asked for; a person who drags the preview's window is not followed. */
  getBounds(): Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Rectangle {
    return this.getBounds();
  }

  /** The page fills the window: there is no frame of our own. */
  getContentBounds(): Rectangle {
    return this.getBounds();
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    const [minWidth, minHeight] = this.#minimum;
    const width = Math.max(this.#bounds.width, minWidth);
    const height = Math.max(this.#bounds.height, minHeight);
    this.#bounds = { ...this.#bounds, width, height };
    void WebContents.page(this.#contents).then(async (page) => {
      await page.setContentSize({ width, height });
      if (!this.#destroyed) this.emit('resize', createEvent({}));
    });
  }

  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getContentSize(): [number, number] {
    return this.getSize();
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  getMinimumSize(): [number, number] {
    return [...this.#minimum];
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height];
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  setBackgroundColor(color: string): void {
    this.#background = color;
  }

  getBackgroundColor(): string {
    return this.#background;
  }

  setTitleBarOverlay(): void {}

  setAutoHideMenuBar(): void {}

  setMenuBarVisibility(): void {}

  setProgressBar(): void {}

  center(): void {}
}

true satisfies NothingBeyond<BrowserWindow, ElectronBrowserWindow>;
true satisfies NothingBeyond<typeof BrowserWindow, typeof Electron.BrowserWindow>;

windows.count = () => all.length;
windows.closeAll = () => {
  for (const window of [...all]) window.close();
};
windows.destroyAll = () => {
  for (const window of [...all]) window.destroy();
};
windows.focusFirst = () => all[0]?.focus();

const StrictBrowserWindow = strictClass('BrowserWindow', BrowserWindow);
type StrictBrowserWindow = BrowserWindow;
export { StrictBrowserWindow as BrowserWindow };
