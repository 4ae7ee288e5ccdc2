/** Putting another library in the place of the open one: real files, a real run service, real faults. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { RunId } from '../../../electron/ipc/run.ts';
import { BackupKeeper } from '../../../electron/main/backup-keeper.ts';
import {
  LibraryDesk,
  type LibraryDeskOptions,
  type RestoreQuestion,
  type Session,
} from '../../../electron/main/library-desk.ts';
import { LibraryPlace } from '../../../electron/main/library-place.ts';
import { RunService } from '../../../electron/main/run-service.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import { StoreRefusedError } from '../../../electron/store/refused.ts';
import type { Store } from '../../../electron/store/store.ts';
import { assets, bowl } from '../../support/experiments.ts';
import { rowsOf } from '../../support/library/rows.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { verifierScript, workerScript } from '../../support/worker-script.ts';

const DAY = 86_400_000;

interface TestSession extends Session {
  readonly store: Store;
  readonly service: RunService;
}

let root: string;
let now: number;
let questions: RestoreQuestion[];
let agrees: boolean;
let reloads: number;
let lost: unknown[];

beforeEach(() => {
  root = temporaryFolder();
  now = new Date(2026, 0, 7, 12).getTime();
  questions = [];
  agrees = true;
  reloads = 0;
  lost = [];
});

const data = (): string => join(root, 'data');
const placeOf = (): LibraryPlace => new LibraryPlace(data(), () => now);

function open(path: string): TestSession {
  const store = openStore({ path, now: () => now });
  const service = new RunService({
    store,
    engineVersion: 'test',
    workerScript,
    assets,
    emit: () => undefined,
    log: () => undefined,
  });
  const backups = new BackupKeeper({
    store,
    library: path,
    folder: join(root, 'backups'),
    verifierScript,
    now: () => now,
    changed: () => undefined,
    log: () => undefined,
    reserveBytes: 0,
  });
  return {
    store,
    service,
    backups,
    get runs() {
      return store.searchRuns('').length;
    },
    get live() {
      return service.liveIds.length;
    },
    start: () => undefined,
    shutdown: async () => {
      await backups.shutdown();
      await service.shutdown();
      store.close();
    },
  };
}

function deskOf(change: Partial<LibraryDeskOptions<TestSession>> = {}): LibraryDesk<TestSession> {
  const desk = new LibraryDesk<TestSession>({
    place: placeOf(),
    open,
    confirm: (question) => {
      questions.push(question);
      return Promise.resolve(agrees);
    },
    reload: () => void reloads++,
    lost: (error) => void lost.push(error),
    verifierScript,
    log: () => undefined,
    ...change,
  });
  let over = false;
  onTestFinished(async () => {
    if (!over) await desk.shutdown();
  });
  const { shutdown } = desk;
  desk.shutdown = () => {
    over = true;
    return shutdown.call(desk);
  };
  return desk;
}

function newRun(desk: LibraryDesk<TestSession>, name: string): RunId {
  const { store } = desk.session!;
  const id = store.createExperiment('e', [{ name, config: bowl() }], 'test').runIds[0]!;
  store.setState(id, 'finished', 'max-steps');
  return id;
}

function names(desk: LibraryDesk<TestSession>): readonly string[] {
  return desk.session!.store.listRuns({ limit: 9, trashed: false }).map(({ name }) => name);
}

describe('restoring', () => {
  it('opens the library as it was, row by row, and keeps the present one, which can be had back', async () => {
    const desk = deskOf();
    newRun(desk, 'old');
    const backup = (await desk.makeBackup())!;
    const asItWas = rowsOf(join(root, 'backups', backup.id));
    newRun(desk, 'new');
    expect(await desk.restore(backup.id)).toBe(true);
    expect(questions).toEqual([{ at: now, runs: 1, present: 2, live: 0 }]);
    expect(reloads).toBe(1);
    expect(names(desk)).toEqual(['old']);
    expect(desk.takeRestoration()).toEqual({ ok: true, at: now, runs: 1 });
    expect(desk.takeRestoration(), 'told once').toBeNull();

    const [kept] = desk.state.replaced;
    expect(kept).toMatchObject({ id: 'library.db', runs: 2, daysLeft: 30 });
    await desk.restore(kept!.id);
    expect(names(desk)).toEqual(['new', 'old']);
    expect(desk.state.replaced.map(({ id }) => id)).toEqual(['library-2.db', 'library.db']);
    await desk.shutdown();
    expect(rowsOf(join(data(), 'library-2.db'))).toEqual(asItWas);
    expect(rowsOf(join(data(), 'library-3.db'))).toEqual(rowsOf(join(data(), 'library.db')));

    const again = deskOf();
    expect(names(again)).toEqual(['new', 'old']);
  });

  it('stops runs under way at a checkpoint, from which they go on in the library that was replaced', async () => {
    const desk = deskOf();
    newRun(desk, 'old');
    const backup = (await desk.makeBackup())!;
    const { service, store } = desk.session!;
    const plan = { name: 'live', runs: [{ name: 'live', config: bowl({ totalSteps: 1e6 }) }] };
    const [live] = service.start({ ...plan, pace: 2000 }).runIds as [RunId];
    while (store.readRun(live).run.step === 0) await new Promise((done) => setTimeout(done, 20));
    await desk.restore(backup.id);
    expect(questions[0]).toMatchObject({ live: 1 });
    expect(names(desk)).toEqual(['old']);
    await desk.restore('library.db');
    const { run, checkpointStep } = desk.session!.store.readRun(live);
    expect(run).toMatchObject({ state: 'interrupted', reason: 'quit' });
    expect(checkpointStep).toBe(run.step);
    desk.session!.service.continue([live], 2000);
    expect(desk.session!.live).toBe(1);
  });

  it('changes nothing where the person says no, or there is no such backup', async () => {
    const desk = deskOf();
    newRun(desk, 'old');
    const backup = (await desk.makeBackup())!;
    agrees = false;
    const before = readdirSync(data()).sort();
    const { session } = desk;
    expect(await desk.restore(backup.id)).toBe(false);
    await expect(desk.restore('library-9.db')).rejects.toMatchObject({ code: 'unknown-backup' });
    expect(desk.session).toBe(session);
    expect([reloads, readdirSync(data()).sort()]).toEqual([0, before]);
  });

  it('refuses a backup that has been damaged since; the present library stays open', async () => {
    const desk = deskOf();
    for (let i = 0; i < 200; i++) newRun(desk, `run ${i}`);
    const backup = (await desk.makeBackup())!;
    const path = join(root, 'backups', backup.id);
    const bytes = readFileSync(path);
    bytes.fill(0x5a, bytes.length - 8 * 4096, bytes.length - 4096);
    writeFileSync(path, bytes);
    const { session } = desk;
    await expect(desk.restore(backup.id)).rejects.toThrow();
    expect(desk.session).toBe(session);
    expect(names(desk)).toHaveLength(9);
    expect(readdirSync(data()).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('goes back to the present library where the restored one cannot be opened', async () => {
    let refuses = false;
    const desk = deskOf({
      open: (path) => {
        if (refuses && path.endsWith('library-2.db')) {
          throw new StoreRefusedError('damaged', path, 'a page', 'ok');
        }
        return open(path);
      },
    });
    newRun(desk, 'old');
    const backup = (await desk.makeBackup())!;
    newRun(desk, 'new');
    refuses = true;
    await desk.restore(backup.id);
    expect(names(desk)).toEqual(['new', 'old']);
    expect(desk.takeRestoration()).toMatchObject({ ok: false });
    expect([reloads, lost]).toEqual([1, []]);
    expect(existsSync(join(data(), 'library-2.db'))).toBe(false);
    expect(desk.state.replaced).toEqual([]);
  });

  it('says that no library is left, and lets no page ask the closed one', async () => {
    let refuses = false;
    const desk = deskOf({
      open: (path) => {
        if (refuses) throw new Error('no memory');
        return open(path);
      },
    });
    newRun(desk, 'old');
    const backup = (await desk.makeBackup())!;
    refuses = true;
    await expect(desk.restore(backup.id)).rejects.toThrow('no memory');
    expect([reloads, lost, desk.session]).toEqual([0, [new Error('no memory')], null]);
    desk.shutdown = () => Promise.resolve();
  });

  it('asks one question at a time', async () => {
    const desk = deskOf();
    newRun(desk, 'old');
    const backup = (await desk.makeBackup())!;
    await Promise.all([desk.restore(backup.id), desk.restore(backup.id)]);
    expect([questions.length, reloads]).toEqual([1, 1]);
  });
});

describe('the place of the library', () => {
  it('keeps one that was replaced for 30 days of use, whatever the clock says', async () => {
    const desk = deskOf();
    newRun(desk, 'old');
    const backup = (await desk.makeBackup())!;
    await desk.restore(backup.id);
    await desk.shutdown();
    now += 1000 * DAY;
    for (let i = 0; i < 30; i++) {
      now += i % 2 === 0 ? 3 * DAY : -DAY;
      expect(placeOf().countDay()).toEqual([]);
      expect(placeOf().countDay(), 'a day counts once').toEqual([]);
      expect(placeOf().replaced[0]!.daysLeft).toBe(29 - i);
    }
    now += DAY;
    expect(placeOf().countDay()).toEqual(['library.db']);
    expect(existsSync(join(data(), 'library.db'))).toBe(false);
    expect(names(deskOf())).toEqual(['old']);
  });

  it.each([
    ['what cannot be read', '{"file": "lib'],
    ['what leads elsewhere', '{"file": "../library.db", "replaced": []}'],
    ['a library that is gone', '{"file": "library-7.db", "replaced": []}'],
  ])('opens no other library, and makes none, for %s', (_name, text) => {
    mkdirSync(data(), { recursive: true });
    writeFileSync(join(data(), 'library.json'), text);
    expect(() => deskOf()).toThrow(StoreRefusedError);
    expect(readdirSync(data())).toEqual(['library.json']);
  });

  it('clears away what a kill left of a restoration, and nothing else', () => {
    mkdirSync(data(), { recursive: true });
    const left = ['library-2.db.partial', 'library-2.db.whole.partial', 'library-2.db.partial-wal'];
    for (const name of left) writeFileSync(join(data(), name), 'half');
    writeFileSync(join(data(), 'library-3.db'), 'kept');
    const desk = deskOf();
    expect(names(desk)).toEqual([]);
    expect(readdirSync(data()).filter((name) => !name.startsWith('library.db'))).toEqual([
      'library-3.db',
    ]);
  });
});
