/** Backups of a real library by the real thread: whole, checked, in time, and no trouble where they fail. */
import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Backup, BackupState } from '../../../electron/ipc/backups.ts';
import { BackupKeeper, type BackupKeeperOptions } from '../../../electron/main/backup-keeper.ts';
import { AppError } from '../../../electron/ipc/reply.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';
import { rowsOf } from '../../support/library/rows.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { verifierScript } from '../../support/worker-script.ts';

const DAY = 86_400_000;

let library: TestLibrary;
let folder: string;
let told: BackupState['going'][];
let logged: string[];
let now: number;

beforeEach(() => {
  library = new TestLibrary();
  folder = join(temporaryFolder(), 'backups');
  told = [];
  logged = [];
  now = new Date(2026, 0, 7, 12).getTime();
});

function keeperOf(change: Partial<BackupKeeperOptions> = {}): BackupKeeper {
  const keeper: BackupKeeper = new BackupKeeper({
    store: library.store,
    library: library.path,
    folder,
    verifierScript,
    now: () => now,
    changed: () => void told.push(keeper.state.going),
    log: (_level, message) => logged.push(message),
    reserveBytes: 0,
    ...change,
  });
  onTestFinished(() => keeper.shutdown());
  return keeper;
}

function fill(chunks: number): void {
  const id = library.endedRun();
  for (let i = 0; i < chunks; i++) {
    library.flush(
      id,
      chunk(
        i * 4096,
        Float64Array.from({ length: 4096 }, (_, j) => i + 1 / j),
      ),
    );
  }
  library.store.changeRuns([id], { note: '学习率', addTags: ['a'] });
}

const pathOf = ({ id }: Backup): string => join(folder, id);

describe('a backup', () => {
  it('holds every row, is one file, opens as a library, and is listed with what is in it', async () => {
    fill(60);
    const made = (await keeperOf().make('manual'))!;
    expect(made).toMatchObject({ number: 1, at: now, reason: 'manual', runs: 1 });
    expect(readdirSync(folder)).toEqual([made.id]);
    expect(keeperOf().state.backups).toEqual([made]);
    expect(told.at(0)).toBe(0);
    expect(told.some((share) => share !== null && share > 0)).toBe(true);
    expect(told.at(-1)).toBeNull();
    library.close();
    expect(rowsOf(pathOf(made))).toEqual(rowsOf(library.path));
    const copy = join(temporaryFolder(), 'library.db');
    copyFileSync(pathOf(made), copy);
    const store = openStore({ path: copy, now: () => now });
    expect(store.searchRuns('学习')).toHaveLength(1);
    store.close();
  });

  it('is of the moment at which its last page is copied, while runs go on', async () => {
    fill(300);
    const id = library.newRun();
    let step = 0;
    const writing = setInterval(() => {
      library.flush(id, chunk(step, [step]));
      step++;
    }, 1);
    const made = (await keeperOf().make('daily'))!;
    clearInterval(writing);
    expect(step).toBeGreaterThan(0);
    expect(made.runs).toBe(2);
  });

  it('is one at a time, numbered in the order it was asked for', async () => {
    fill(4);
    const keeper = keeperOf();
    const made = await Promise.all([
      keeper.make('manual'),
      keeper.make('trash'),
      keeper.make('import'),
    ]);
    expect(made.map((one) => one!.number)).toEqual([1, 2, 3]);
    expect(keeper.state.backups.map(({ reason }) => reason)).toEqual(['import', 'trash', 'manual']);
  });

  it('can be cancelled, which leaves nothing', async () => {
    fill(300);
    const keeper = keeperOf();
    const making = keeper.make('manual');
    while (keeper.state.going === null) await new Promise((resolve) => setImmediate(resolve));
    keeper.cancel();
    expect(await making).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    expect(keeper.state).toMatchObject({ going: null, failure: null });
    expect(await keeper.make('manual')).not.toBeNull();
  });
});

/** A keeper of whose copies something happens when the last page is there. */
function keeperWith(copied: (copy: string) => void, change: Partial<BackupKeeperOptions> = {}) {
  const store: BackupKeeperOptions['store'] = {
    ...library.store,
    copyTo: async (path, progress) => {
      const census = await library.store.copyTo(path, progress);
      copied(path);
      return census;
    },
  };
  return keeperOf({ store, ...change });
}

