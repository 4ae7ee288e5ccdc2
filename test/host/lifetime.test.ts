/** How a host starts and ends: the order of events, a second one, a deadlock, a kill. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive, launchStandIn, startHost } from './launch-stand-in.ts';

const appDir = path.join(import.meta.dirname, 'fixture');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'stand-in-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const dataDir = (name: string): string => `--data-dir=${path.join(folder, name)}`;
const printed = (log: string): string[] =>
  [...log.matchAll(/^event (.+)$/gm)].map((match) => match[1]!);

async function eventually(check: () => boolean): Promise<void> {
  for (let i = 0; i < 400 && !check(); i++) await new Promise((r) => setTimeout(r, 25));
  expect(check()).toBe(true);
}

describe('quitting', () => {
  it('goes through before-quit, close, will-quit and quit', async () => {
    const app = await launchStandIn({ appDir, args: [dataDir('quit'), '--print-events'] });
    expect(await app.close()).toEqual({ code: 0, signal: null });
    expect(printed(app.log())).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit']);
  });

  it('starts with window-all-closed when the last window is closed', async () => {
    const app = await launchStandIn({ appDir, args: [dataDir('window'), '--print-events'] });
    await app.page.close();
    expect(await app.exited).toEqual({ code: 0, signal: null });
    const order = ['close', 'closed', 'window-all-closed', 'before-quit', 'will-quit', 'quit'];
    expect(printed(app.log())).toEqual(order);
  });

  it('is called off when before-quit is prevented', async () => {
    const args = [dataDir('prevent'), '--print-events', '--prevent-quit-once'];
    const app = await launchStandIn({ appDir, args });
    await app.evaluate(({ app: a }) => a.quit());
    expect(await app.page.title()).toBe('Fixture page');
    expect(printed(app.log())).toEqual(['before-quit']);
    await app.close();
    expect(printed(app.log()).slice(1)).toEqual([
      'before-quit',
      'close',
      'closed',
      'will-quit',
      'quit',
    ]);
  });

  it('is what a signal from the terminal means', async () => {
    const app = await launchStandIn({ appDir, args: [dataDir('signal'), '--print-events'] });
    process.kill(app.pid, 'SIGINT');
    expect(await app.exited).toEqual({ code: 0, signal: null });
    expect(printed(app.log())[0]).toBe('before-quit');
  });

  it('with app.exit asks nobody', async () => {
    const app = await launchStandIn({ appDir, args: [dataDir('exit'), '--print-events'] });
    await app.evaluate(({ app: a }) => a.exit(3)).catch(() => {});
    expect(await app.exited).toEqual({ code: 3, signal: null });
    expect(printed(app.log())).toEqual(['closed', 'quit']);
  });
});

describe('starting', () => {
  it('hands a second start to the first instance', async () => {
    const app = await launchStandIn({ appDir, args: [dataDir('second')] });
    const second = startHost({ appDir, args: [dataDir('second'), 'hello.downhill'] });
    expect(await second.exited).toEqual({ code: 0, signal: null });
    const argv = await app.evaluate(() => (globalThis as { secondArgv?: string[] }).secondArgv);
    expect(argv).toContain('hello.downhill');
    await app.kill();
    // The lock of a killed instance holds nobody back.
    const third = await launchStandIn({ appDir, args: [dataDir('second')] });
    await third.close();
  });

  it('takes a packaged folder for what it is', async () => {
    const host = startHost({ appDir, args: [dataDir('packaged')], packaged: true });
    await host.ready;
    const source = String(({ app }: { app: Electron.App }) => [
      app.isPackaged,
      process.resourcesPath,
      process.argv.length,
    ]);
    const seen = await host.ask({ kind: 'evaluate', source, arg: undefined });
    expect(seen).toEqual([true, path.dirname(appDir), 2]);
    host.child.kill('SIGTERM');
    expect(await host.exited).toEqual({ code: 0, signal: null });
  });

  it('ends a main module that waits for ready at its top level, with code 73', async () => {
    const host = startHost({ appDir: path.join(appDir, 'deadlock') });
    expect(await host.exited).toEqual({ code: 73, signal: null });
    expect(host.log()).toContain('nothing at its top level may await app.whenReady()');
  });

  it('shows what a broken main module threw', async () => {
    const host = startHost({ appDir: path.join(appDir, 'broken') });
    expect(await host.exited).toEqual({ code: 1, signal: null });
    expect(host.log()).toMatch(
      /A JavaScript error occurred in the main process\n.*broken on purpose/,
    );
  });
});

describe('nothing stays behind', () => {
  it('after twenty starts one after another, half of them killed hard', async () => {
    for (let i = 0; i < 20; i++) {
      const host = startHost({ appDir, args: [dataDir('again')] });
      const { browserPid, browserFolder, instanceLock } = await host.ready;
      const left = (): boolean[] => [
        isAlive(browserPid),
        existsSync(browserFolder),
        existsSync(instanceLock),
      ];
      expect(left()).toEqual([true, true, true]);
      host.child.kill(i % 2 ? 'SIGKILL' : 'SIGTERM');
      await host.exited;
      await eventually(() => !left().includes(true));
    }
  }, 120_000);
});
