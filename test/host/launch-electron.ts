/** The real branch of launchApp, through Playwright's own Electron driver. */
import { _electron, type ConsoleMessage } from '@playwright/test';
import type { NetworkRequest, PageProblem } from './host.ts';
import type { Exit, LaunchedApp, LaunchOptions } from './launch-app.ts';
import { repository } from './launch-stand-in.ts';

export { electronBinary } from '../../build/electron-binary.mjs';

export async function launchElectron(
  executablePath: string,
  options: LaunchOptions,
): Promise<LaunchedApp> {
  const { appDir = repository, args = [], env = {}, timeout = 30_000 } = options;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    throw new Error(
      'Electron refuses to run its sandbox as root: run these tests as another user.',
    );
  }
  // Set, it would make the binary a plain Node that knows no window.
  const { ELECTRON_RUN_AS_NODE: _, ...own } = process.env;
  const inherited = Object.fromEntries(
    Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const app = await _electron.launch({
    executablePath,
    args: [appDir, ...args],
    env: { ...inherited, ...env },
    timeout,
  });
  const child = app.process();
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => (log += part.toString('utf8')));
  }
  const exited = new Promise<Exit>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  const page = await app.firstWindow({ timeout });
  const networkRequests: NetworkRequest[] = [];
  const problems: PageProblem[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (/^(app|data|blob|devtools):/.test(url)) return;
    networkRequests.push({ url, method: request.method(), type: request.resourceType() });
  });
  page.on('console', (message: ConsoleMessage) => {
    if (message.type() !== 'error') return;
    problems.push({ kind: 'console', text: message.text(), url: message.location().url });
  });
  page.on('pageerror', (error) =>
    problems.push({ kind: 'exception', text: String(error.stack ?? error), url: page.url() }),
  );
  page.on('crash', () => problems.push({ kind: 'crash', text: 'The page crashed.', url: '' }));
  await page.waitForLoadState('load', { timeout });
  return {
    host: 'electron',
    page,
    pid: child.pid!,
    exited,
    log: () => log,
    evaluate: (fn, arg) => app.evaluate(fn as never, arg) as never,
    networkRequests: async () => networkRequests,
    problems: async () => problems,
    close: async () => {
      await app.close();
      return exited;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
