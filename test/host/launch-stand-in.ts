/** The stand-in's branch of launchApp: the host as a child process, its browser driven by Playwright. */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { DriverCommand, DriverEvent, HostReport } from './driver-port.ts';
import type { Exit, LaunchedApp, LaunchOptions } from './launch-app.ts';

export const repository = path.resolve(import.meta.dirname, '../..');

type Unnumbered<C> = C extends unknown ? Omit<C, 'id'> : never;

/** The host as a child process, without a page: for apps that end before they show one. */
export interface HostProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<Exit>;
  readonly ready: Promise<Extract<DriverEvent, { kind: 'ready' }>>;
  log(): string;
  ask(command: Unnumbered<DriverCommand>): Promise<unknown>;
}

export function startHost(options: LaunchOptions): HostProcess {
  const { appDir = repository, args = [], env = {}, packaged = false } = options;
  const flags = ['--headless', ...(packaged ? ['--packaged'] : [])];
  const script = path.join(import.meta.dirname, 'launch.ts');
  const child = fork(script, [...flags, appDir, ...args], {
    env: { ...process.env, ...env },
    serialization: 'advanced',
    // The test runner's own flags (loaders, conditions) are not the app's.
    execArgv: [],
    silent: true,
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (log += text));
  }
  const exited = new Promise<Exit>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  const answers = new Map<number, (event: DriverEvent) => void>();
  let lastId = 0;
  let markReady: (event: Extract<DriverEvent, { kind: 'ready' }>) => void;
  const ready = new Promise<Extract<DriverEvent, { kind: 'ready' }>>((resolve, reject) => {
    markReady = resolve;
    void exited.then(({ code, signal }) =>
      reject(new Error(`The app ended before it was ready (${code ?? signal}):\n${log}`)),
    );
  });
  ready.catch(() => {});
  child.on('message', (event: DriverEvent) => {
    if (event.kind === 'ready') markReady(event);
    else {
      answers.get(event.id)?.(event);
      answers.delete(event.id);
    }
  });
  const ask = (command: Unnumbered<DriverCommand>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      answers.set(id, (event) => {
        if (event.kind === 'answer') resolve(event.value);
        if (event.kind === 'error') reject(Object.assign(new Error(event.message), event));
      });
      void exited.then(() => reject(new Error(`The app has ended:\n${log}`)));
      child.send({ ...command, id }, (error) => {
        if (error) reject(error);
      });
    });
  return { child, exited, ready, ask, log: () => log };
}

async function firstPage(browser: Browser, timeout: number): Promise<Page> {
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout }));
  // Until the app's own page is there, it is Chromium's blank one.
  await page.waitForURL((url) => url.protocol !== 'about:', { timeout, waitUntil: 'load' });
  return page;
}

/** A process that ended but whose parent has not noticed yet (a zombie) is gone too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function gone(pid: number): Promise<void> {
  for (let i = 0; i < 200 && isAlive(pid); i++) await new Promise((r) => setTimeout(r, 25));
  if (isAlive(pid)) throw new Error(`The browser ${pid} is still running.`);
}

export async function launchStandIn(options: LaunchOptions): Promise<LaunchedApp> {
  const { timeout = 30_000 } = options;
  const host = startHost(options);
  const { child, exited } = host;
  const started = async (): Promise<{ browser: Browser; page: Page; browserPid: number }> => {
    const { endpoint, browserPid } = await host.ready;
    // Playwright's defaults would override the app's own colour scheme.
    const browser = await chromium.connectOverCDP(endpoint, { noDefaults: true });
    return { browser, browserPid, page: await firstPage(browser, timeout) };
  };
  let browser: Browser;
  let page: Page;
  let browserPid: number;
  try {
    ({ browser, page, browserPid } = await started());
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`The app showed no page.\n${host.log()}`, { cause: error });
  }
  const finish = async (): Promise<Exit> => {
    const exit = await exited;
    await browser.close().catch(() => {});
    await gone(browserPid);
    return exit;
  };
  const report = async (): Promise<HostReport> =>
    (await host.ask({ kind: 'report' })) as HostReport;
  return {
    host: 'stand-in',
    page,
    pid: child.pid!,
    exited,
    log: host.log,
    evaluate: (fn, arg) =>
      host.ask({ kind: 'evaluate', source: String(fn), arg }) as ReturnType<typeof fn> &
        Promise<never>,
    networkRequests: async () => (await report()).networkRequests,
    problems: async () => (await report()).problems,
    close: async () => {
      // Quitting may end the process before it can answer.
      void host
        .ask({ kind: 'evaluate', source: '({ app }) => app.quit()', arg: undefined })
        .catch(() => {});
      return finish();
    },
    kill: async () => {
      child.kill('SIGKILL');
      await finish();
    },
  };
}
