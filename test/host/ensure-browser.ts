/**
 * Finds a Chromium-family browser, or installs the distribution's where that needs no question.
 * `node test/host/ensure-browser.ts` ends with code 0 if there is one in the end.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findBrowser } from './browser.ts';

/** The second one holds the Chinese characters. */
const packages = ['chromium', 'fonts-noto-cjk'];

const EXIT_NO_BROWSER = 69;

/** True when there is a browser now; if not, a sentence has said what to install. */
export function ensureBrowser(): boolean {
  if (findBrowser()) return true;
  if (isDebian() && process.getuid?.() === 0) {
    console.log(
      `No Chromium-family browser was found; installing ${packages.join(' and ')} from the distribution.`,
    );
    aptGet('update');
    aptGet('install', '-y', ...packages);
    if (findBrowser()) return true;
  }
  console.error(
    `No Chromium-family browser was found. ${howToInstall()}, or name one in CHROME_PATH, and try again.`,
  );
  return false;
}

/** Silent but for its errors. */
function aptGet(...args: readonly string[]): void {
  spawnSync('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}

/** Debian, Ubuntu and what is made of them. */
function isDebian(): boolean {
  const file = '/etc/os-release';
  return existsSync(file) && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync(file, 'utf8'));
}

function howToInstall(): string {
  switch (process.platform) {
    case 'darwin':
      return 'Install Google Chrome or Microsoft Edge';
    case 'win32':
      return 'Install Google Chrome, or Microsoft Edge if it was removed';
    default:
      return isDebian()
        ? `Run "sudo apt-get install ${packages.join(' ')}"`
        : 'Install Chromium and a font with Chinese characters with your package manager';
  }
}

if (process.argv[1] === import.meta.filename && !ensureBrowser()) process.exit(EXIT_NO_BROWSER);
