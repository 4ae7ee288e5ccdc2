/**
 * Starts a built app on the stand-in host:
 * `node test/host/launch.ts [--headless | --window] [--packaged] <folder of package.json> [app arguments]`.
 * Without either of the first two it shows a window where there is a display.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser, hasDisplay } from './browser.ts';
import { startBrowser } from './browser-process.ts';
import { serveDriver, takeDriverChannel } from './driver-port.ts';
import { host, say } from './host.ts';
import { prepareProcess } from './process-face.ts';
import { resolveElectron } from './resolve-electron.ts';

/** The entry module still waits after this long: for `ready`, which waits for it. */
const EVALUATION_LIMIT_MS = 10_000;
const EXIT_DEADLOCK = 73;
const EXIT_NO_BROWSER = 69;

function parseArguments(given: readonly string[]): void {
  const flags = given.slice(
    0,
    given.findIndex((arg) => !arg.startsWith('--')),
  );
  const [folder, ...args] = given.slice(flags.length);
  const unknown = flags.find((flag) => !['--headless', '--window', '--packaged'].includes(flag));
  if (!folder || unknown) {
    say(
      `${unknown ?? 'No app folder'}: launch.ts [--headless|--window] [--packaged] <folder> [arguments]`,
    );
    process.exit(64);
  }
  const appDir = path.resolve(folder);
  const packaged = flags.includes('--packaged');
  host.options = {
    appDir,
    args,
    headless: flags.includes('--headless') || (!flags.includes('--window') && !hasDisplay()),
    driven: process.send !== undefined,
    packaged,
    resourcesPath: packaged ? path.dirname(appDir) : path.join(import.meta.dirname, 'resources'),
  };
}

parseArguments(process.argv.slice(2));
const sendToDriver = takeDriverChannel();
prepareProcess();
resolveElectron();

// Loaded only now: the module reads the options and the app's manifest.
const { default: electron } = await import('./electron/index.ts');
const { appSwitches, becomeReady, isOver, readManifest } = await import('./electron/app.ts');
const { startSessions } = await import('./electron/session.ts');
const { allPagesGone } = await import('./electron/web-contents.ts');
const { startRequests } = await import('./requests.ts');

function fail(error: unknown): never {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  say(`A JavaScript error occurred in the main process\n${text}`);
  host.browser?.kill();
  process.exit(1);
}

process.on('exit', () => host.browser?.kill());
// Electron quits properly on these; whoever insists is heard at once.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    process.once(signal, () => process.exit(130));
    electron.app.quit();
  });
}

const deadlock = setTimeout(() => {
  say(
    'The main module has not finished evaluating after 10 seconds. Electron emits "ready" only when it has: nothing at its top level may await app.whenReady().',
  );
  process.exit(EXIT_DEADLOCK);
}, EVALUATION_LIMIT_MS);

const entry = path.join(host.options.appDir, readManifest().main ?? 'index.js');
try {
  await import(pathToFileURL(entry).href);
} catch (error) {
  fail(error);
}
clearTimeout(deadlock);
process.on('uncaughtException', (error) => {
  // The app's own listener decides, if it has one.
  if (process.listenerCount('uncaughtException') === 1) fail(error);
});

if (!isOver()) {
  const file = findBrowser();
  if (!file) {
    say(
      'No Chromium-family browser was found. Install Chromium, Chrome or Edge, or name one in CHROME_PATH.',
    );
    process.exit(EXIT_NO_BROWSER);
  }
  const settings = {
    headless: host.options.headless,
    debuggingPort: host.options.driven,
    size: { width: 1280, height: 800 },
    switches: appSwitches(),
    instanceLock: host.instanceLock,
  };
  host.browser = await startBrowser(file, settings, say);
  Object.assign(process.versions, { chrome: host.browser.version });
  void host.browser.exited.then(allPagesGone);
  await Promise.all([startRequests(), startSessions()]);
  if (sendToDriver) {
    serveDriver(sendToDriver, electron);
    const { endpoint, pid, folder } = host.browser;
    sendToDriver({
      kind: 'ready',
      endpoint: endpoint ?? '',
      browserPid: pid,
      browserFolder: folder,
      instanceLock: host.instanceLock ?? '',
    });
  }
  becomeReady();
}
