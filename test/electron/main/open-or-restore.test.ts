/** A library that is damaged, for real: its newest backup that is whole is offered, and nothing is lost. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Backup } from '../../../electron/ipc/backups.ts';
import { LibraryPlace } from '../../../electron/main/library-place.ts';
import { openOrRestore } from '../../../electron/main/open-or-restore.ts';
import { BackupKeeper } from '../../../electron/main/backup-keeper.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import type { Store } from '../../../electron/store/store.ts';
import { TestLibrary } from '../../support/library/libraries.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { verifierScript } from '../../support/worker-script.ts';

let root: string;
let library: TestLibrary;
let backups: readonly Backup[];
let offered: string[];
let agrees: boolean;

/** Two backups, of 100 and of 200 runs, and a library of 300. */
beforeEach(async () => {
  root = temporaryFolder();
  library = new TestLibrary(join(root, 'data', 'library.db'));
  offered = [];
  agrees = true;
  const keeper = new BackupKeeper({
    store: library.store,
    library: library.path,
    folder: join(root, 'backups'),
    verifierScript,
    now: Date.now,
    changed: () => undefined,
    log: () => undefined,
    reserveBytes: 0,
  });
  onTestFinished(() => keeper.shutdown());
  for (let i = 0; i < 100; i++) library.endedRun();
  const older = await keeper.make('manual');
  for (let i = 0; i < 100; i++) library.endedRun();
  const newer = await keeper.make('manual');
  for (let i = 0; i < 100; i++) library.endedRun();
  library.close();
  backups = [newer!, older!];
});

const place = (): LibraryPlace => new LibraryPlace(join(root, 'data'), Date.now);
const pathOf = ({ id }: Backup): string => join(root, 'backups', id);
const hash = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

async function open(): Promise<{ runs: number; restored: string | null }> {
  const { opened, restored } = await openOrRestore<Store>({
    place: place(),
    backupFolder: join(root, 'backups'),
    verifierScript,
    open: () => openStore({ path: place().path, now: Date.now }),
    ask: (_refusal, backup) => {
      offered.push(backup.id);
      return Promise.resolve(agrees);
    },
    log: () => undefined,
  });
  const runs = opened.searchRuns('').length;
  opened.close();
  return { runs, restored: restored?.id ?? null };
}

/** Fills pages of a file with nonsense; the first of them is page `from`. */
function damage(path: string, from: number, count = 1): void {
  const bytes = readFileSync(path);
  bytes.fill(0x5a, (from - 1) * 4096, (from - 1 + count) * 4096);
  writeFileSync(path, bytes);
}

describe('opening', () => {
  it('asks nothing where the library is whole', async () => {
    expect(await open()).toEqual({ runs: 300, restored: null });
    expect(offered).toEqual([]);
  });

  it.each([
    ['pages that contradict each other', (path: string) => damage(path, 4, 30)],
    ['a first page that is lost', (path: string) => damage(path, 1)],
    ['nothing but zeros', (path: string) => writeFileSync(path, Buffer.alloc(40_000))],
  ])(
    'offers the newest backup for %s, and keeps what there is to the byte',
    async (_name, harm) => {
      harm(library.path);
      const damaged = hash(library.path);
      expect(await open()).toEqual({ runs: 200, restored: backups[0]!.id });
      expect(offered).toEqual([backups[0]!.id]);
      expect(hash(library.path)).toBe(damaged);
      expect(place().replaced).toMatchObject([{ id: 'library.db', runs: null, daysLeft: null }]);
      expect(await open(), 'from then on it is the library').toEqual({ runs: 200, restored: null });
    },
  );

  it('offers the next where the newest is damaged too', async () => {
    damage(library.path, 4, 30);
    damage(pathOf(backups[0]!), 4, 30);
    expect(await open()).toEqual({ runs: 100, restored: backups[1]!.id });
    expect(offered).toEqual(backups.map(({ id }) => id));
  });

  it('changes nothing where the person says no, and refuses', async () => {
    damage(library.path, 4, 30);
    agrees = false;
    const before = hash(library.path);
    await expect(open()).rejects.toMatchObject({ code: 'damaged' });
    expect(offered).toHaveLength(1);
    expect(hash(library.path)).toBe(before);
    expect(readdirSync(join(root, 'data')).filter((name) => name !== 'library.db')).toEqual([]);
  });

  it('offers no backup for a library that is newer, or in use', async () => {
    const other = new TestLibrary(library.path);
    await expect(open()).rejects.toMatchObject({ code: 'locked' });
    other.close();
    expect(offered).toEqual([]);
  });

  it('believes no damage that is gone a moment later', async () => {
    const good = join(temporaryFolder(), 'good.db');
    copyFileSync(library.path, good);
    damage(library.path, 4, 30);
    setTimeout(() => copyFileSync(good, library.path), 250);
    expect(await open()).toEqual({ runs: 300, restored: null });
    expect(offered).toEqual([]);
  });
});
