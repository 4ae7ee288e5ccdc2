/** Where a Chromium-family browser may be, and how the host asks it to start. Nothing here acts. */
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';

export interface BrowserSearch {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly isExecutable: (file: string) => boolean;
}

/** Environment variables that name the browser's file; the first one that is set wins. */
const browserVariables = ['DOWNHILL_BROWSER', 'CHROME_PATH', 'CHROME'] as const;

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'vivaldi-stable',
];

const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser', 'Vivaldi'];

const windowsFiles = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

function candidates({ env, platform }: BrowserSearch): string[] {
  if (platform === 'win32') {
    return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
      .map((name) => env[name])
      .filter((root) => root !== undefined)
      .flatMap((root) => windowsFiles.map((file) => path.win32.join(root, file)));
  }
  if (platform === 'darwin') {
    return ['/Applications', `${env['HOME'] ?? ''}/Applications`].flatMap((root) =>
      macApps.map((app) => `${root}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  const folders = [...(env['PATH'] ?? '').split(':'), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return linuxNames.flatMap((name) =>
    folders.filter(Boolean).map((folder) => path.posix.join(folder, name)),
  );
}

/**
 * The browser's file, or null when none is found. A file named by an environment variable is taken
 * or refused: nothing else is tried in its place.
 */
export function findBrowser(search: BrowserSearch = thisMachine()): string | null {
  for (const variable of browserVariables) {
    const file = search.env[variable];
    if (!file) continue;
    if (search.isExecutable(file)) return file;
    throw new Error(
      `${variable} is "${file}", which is not an executable file. Set it to a Chromium-family browser or unset it.`,
    );
  }
  return candidates(search).find((file) => search.isExecutable(file)) ?? null;
}

function thisMachine(): BrowserSearch {
  return {
    env: process.env,
    platform: process.platform,
    isExecutable: (file) => {
      try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
      } catch {
        return false;
      }
    },
  };
}

/** True when a window can be shown to somebody. */
export function hasDisplay(
  search: Pick<BrowserSearch, 'env' | 'platform'> = thisMachine(),
): boolean {
  if (search.platform !== 'linux') return true;
  return Boolean(search.env['DISPLAY'] || search.env['WAYLAND_DISPLAY']);
}

export interface BrowserSettings {
  readonly profile: string;
  readonly headless: boolean;
  /** Also listen on a local port, for a test driver. */
  readonly debuggingPort: boolean;
  readonly sandbox: boolean;
  readonly size: { readonly width: number; readonly height: number };
  /** Chromium switches the app asked for: name → value ('' for none). */
  readonly switches: ReadonlyMap<string, string>;
}

/** What the first window of a preview shows until the app's page replaces it. */
const blankPage = 'data:text/html,<title>Downhill</title>';

/** Chromium's command line: silent on the network, no first-run pages, driven through a pipe. */
export function browserArguments(settings: BrowserSettings): string[] {
  const { width, height } = settings.size;
  const headless = [
    '--headless=new',
    '--no-startup-window',
    '--mute-audio',
    // Small shared memory in containers crashes pages.
    '--disable-dev-shm-usage',
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    '--disable-backgrounding-occluded-windows',
  ];
  return [
    ...(settings.headless ? headless : [`--app=${blankPage}`, `--window-size=${width},${height}`]),
    '--remote-debugging-pipe',
    ...(settings.debuggingPort ? ['--remote-debugging-port=0'] : []),
    ...(settings.sandbox ? [] : ['--no-sandbox']),
    `--user-data-dir=${settings.profile}`,
    // Nobody listens there: what slips past the host's interception still reaches no network. A
    // resolver rule would do the same, but a window then carries a warning about it; so the app's
    // own, if it has one, is left out below.
    '--proxy-server=http://127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-component-extensions-with-background-pages',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-field-trial-config',
    '--disable-search-engine-choice-screen',
    '--disable-features=Translate,MediaRouter,OptimizationHints,PasswordManagerOnboarding',
    '--metrics-recording-only',
    '--no-pings',
    '--password-store=basic',
    '--use-mock-keychain',
    ...[...settings.switches]
      .filter(([name]) => name !== 'host-resolver-rules')
      .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`)),
  ];
}
