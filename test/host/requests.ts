/**
 * Every request of every page is paused and answered here: by the app's own protocol handler when
 * the address is one of its schemes, else by a refusal that is recorded.
 */
import type { OnBeforeRequestListenerDetails } from 'electron';
import { schemeOf, toAppUrl, toBrowserUrl } from './address.ts';
import type { CdpSession } from './cdp.ts';
import { schemeNames } from './electron/schemes.ts';
import { session, type SessionState, stateOf } from './electron/session.ts';
import { host, runningBrowser, say } from './host.ts';
import { type PageConnection, pages } from './page/page-connection.ts';

interface Paused {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
  };
}

/** Answered by the browser itself; nothing leaves the machine. */
const localSchemes = ['about', 'data', 'blob', 'chrome', 'devtools', 'chrome-error', 'javascript'];

type Failure = 'Failed' | 'Aborted' | 'BlockedByClient' | 'NameNotResolved';

export async function startRequests(): Promise<void> {
  const browser = runningBrowser().connection.session();
  browser.on('Fetch.requestPaused', (paused) => {
    answer(browser, paused).catch((error: unknown) => {
      // The page may be gone before its answer; anything else is worth a line.
      if (!/Invalid InterceptionId|the browser has gone/.test(String(error))) say(String(error));
    });
  });
  browser.on('Target.targetCreated', ({ targetInfo }) => {
    // A page may ask for a window; whatever its handler says, the stand-in opens none.
    if (targetInfo.type !== 'page' || !targetInfo.openerId) return;
    closeWindow(browser, targetInfo.targetId).catch(() => {});
  });
  await Promise.all([
    browser.send('Target.setDiscoverTargets', { discover: true }),
    browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
  ]);
}

/**
 * A test driver holds every new window at its start, and with it the page that asked for it: both run in
 * one process. So the window is told to run before it is closed; closed first, it would hold that page for good.
 */
async function closeWindow(browser: CdpSession, targetId: string): Promise<void> {
  try {
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
    const window = runningBrowser().connection.session(sessionId);
    await window.send('Runtime.runIfWaitingForDebugger');
  } finally {
    await browser.send('Target.closeTarget', { targetId });
  }
}

async function answer(browser: CdpSession, paused: Paused): Promise<void> {
  const { requestId, request, resourceType } = paused;
  const url = toAppUrl(request.url);
  const fail = (errorReason: Failure): Promise<unknown> =>
    browser.send('Fetch.failRequest', { requestId, errorReason });

  if (localSchemes.includes(schemeOf(url))) {
    await browser.send('Fetch.continueRequest', { requestId });
    return;
  }
  const page = pageOf(paused.frameId);
  if (resourceType === 'Document' && !(await mayNavigate(page, paused, url))) {
    await fail('Aborted');
    return;
  }
  const state = stateOf(page?.listener.session ?? session.defaultSession);
  const handler = state.handlers.get(schemeOf(url));
  if (!handler) host.networkRequests.push({ url, method: request.method, type: resourceType });
  if (await cancelledByApp(state, paused, url)) {
    await fail('BlockedByClient');
    return;
  }
  if (!handler) {
    await fail('NameNotResolved');
    return;
  }
  if (resourceType === 'Other' && new URL(url).pathname === '/favicon.ico') {
    // The browser's own wish, which Electron does not have.
    await browser.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
    return;
  }
  try {
    await fulfill(browser, requestId, await handler(toRequest(paused, url)));
  } catch (error) {
    console.error(`The handler of ${url} failed:`, error);
    await fail('Failed');
  }
}

function pageOf(frameId: string): PageConnection | null {
  const own = pages.get(frameId);
  if (own) return own;
  for (const page of pages.values()) if (page.subframes.has(frameId)) return page;
  return null;
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A page that leaves is asked about; what the app or a test driver loads is not. */
async function mayNavigate(
  page: PageConnection | null,
  { frameId, request }: Paused,
  url: string,
): Promise<boolean> {
  if (!page) return false;
  if (page.expected === request.url) {
    page.expected = null;
    return true;
  }
  const asked = (): number =>
    page.requestedNavigations.findIndex((n) => n.frameId === frameId && n.url === request.url);
  // The page's own word and the request come by different ways; the word is rarely the later one.
  for (let i = 0; i < 5 && asked() < 0; i++) await wait(10);
  const index = asked();
  if (index < 0) return true;
  page.requestedNavigations.splice(index, 1);
  return !page.listener.willNavigate(url, frameId === page.targetId);
}

function cancelledByApp(state: SessionState, paused: Paused, url: string): Promise<boolean> {
  const { beforeRequest } = state;
  if (!beforeRequest) return Promise.resolve(false);
  const details = {
    id: 0,
    url,
    method: paused.request.method,
    resourceType: electronType(paused),
    referrer: paused.request.headers['Referer'] ?? '',
    timestamp: Date.now(),
    uploadData: [],
  } as OnBeforeRequestListenerDetails;
  return new Promise((resolve) =>
    beforeRequest(details, (response) => resolve(response.cancel === true)),
  );
}

function electronType({ resourceType, frameId }: Paused): string {
  if (resourceType === 'Document') return pages.has(frameId) ? 'mainFrame' : 'subFrame';
  const names: Record<string, string> = { Fetch: 'xhr', XHR: 'xhr', WebSocket: 'webSocket' };
  return names[resourceType] ?? resourceType.toLowerCase();
}

function toRequest({ request }: Paused, url: string): Request {
  const parts = (request.postDataEntries ?? []).map((entry) =>
    Buffer.from(entry.bytes ?? '', 'base64'),
  );
  const hasBody = !['GET', 'HEAD'].includes(request.method) && parts.length > 0;
  return new Request(url, {
    method: request.method,
    headers: { ...request.headers },
    ...(hasBody ? { body: Buffer.concat(parts) } : {}),
  });
}

async function fulfill(browser: CdpSession, requestId: string, response: Response): Promise<void> {
  if (response.type === 'error') {
    await browser.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  const responseHeaders = [...response.headers].map(([name, value]) => ({
    name,
    value: name === 'location' ? toBrowserUrl(value, schemeNames()) : value,
  }));
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  await browser.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders,
    body,
  });
}
