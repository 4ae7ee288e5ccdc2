/** `app`: the life of the process, from `ready` to `quit`, in the order Electron documents. */
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { App } from 'electron';
import { host, say } from '../host.ts';
import { strict } from '../strict.ts';
import { type PathName, appPath } from './app-paths.ts';
import { createEvent, emitPreventable } from './event.ts';
import { systemLocale } from './locale.ts';
import { SingleInstance } from './single-instance.ts';

interface Manifest {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
}

let manifest: Manifest | null = null;
export function readManifest(): Manifest {
  manifest ??= JSON.parse(
    readFileSync(path.join(host.options.appDir, 'package.json'), 'utf8'),
  ) as Manifest;
  return manifest;
}

/** What the windows tell the app and the app asks of them; filled in by browser-window.ts. */
export const windows = {
  count: (): number => 0,
  /** Asks every window to close; a window that refuses calls `quitCancelled`. */
  closeAll: (): void => {},
  destroyAll: (): void => {},
  focusFirst: (): void => {},
};

const emitter = new EventEmitter();
const switches = new Map<string, string>();
const paths = new Map<string, string>();
const instance = new SingleInstance();
let name: string | null = null;
let ready = false;
let quitting = false;
let exiting: { readonly code: number } | null = null;
let over = false;
let about: Electron.AboutPanelOptionsOptions = {};
let resolveReady = (): void => {};
const readyPromise = new Promise<void>((resolve) => (resolveReady = resolve));

function beforeReady(member: string): void {
  if (ready) throw new Error(`app.${member} should be called before the app is ready.`);
}

function appName(): string {
  return name ?? readManifest().productName ?? readManifest().name ?? 'Electron';
}

/** `before-quit`, every window's `close`, `will-quit`, `quit`; each but the last can be prevented. */
function quit(): void {
  if (quitting || over) return;
  quitting = true;
  if (emitPreventable(emitter, 'before-quit')) {
    quitting = false;
    return;
  }
  if (windows.count() === 0) willQuit();
  else windows.closeAll();
}

function willQuit(): void {
  if (over) return;
  if (emitPreventable(emitter, 'will-quit')) quitting = false;
  else end(0);
}

function end(code: number): void {
  if (over) return;
  over = true;
  emitter.emit('quit', createEvent({}), code);
  host.browser?.kill();
  process.exit(code);
}

/** Every window is closed without asking; neither `before-quit` nor `will-quit` is emitted. */
function exit(code = 0): void {
  if (exiting || over) return;
  exiting = { code };
  windows.destroyAll();
  end(code);
}

/** A window refused to close: quitting is off. */
export function quitCancelled(): void {
  quitting = false;
}

/** The last window has gone. Without a listener Electron quits; with one, it is the app's decision. */
export function allWindowsClosed(): void {
  if (exiting || over) return;
  if (quitting) willQuit();
  else if (!emitter.emit('window-all-closed')) quit();
}

export function isOver(): boolean {
  return over;
}

/** Called by the launcher when the entry module has been evaluated and the browser runs. */
export function becomeReady(): void {
  ready = true;
  emitter.emit('will-finish-launching');
  emitter.emit('ready', createEvent({}), {});
  resolveReady();
}

export function appSwitches(): ReadonlyMap<string, string> {
  return switches;
}

/** Switches that take protection away. */
const weakening = [
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'allow-running-insecure-content',
  'remote-debugging-port',
];

const commandLineMembers = {
  appendSwitch: (key, value) => {
    if (weakening.includes(key)) {
      throw new Error(`The stand-in host starts no browser with --${key}: it weakens every page.`);
    }
    switches.set(key, value ?? '');
  },
  hasSwitch: (key) => switches.has(key) || argument(key) !== undefined,
  getSwitchValue: (key) => switches.get(key) ?? argument(key) ?? '',
  removeSwitch: (key) => void switches.delete(key),
} satisfies Pick<
  Electron.CommandLine,
  'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'
>;
const commandLine = strict('app.commandLine', commandLineMembers as Electron.CommandLine);

function argument(key: string): string | undefined {
  const found = host.options.args.find((arg) => arg === `--${key}` || arg.startsWith(`--${key}=`));
  return found?.slice(key.length + 3);
}

const members = {
  commandLine,
  dock: undefined,
  get isPackaged() {
    return host.options.packaged;
  },
  get name() {
    return appName();
  },
  set name(value: string) {
    name = value;
  },
  getName: appName,
  setName: (value) => {
    name = value;
  },
  getVersion: () => readManifest().version ?? process.versions['electron'] ?? '',
  getAppPath: () => host.options.appDir,
  getPath: (key: PathName) => {
    const found = appPath(key, appName(), paths);
    // Electron makes the logs folder when it is asked for.
    if (key === 'logs') mkdirSync(found, { recursive: true });
    return found;
  },
  setPath: (key, value) => {
    if (!path.isAbsolute(value)) throw new Error('Path must be absolute');
    // Documented for setPath; what Electron does is to be seen on a real one.
    if (!existsSync(value)) throw new Error(`Failed to set path '${key}': ${value} does not exist`);
    paths.set(key, value);
  },
  setAppLogsPath: (value) => {
    if (value !== undefined && !path.isAbsolute(value)) throw new Error('Path must be absolute');
    if (value === undefined) paths.delete('logs');
    else {
      mkdirSync(value, { recursive: true });
      paths.set('logs', value);
    }
  },
  // The system's languages are known before ready, Chromium's own choice only after it.
  getLocale: () => (ready ? (argument('lang') ?? systemLocale()) : ''),
  getSystemLocale: systemLocale,
  getPreferredSystemLanguages: () => [systemLocale()],
  isReady: () => ready,
  whenReady: () => readyPromise,
  quit,
  exit,
  relaunch: () => say('app.relaunch was called; the stand-in host does not start the app again.'),
  focus: () => windows.focusFirst(),
  enableSandbox: () => beforeReady('enableSandbox()'),
  disableHardwareAcceleration: () => beforeReady('disableHardwareAcceleration()'),
  setAppUserModelId: () => {},
  setDesktopName: () => {},
  setAboutPanelOptions: (options) => {
    about = options;
  },
  showAboutPanel: () => say(`About: ${JSON.stringify(about)}`),
  addRecentDocument: () => {},
  clearRecentDocuments: () => {},
  requestSingleInstanceLock: (additionalData) =>
    instance.request(
      appPath('userData', appName(), paths),
      {
        argv: process.argv,
        workingDirectory: process.cwd(),
        additionalData: additionalData ?? null,
      },
      (second) =>
        void readyPromise.then(() => {
          const { argv, workingDirectory, additionalData: data } = second;
          emitter.emit('second-instance', createEvent({}), argv, workingDirectory, data);
        }),
    ),
  hasSingleInstanceLock: () => instance.held,
  releaseSingleInstanceLock: () => instance.release(),
} satisfies Pick<
  App,
  | 'commandLine'
  | 'dock'
  | 'isPackaged'
  | 'name'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'isReady'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'relaunch'
  | 'focus'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'setAppUserModelId'
  | 'setDesktopName'
  | 'setAboutPanelOptions'
  | 'showAboutPanel'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
>;

// Accessors must stay accessors, so the descriptors are copied instead of the values.
Object.defineProperties(emitter, Object.getOwnPropertyDescriptors(members));
export const app = strict('app', emitter as typeof emitter & typeof members);
