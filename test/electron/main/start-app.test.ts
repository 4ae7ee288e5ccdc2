/** The built app's way from the first line to the window, and where it must refuse to go on. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AppInfo } from '../../../electron/ipc/app.ts';
import type { Bridge } from '../../../electron/ipc/contract.ts';
import type { Reply } from '../../../electron/ipc/reply.ts';
import { APPLICATION_ID } from '../../../electron/store/library-format.ts';
import type { LaunchedApp } from '../../host/launch-app.ts';
import { launchStandIn, startHost } from '../../host/launch-stand-in.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

type LabWindow = Window & { readonly lab: Bridge };

async function launch(folder: string): Promise<LaunchedApp> {
  const app = await launchStandIn({ args: [`--data-dir=${folder}`] });
  onTestFinished(() => app.kill());
  return app;
}

/** Starts an app that is expected to end before it shows anything. */
async function startInVain(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; log: string }> {
  const host = startHost({ args, env });
  onTestFinished(() => void host.child.kill('SIGKILL'));
  const { code } = await host.exited;
  return { code, log: host.log() };
}

describe('starting', { timeout: 60_000 }, () => {
  it('keeps everything in the chosen folder and says so', async () => {
    const folder = join(temporaryFolder(), 'new', 'place');
    const app = await launch(folder);
    const reply = await app.page.evaluate(() => (window as never as LabWindow).lab['app:info']());
    const { value } = reply as Extract<Reply<AppInfo>, { ok: true }>;
    expect(value).toMatchObject({ dataFolder: folder, logFolder: join(folder, 'logs') });
    expect(value.engineVersion).toMatch(/^\d+\.\d+\.\d+\+v8\.\d+\./);
    expect(Object.keys(value.components)).toEqual([
      'Electron',
      'Chromium',
      'Node.js',
      'V8',
      'SQLite',
    ]);
    for (const version of Object.values(value.components)) expect(version).toMatch(/^\d+\./);
    expect(existsSync(join(folder, 'data', 'library.db'))).toBe(true);
    expect((await app.close()).code).toBe(0);
    expect(readFileSync(join(folder, 'logs', 'main.log'), 'utf8')).toMatch(
      /started \d+\.\d+\.\d+ in/,
    );
    // Closed cleanly: nothing is left in the log of the database.
    expect(existsSync(join(folder, 'data', 'library.db-wal'))).toBe(false);
  });

  it('lists the licences of what it is made of', async () => {
    const app = await launch(temporaryFolder());
    const reply = await app.page.evaluate(() =>
      (window as never as LabWindow).lab['app:licences'](),
    );
    if (!reply.ok) throw new Error(reply.error.message);
    const names = reply.value.map(({ name }) => name);
    for (const name of ['better-sqlite3', 'Chromium', 'Electron', 'i18next', 'svelte', 'zod']) {
      expect(names).toContain(name);
    }
  });

  it('a second start on the same folder ends at once and leaves the first in peace', async () => {
    const folder = temporaryFolder();
    const first = await launch(folder);
    expect((await startInVain([`--data-dir=${folder}`])).code).toBe(0);
    const reply = await first.page.evaluate(() =>
      (window as never as LabWindow).lab['run:list']({ limit: 1, trashed: false }),
    );
    expect(reply).toEqual({ ok: true, value: [] });
  });

  it('an unforeseen error is logged and told, and the app ends with a code', async () => {
    const folder = temporaryFolder();
    const app = await launch(folder);
    await app.evaluate(() => {
      setTimeout(() => void Promise.reject(new Error('a slip of the pen')), 10);
    });
    expect((await app.exited).code).toBe(70);
    expect(app.log()).toContain(join(folder, 'logs'));
    const log = readFileSync(join(folder, 'logs', 'main.log'), 'utf8');
    expect(log).toContain('uncaught: Error: a slip of the pen');
  });
});

describe('refusing to start', { timeout: 60_000 }, () => {
  /** A library that a later version of the app has written. */
  function newerLibrary(folder: string): string {
    mkdirSync(join(folder, 'data'), { recursive: true });
    const path = join(folder, 'data', 'library.db');
    const source = join(temporaryFolder(), 'source.db');
    const db = new Database(source);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.exec('CREATE TABLE later(x)');
    db.pragma('user_version = 9999');
    db.close();
    writeFileSync(path, readFileSync(source));
    return path;
  }

  it.each([
    ['en_US.UTF-8', /newer Downhill/, /Nothing was changed/],
    ['zh_CN.UTF-8', /更新版本/, /没有被改动/],
  ])('a newer library is left alone and explained (%s)', async (LANG, reason, unchanged) => {
    const folder = temporaryFolder();
    const path = newerLibrary(folder);
    const before = readFileSync(path);
    const { code, log } = await startInVain([`--data-dir=${folder}`], {
      LANG,
      LC_ALL: LANG,
      LANGUAGE: '',
      // To quit, which is the last of two answers.
      DOWNHILL_BOX_ANSWERS: '1',
    });
    expect(code).toBe(1);
    expect(log).toMatch(reason);
    expect(log).toMatch(unchanged);
    expect(log).toContain(path);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('a folder that cannot be made is named', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'not a folder');
    const { code, log } = await startInVain([`--data-dir=${join(file, 'inside')}`]);
    expect(code).toBe(1);
    expect(log).toContain(join(file, 'inside'));
    expect(log).toMatch(/--data-dir=/);
  });
});