describe('a backup that is not wanted any more', () => {
  it.each([
    ['when the last page is copied', (cancel: () => void): void => cancel()],
    ['while it is checked', (cancel: () => void): void => void setImmediate(cancel)],
  ])('%s is none either', async (_name, at) => {
    fill(2);
    const keeper: BackupKeeper = keeperWith(() => at(() => keeper.cancel()));
    expect(await keeper.make('trash')).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
    expect(keeper.state).toMatchObject({ going: null, failure: null });
  });

  it('is not waited for at the end, however long its check takes', async () => {
    fill(2);
    const endless = join(temporaryFolder(), 'endless.cjs');
    writeFileSync(endless, 'for (;;);');
    let checks = (): void => undefined;
    const checked = new Promise<void>((resolve) => (checks = resolve));
    const keeper = keeperWith(() => setImmediate(checks), {
      verifierScript: pathToFileURL(endless),
    });
    const making = keeper.make('daily');
    await checked;
    await keeper.shutdown();
    expect(await making).toBeNull();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what is no backup', () => {
  it.each([
    ['one that lacks a row', (copy: string) => spoil(copy, 'DELETE FROM run_tag')],
    ['one with other values', (copy: string) => spoil(copy, 'DELETE FROM chunk WHERE seq = 2')],
    ['one of another program', (copy: string) => spoil(copy, 'PRAGMA application_id = 1')],
    [
      'one with a damaged page',
      (copy: string): void => {
        const bytes = readFileSync(copy);
        bytes.fill(0x5a, 2 * 4096, 3 * 4096);
        writeFileSync(copy, bytes);
      },
    ],
    ['an empty one', (copy: string) => writeFileSync(copy, '')],
  ])(
    '%s is thrown away, told of, and does not take the place of a good one',
    async (_name, harm) => {
      fill(5);
      const good = (await keeperOf().make('manual'))!;
      const before = readFileSync(pathOf(good));
      const keeper = keeperWith(harm);
      await expect(keeper.make('manual')).rejects.toThrow();
      expect(readdirSync(folder)).toEqual([good.id]);
      expect(readFileSync(pathOf(good)).equals(before)).toBe(true);
      expect(keeper.state.failure).not.toBeNull();
    },
  );

  it('a file that a kill left unfinished is not listed, and goes with the next one', async () => {
    fill(2);
    mkdirSync(folder);
    writeFileSync(join(folder, 'library.db.partial'), 'half');
    writeFileSync(join(folder, 'library.db.partial-journal'), 'half');
    const keeper = keeperOf();
    expect(keeper.state.backups).toEqual([]);
    const made = await keeper.make('daily');
    expect(readdirSync(folder)).toEqual([made!.id]);
  });

  it('one that the system does not let be checked is told of as an error of files', async () => {
    fill(2);
    const keeper = keeperWith((copy) => rmSync(copy));
    await expect(keeper.make('manual')).rejects.toThrow();
    expect(keeper.state.failure).toMatchObject({ code: 'file', details: { cause: 'ENOENT' } });
  });

  it('one there is no room for, its log included, is not begun', async () => {
    fill(2);
    const keeper = keeperOf({ reserveBytes: 2 ** 52 });
    await expect(keeper.make('daily')).rejects.toThrow(AppError);
    const [bytes, log] = ['', '-wal'].map((part) => statSync(library.path + part).size);
    const allowed = String(bytes! + log! + 2 ** 52);
    expect(log).toBeGreaterThan(0);
    expect(keeper.state.failure).toMatchObject({ code: 'no-space', details: { allowed } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('without a thread to check it in, it is checked all the same', async () => {
    fill(2);
    const keeper = keeperOf({ verifierScript: new URL('file:///nowhere/verifier.cjs') });
    expect(await keeper.make('daily')).not.toBeNull();
    expect(logged.join()).toContain('no thread');
  });
});

describe('the backup of a day', () => {
  it('is made once a day, if something has changed', async () => {
    const keeper = keeperOf();
    expect(await keeper.makeDaily(), 'nothing is in the library').toBeNull();
    fill(2);
    expect(await keeper.makeDaily()).toMatchObject({ reason: 'daily' });
    fill(1);
    expect(await keeper.makeDaily(), 'today has one').toBeNull();
    now += DAY;
    expect(await keeper.makeDaily()).toMatchObject({ number: 2, runs: 2 });
    now += DAY;
    library.time += DAY;
    library.reopen();
    expect(await keeperOf().makeDaily(), 'opening it changes nothing').toBeNull();
    library.store.changeRuns([library.store.searchRuns('')[0]!], { pinned: true });
    expect(await keeperOf().makeDaily()).toMatchObject({ number: 3 });
  });

  it('is made though the clock went back, and nothing is thinned out then', async () => {
    fill(1);
    const keeper = keeperOf();
    for (let i = 0; i < 9; i++) {
      now += DAY;
      await keeper.make('daily');
    }
    const count = keeper.state.backups.length;
    now -= 100 * DAY;
    fill(1);
    expect(await keeper.makeDaily()).toMatchObject({ number: 10 });
    expect(keeper.state.backups).toHaveLength(count + 1);
  });
});

function spoil(path: string, sql: string): void {
  const db = new Database(path);
  db.exec(sql);
  db.close();
}
