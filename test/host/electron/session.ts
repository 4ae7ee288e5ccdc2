/** Sessions: protocol handlers, request filters and permissions of the pages that use them. */
import { EventEmitter } from 'node:events';
import type {
  OnBeforeRequestListenerDetails,
  Protocol,
  Session as ElectronSession,
  WebRequest,
} from 'electron';
import { host, runningBrowser } from '../host.ts';
import { type NothingBeyond, strict } from '../strict.ts';
import { isOver } from './app.ts';
import { registeredSchemes } from './schemes.ts';

type ProtocolHandler = Parameters<Protocol['handle']>[1];
type RequestHandler = Parameters<ElectronSession['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<ElectronSession['setPermissionCheckHandler']>[0];
type BeforeRequest = (
  details: OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;

/** What the app has set up in one session; read when requests arrive and pages open. */
export interface SessionState {
  readonly handlers: Map<string, ProtocolHandler>;
  beforeRequest: BeforeRequest | null;
  permissionRequest: RequestHandler;
  permissionCheck: CheckHandler;
}

const states = new WeakMap<object, SessionState>();

export function stateOf(session: object): SessionState {
  return states.get(session)!;
}

function createProtocol(state: SessionState) {
  return strict('protocol', {
    handle: (scheme, handler) => {
      if (state.handlers.has(scheme)) {
        throw new Error(`Failed to register protocol: ${scheme}`);
      }
      state.handlers.set(scheme, handler);
    },
    unhandle: (scheme) => {
      if (!state.handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
    },
    isProtocolHandled: (scheme) => state.handlers.has(scheme),
    registerSchemesAsPrivileged: (schemes) => {
      if (host.browser) {
        throw new Error(
          'protocol.registerSchemesAsPrivileged should be called before app is ready',
        );
      }
      if (registeredSchemes.size > 0) {
        throw new Error('protocol.registerSchemesAsPrivileged can be called only once');
      }
      for (const { scheme, privileges } of schemes) registeredSchemes.set(scheme, privileges ?? {});
    },
  } satisfies Pick<
    Protocol,
    'handle' | 'unhandle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged'
  >);
}

function createWebRequest(state: SessionState) {
  return strict('webRequest', {
    onBeforeRequest: (filter: unknown, listener?: BeforeRequest | null) => {
      const given = typeof filter === 'function' || filter === null ? filter : listener;
      if (typeof filter === 'object' && filter !== null) assertAllUrls(filter);
      state.beforeRequest = (given ?? null) as BeforeRequest | null;
    },
  } satisfies Record<keyof Pick<WebRequest, 'onBeforeRequest'>, unknown>);
}

/** Narrower filters are the browser's business; the stand-in asks the app about every request. */
function assertAllUrls(filter: object): void {
  const urls = (filter as { urls?: readonly string[] }).urls ?? [];
  if (urls.some((url) => url !== '<all_urls>' && url !== '*://*/*')) {
    throw new Error('The stand-in host implements webRequest.onBeforeRequest for all URLs only.');
  }
}

/** Electron's permission names and the ones Chromium knows over DevTools. */
const permissions = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  media: 'camera',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
  midi: 'midi',
  'idle-detection': 'idle-detection',
  'window-management': 'window-management',
} as const;

const appOrigin = 'app://lab/';

/**
 * Chromium is told beforehand what the app's handlers answer, as it cannot ask them later. Without
 * handlers everything is granted: that is Electron's default, and a test of the app sees it.
 */
async function applyPermissions(state: SessionState): Promise<void> {
  if (!host.browser || isOver()) return;
  const browser = runningBrowser().connection.session();
  for (const [name, chromiumName] of Object.entries(permissions)) {
    const granted = checks(state, name) && (await requests(state, name));
    const setting = granted ? 'granted' : 'denied';
    await browser.send('Browser.setPermission', { permission: { name: chromiumName }, setting });
  }
}

function checks(state: SessionState, name: string): boolean {
  const details = { isMainFrame: true, requestingUrl: appOrigin };
  return state.permissionCheck?.(null, name as never, appOrigin, details as never) ?? true;
}

function requests(state: SessionState, name: string): Promise<boolean> {
  const { permissionRequest } = state;
  if (!permissionRequest) return Promise.resolve(true);
  const details = { isMainFrame: true, requestingUrl: appOrigin };
  return new Promise((resolve) =>
    permissionRequest(null as never, name as never, resolve, details as never),
  );
}

class Session extends EventEmitter {
  readonly protocol: ReturnType<typeof createProtocol>;
  readonly webRequest: ReturnType<typeof createWebRequest>;
  readonly #state: SessionState;

  constructor() {
    super();
    const state: SessionState = {
      handlers: new Map(),
      beforeRequest: null,
      permissionRequest: null,
      permissionCheck: null,
    };
    this.#state = state;
    states.set(this, state);
    this.protocol = createProtocol(state);
    this.webRequest = createWebRequest(state);
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#state.permissionRequest = handler;
    void applyPermissions(this.#state);
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#state.permissionCheck = handler;
    void applyPermissions(this.#state);
  }

  /** Devices need a chooser, which a headless or app window never shows: nothing can be granted. */
  setDevicePermissionHandler(): void {}

  setDisplayMediaRequestHandler(): void {}

  setSpellCheckerEnabled(): void {}

  /** The stand-in's browser resolves no names, so every proxy setting comes to the same. */
  setProxy(): Promise<void> {
    return Promise.resolve();
  }
}

true satisfies NothingBeyond<Session, ElectronSession>;

const sessions = new Map<string, ReturnType<typeof createSession>>();

function createSession() {
  const target = new Session();
  const session = strict('session', target);
  states.set(session, stateOf(target));
  return session;
}

function fromPartition(partition: string) {
  let found = sessions.get(partition);
  if (!found) sessions.set(partition, (found = createSession()));
  return found;
}

export const session = strict('session', {
  get defaultSession() {
    return fromPartition('');
  },
  fromPartition,
} satisfies Record<
  keyof Pick<typeof Electron.Session, 'defaultSession' | 'fromPartition'>,
  unknown
>);

export const protocol = session.defaultSession.protocol;

/** Called when the browser runs: decisions made before that reach it now. */
export async function startSessions(): Promise<void> {
  const browser = runningBrowser().connection.session();
  await browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true });
  browser.on('Browser.downloadWillBegin', ({ url, suggestedFilename }) => {
    const item = strict('DownloadItem', {
      getURL: () => url,
      getFilename: () => suggestedFilename,
      cancel: () => {},
    });
    for (const found of sessions.values()) {
      found.emit('will-download', { preventDefault: () => {}, defaultPrevented: false }, item);
    }
  });
  await applyPermissions(stateOf(session.defaultSession));
}
