/** The built app on a library that it cannot open: what it says, what it offers, and that it touches nothing. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { zipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Bridge } from '../../../electron/ipc/contract.ts';
import { LibraryPlace } from '../../../electron/main/library-place.ts';
import { APPLICATION_ID } from '../../../electron/store/library-format.ts';
import { launchStandIn, startHost } from '../../host/launch-stand-in.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const DAY = 24 * 60 * 60 * 1000;

function sqlite(path: string, id: number, version: number): void {
  const db = new Database(path);
  db.pragma(`application_id = ${id}`);
  db.exec('CREATE TABLE later(x)');
  db.pragma(`user_version = ${version}`);
  db.close();
}

/** What stands where the library should be, which answer quits, and how it is called in both languages. */
const obstacles: readonly [
  what: string,
  make: (path: string) => void,
  quit: number,
  en: RegExp,
  zh: RegExp,
][] = [
  [
    'a newer library',
    (path) => sqlite(path, APPLICATION_ID, 9999),
    1,
    /newer Downhill \(format 9999; this one reads up to \d+\)/,
    /更新版本的下山写的（格式 9999，本版本最高读到 \d+）/,
  ],
  [
    'the library of another program',
    (path) => sqlite(path, 77, 1),
    1,
    /another program \(its application id is 77\)/,
    /别的程序（应用编号 77）/,
  ],
  [
    'a text',
    (path) => writeFileSync(path, 'Dear diary'),
    1,
    /no library \(10 bytes of something else\)/,
    /不是实验库（10 字节别的内容）/,
  ],
  [
    'a zip',
    (path) => writeFileSync(path, zipSync({ a: new Uint8Array(9) })),
    1,
    /no library \(\d+ bytes/,
    /不是实验库（\d+ 字节/,
  ],
  ['a folder', (path) => mkdirSync(path), 2, /there is a folder/, /位置上是一个文件夹/],
];

function withObstacle(make: (path: string) => void): { folder: string; path: string } {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'data'));
  const path = join(folder, 'data/library.db');
  make(path);
  return { folder, path };
}

/** To the byte; of a folder, that it is one. */
function stateOf(path: string): string {
  if (statSync(path).isDirectory()) return 'a folder';
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

async function launch(folder: string, env: Readonly<Record<string, string>>) {
  const app = await launchStandIn({ args: [`--data-dir=${folder}`], env });
  onTestFinished(() => app.kill().catch(() => undefined));
  return app;
}

describe.each(obstacles)('%s', { timeout: 60_000 }, (_what, make, quit, en, zh) => {
  it.each(['en_US.UTF-8', 'zh_CN.UTF-8'])(
    'is left alone where the person quits (%s)',
    async (LANG) => {
      const { folder, path } = withObstacle(make);
      const before = stateOf(path);
      const env = { LANG, LC_ALL: LANG, LANGUAGE: '', DOWNHILL_BOX_ANSWERS: String(quit) };
      const host = startHost({ args: [`--data-dir=${folder}`], env });
      onTestFinished(() => void host.child.kill('SIGKILL'));
      expect((await host.exited).code).toBe(1);
      const chinese = LANG.startsWith('zh');
      expect(host.log()).toMatch(chinese ? zh : en);
      expect(host.log()).toMatch(chinese ? /\[退出\]/ : /\[Quit\]/);
      expect(host.log()).toContain(path);
      // Nothing in the language of programs.
      const said = host.log().slice(host.log().indexOf('[stand-in host]'));
      if (chinese) expect(said).not.toMatch(/bytes|application id|folder/);
      expect(stateOf(path)).toBe(before);
      expect(readdirSync(join(folder, 'data'))).toEqual(['library.db']);
    },
  );

  it('is left alone beside a new library, which is the library from then on', async () => {
    const { folder, path } = withObstacle(make);
    const before = stateOf(path);
    const app = await launch(folder, { DOWNHILL_BOX_ANSWERS: String(quit - 1) });
    const ask = <R>(what: (lab: Bridge) => R): Promise<R> =>
      app.page.evaluate(`(${String(what)})(window.lab)`);
    const list = ask((lab) => lab['run:list']({ limit: 1, trashed: false }));
    expect(await list).toEqual({ ok: true, value: [] });
    const isFile = statSync(path).isFile();
    const replaced = isFile ? [{ id: 'library.db', runs: null, daysLeft: null }] : [];
    expect(await ask((lab) => lab['backup:state']())).toMatchObject({ value: { replaced } });
    if (isFile) {
      const restored = await ask((lab) => lab['backup:restore']('library.db'));
      expect(restored).toMatchObject({ ok: false, error: { code: 'refused-library' } });
    }
    expect((await app.close()).code).toBe(0);
    expect(stateOf(path)).toBe(before);
    // Nothing is asked any more; an unanswered question would end the app.
    const again = await launch(folder, {});
    expect((await again.close()).code).toBe(0);
    expect(stateOf(path)).toBe(before);
  });
});

it('what could not be opened is never deleted, however long the other one is used', () => {
  const { folder, path } = withObstacle((file) => sqlite(file, APPLICATION_ID, 9999));
  let now = Date.UTC(2026, 10, 27);
  const place = new LibraryPlace(join(folder, 'data'), () => now);
  place.beginNew();
  for (let day = 0; day < 100; day++) {
    now += DAY;
    expect(place.countDay()).toEqual([]);
  }
  expect(existsSync(path)).toBe(true);
  expect(place.replaced).toMatchObject([{ id: 'library.db', daysLeft: null }]);
});

it(
  'a library in use is opened once the other program has closed it',
  { timeout: 60_000 },
  async () => {
    const { folder, path } = withObstacle(() => undefined);
    const other = new Database(path);
    other.exec('BEGIN EXCLUSIVE');
    onTestFinished(() => void other.close());
    // More often to look again than it takes.
    const env = { DOWNHILL_BOX_ANSWERS: Array<number>(30).fill(0).join(), LANG: 'en_US.UTF-8' };
    const host = startHost({ args: [`--data-dir=${folder}`], env });
    onTestFinished(() => void host.child.kill('SIGKILL'));
    await expect.poll(() => host.log(), { timeout: 30_000 }).toMatch(/\[Try again\]/);
    expect(host.log()).toMatch(/Another program has the file open/);
    other.exec('ROLLBACK');
    other.close();
    await host.ready;
    await host
      .ask({ kind: 'evaluate', source: '({ app }) => app.quit()', arg: undefined })
      .catch(() => null);
    expect((await host.exited).code).toBe(0);
  },
);
