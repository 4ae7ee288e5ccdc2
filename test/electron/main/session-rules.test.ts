import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { lockDown } from '../../../electron/main/session-rules.ts';

type Listener = (...args: never[]) => unknown;

/** A session that remembers what it was told. */
function lockedSession(devTools: boolean): Readonly<Record<string, Listener>> {
  const given: Record<string, Listener> = {};
  const remember = (name: string) => (listener: Listener) => void (given[name] = listener);
  lockDown(
    {
      setPermissionRequestHandler: remember('request'),
      setPermissionCheckHandler: remember('check'),
      setDevicePermissionHandler: remember('device'),
      setDisplayMediaRequestHandler: remember('media'),
      on: (name: string, listener: Listener) => remember(name)(listener),
      webRequest: { onBeforeRequest: remember('before') },
    } as never as Session,
    devTools,
  );
  return given;
}

function decisionOn(session: ReturnType<typeof lockedSession>, url: string): unknown {
  let decision: unknown;
  session['before']!({ url } as never, ((given: unknown) => (decision = given)) as never);
  return decision;
}

describe('the session', () => {
  it('grants nothing', () => {
    const session = lockedSession(false);
    let granted: unknown;
    session['request']!(
      null as never,
      'media' as never,
      ((given: unknown) => (granted = given)) as never,
    );
    expect(granted).toBe(false);
    expect(session['check']!()).toBe(false);
    expect(session['device']!()).toBe(false);
    session['media']!({} as never, ((given: unknown) => (granted = given)) as never);
    expect(granted).toEqual({});
  });

  it('prevents downloads', () => {
    let prevented = 0;
    lockedSession(false)['will-download']!({ preventDefault: () => prevented++ } as never);
    expect(prevented).toBe(1);
  });

  it.each(['app://lab/index.html', 'data:image/png;base64,', 'blob:app://lab/1'])(
    'lets %s pass',
    (url) => expect(decisionOn(lockedSession(false), url)).toEqual({ cancel: false }),
  );

  it.each([
    'http://example.org/',
    'https://example.org/',
    'ws://127.0.0.1:9229/',
    'wss://example.org',
    'file:///etc/passwd',
    'ftp://example.org/',
    'chrome-extension://abc/x.js',
    'devtools://devtools/bundled/x.html',
    'no address',
  ])('cancels %s', (url) =>
    expect(decisionOn(lockedSession(false), url)).toEqual({ cancel: true }),
  );

  it('lets developer tools load where they can be opened', () => {
    const url = 'devtools://devtools/bundled/x.html';
    expect(decisionOn(lockedSession(true), url)).toEqual({ cancel: false });
    expect(decisionOn(lockedSession(true), 'https://example.org/')).toEqual({ cancel: true });
  });
});
