/** Finds a Chromium-family browser, or installs the distribution's where that can be done without asking. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/** @returns {Promise<boolean>} whether there is a browser now */
export async function ensureBrowser() {
  const { findBrowser } = await import('../test/host/browser.ts');
  if (findBrowser()) return true;
  if (isDebian() && process.getuid?.() === 0) {
    console.log(`No browser found; installing ${PACKAGES.join(' and ')} from the distribution.`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', ...PACKAGES], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    if (findBrowser()) return true;
  }
  console.error(howToInstall());
  return false;
}

function isDebian() {
  return (
    existsSync('/etc/os-release') &&
    /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

/** One sentence per system; CHROME_PATH names a browser in an unusual place. */
function howToInstall() {
  const how =
    {
      darwin: 'Install Google Chrome or Microsoft Edge',
      win32: 'Install Google Chrome, or Microsoft Edge if it was removed',
      linux: isDebian()
        ? 'Run "sudo apt-get install chromium fonts-noto-cjk"'
        : 'Install Chromium with your package manager',
    }[/** @type {'linux'} */ (process.platform)] ?? 'Install Chromium';
  return `No Chromium-family browser was found. ${how}, or name one in CHROME_PATH, and try again.`;
}
