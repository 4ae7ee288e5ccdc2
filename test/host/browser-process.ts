/** Starts the browser as an unprivileged user, and sees to it that it never stays behind. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { killBrowser, removeFolder } from './browser-cleanup.ts';
import { type BrowserSettings, browserArguments } from './browser.ts';
import { CdpConnection } from './cdp.ts';
import { favourSession } from './session-weight.ts';

export interface BrowserProcess {
  readonly pid: number;
  /** Folder of everything the browser writes. */
  readonly folder: string;
  readonly connection: CdpConnection;
  /** `Chrome/156.0.8078.79` → `156.0.8078.79`. */
  readonly version: string;
  /** Where a test driver can connect; null without a debugging port. */
  readonly endpoint: string | null;
  /** Resolves when the browser's process has ended. */
  readonly exited: Promise<void>;
  /** Ends the browser and removes its profile, at once and synchronously. */
  kill(): void;
}

/** What the host decides; the rest is this file's business. */
export interface StartSettings extends Omit<BrowserSettings, 'profile' | 'sandbox'> {
  readonly instanceLock: string | null;
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

interface Attempt {
  readonly user: User | null;
  readonly sandbox: boolean;
  /** Said when the attempt is made, because something is given up. */
  readonly notice?: string;
}

/** Chromium refuses its sandbox to root, so root hands the browser to `nobody`. */
function attempts(): Attempt[] {
  const weaker = 'because Chromium could not start its own sandbox here';
  const noSandbox = { sandbox: false, notice: `Chromium runs with --no-sandbox, ${weaker}.` };
  if (process.platform !== 'linux' || process.getuid?.() !== 0) {
    return [
      { user: null, sandbox: true },
      { user: null, ...noSandbox },
    ];
  }
  const user = nobody();
  return [
    ...(user
      ? [
          { user, sandbox: true },
          { user, ...noSandbox },
        ]
      : []),
    {
      user: null,
      sandbox: false,
      notice: 'Chromium runs as root with --no-sandbox, because it could not start as "nobody".',
    },
  ];
}

function nobody(): User | null {
  const id = (flag: string): number => Number(spawnSync('id', [flag, 'nobody']).stdout?.toString());
  const user = { uid: id('-u'), gid: id('-g') };
  const works = spawnSync('setpriv', [...userArguments(user), 'true']).status === 0;
  return user.uid > 0 && works ? user : null;
}

function userArguments({ uid, gid }: User): string[] {
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}

function spawnBrowser(
  file: string,
  settings: BrowserSettings,
  home: string,
  { user }: Attempt,
): ChildProcess {
  const command = user ? ['setpriv', ...userArguments(user), file] : [file];
  const [program, ...prefix] = command as [string, ...string[]];
  return spawn(program, [...prefix, ...browserArguments(settings)], {
    // A group of its own: Ctrl+C in the terminal is the host's, and one kill ends all of it.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: user
      ? { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home }
      : process.env,
  });
}

/** Collects what the browser says until it answers, so that a failure can be shown. */
function listen(child: ChildProcess): { text(): string; endpoint(): Promise<string> } {
  let text = '';
  let found: (endpoint: string) => void;
  const endpoint = new Promise<string>((resolve) => (found = resolve));
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    text = (text + part).slice(-8_000);
    const match = /DevTools listening on (ws:\S+)/.exec(text);
    if (match) found(match[1]!);
  });
  return { text: () => text, endpoint: () => endpoint };
}

async function start(
  file: string,
  settings: StartSettings,
  attempt: Attempt,
): Promise<BrowserProcess> {
  const home = mkdtempSync(path.join(tmpdir(), 'downhill-browser-'));
  if (attempt.user) chownSync(home, attempt.user.uid, attempt.user.gid);
  const profile = path.join(home, 'profile');
  const child = spawnBrowser(
    file,
    { ...settings, profile, sandbox: attempt.sandbox },
    home,
    attempt,
  );
  const said = listen(child);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const pid = child.pid;
  if (pid === undefined) {
    removeFolder(home);
    throw new Error(`${file} could not be started.`);
  }
  favourSession(pid);
  const watchdog = startWatchdog(pid, home, settings.instanceLock);
  const kill = (): void => {
    killBrowser(pid);
    removeFolder(home);
    watchdog.kill('SIGKILL');
  };
  try {
    const connection = new CdpConnection(child.stdio[4] as Readable, child.stdio[3] as Writable);
    const gone = exited.then(() => {
      throw new Error('It ended at once.');
    });
    const { product } = await Promise.race([connection.session().send('Browser.getVersion'), gone]);
    const endpoint = settings.debuggingPort ? await Promise.race([said.endpoint(), gone]) : null;
    gone.catch(() => {});
    const version = product.split('/')[1] ?? product;
    return { pid, folder: home, connection, version, endpoint, exited, kill };
  } catch (cause) {
    kill();
    // Its last words are still on their way.
    await Promise.race([once(child, 'close'), setTimeout(500)]);
    throw new Error(`${file} did not start. It said:\n${said.text()}`, { cause });
  }
}

function startWatchdog(pid: number, folder: string, lock: string | null): ChildProcess {
  const script = fileURLToPath(new URL('watchdog.ts', import.meta.url));
  const args = [script, String(pid), folder, String(process.pid), lock ?? ''];
  const watchdog = spawn(process.execPath, args, {
    stdio: ['pipe', 'ignore', 'ignore'],
    // A group of its own: what kills the host's whole group must not kill it too.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  watchdog.unref();
  return watchdog;
}

/** Starts the browser; gives up privileges first and the sandbox last, and says so through `notify`. */
export async function startBrowser(
  file: string,
  settings: StartSettings,
  notify: (line: string) => void,
): Promise<BrowserProcess> {
  let failure: unknown;
  for (const attempt of attempts()) {
    try {
      const browser = await start(file, settings, attempt);
      if (attempt.notice) notify(attempt.notice);
      return browser;
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}
