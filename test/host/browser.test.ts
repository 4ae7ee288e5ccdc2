import { describe, expect, it } from 'vitest';
import { browserArguments, type BrowserSearch, findBrowser, hasDisplay } from './browser.ts';

const machine = (
  platform: NodeJS.Platform,
  env: Record<string, string>,
  ...files: string[]
): BrowserSearch => ({ platform, env, isExecutable: (file) => files.includes(file) });

describe('findBrowser', () => {
  it('prefers the file an environment variable names', () => {
    const search = machine(
      'linux',
      { CHROME_PATH: '/opt/c', PATH: '/usr/bin' },
      '/opt/c',
      '/usr/bin/chromium',
    );
    expect(findBrowser(search)).toBe('/opt/c');
  });

  it('refuses a variable that names no browser, and says which', () => {
    const search = machine(
      'linux',
      { CHROME_PATH: '/opt/c', PATH: '/usr/bin' },
      '/usr/bin/chromium',
    );
    expect(() => findBrowser(search)).toThrow(/CHROME_PATH is "\/opt\/c".*unset it/);
  });

  it('looks along PATH and in the usual folders', () => {
    expect(findBrowser(machine('linux', { PATH: '/a:/b' }, '/b/google-chrome'))).toBe(
      '/b/google-chrome',
    );
    expect(findBrowser(machine('linux', {}, '/snap/bin/chromium'))).toBe('/snap/bin/chromium');
    const chromium = ['/usr/bin/chromium', '/usr/bin/microsoft-edge'];
    expect(findBrowser(machine('linux', {}, ...chromium))).toBe('/usr/bin/chromium');
  });

  it('knows macOS and Windows', () => {
    const mac = '/Users/a/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(findBrowser(machine('darwin', { HOME: '/Users/a' }, mac))).toBe(mac);
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const env = { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    expect(findBrowser(machine('win32', env, edge))).toBe(edge);
  });

  it('finds nothing where there is nothing', () => {
    expect(findBrowser(machine('linux', { PATH: '/usr/bin' }))).toBeNull();
  });
});

describe('hasDisplay', () => {
  it('asks X or Wayland on Linux only', () => {
    expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false);
    expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true);
    expect(hasDisplay({ platform: 'win32', env: {} })).toBe(true);
  });
});

describe('browserArguments', () => {
  const settings = {
    profile: '/p',
    headless: false,
    debuggingPort: false,
    sandbox: true,
    size: { width: 1280, height: 800 },
    switches: new Map([
      ['lang', 'zh-CN'],
      ['force-color', ''],
      ['host-resolver-rules', 'MAP * ~NOTFOUND'],
    ]),
  };

  it('opens no port and keeps the sandbox unless told otherwise', () => {
    const plain = browserArguments(settings);
    expect(plain.filter((arg) => /port|no-sandbox|headless|resolver/.test(arg))).toEqual([]);
    expect(plain).toContain('--lang=zh-CN');
    expect(plain).toContain('--force-color');
    const driven = browserArguments({
      ...settings,
      headless: true,
      debuggingPort: true,
      sandbox: false,
    });
    expect(driven).toEqual(
      expect.arrayContaining(['--headless=new', '--remote-debugging-port=0', '--no-sandbox']),
    );
  });
});
