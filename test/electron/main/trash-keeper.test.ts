/** The keeper of the trash against a real library: what it deletes, when, and what a person is asked. */
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { RunId } from '../../../electron/ipc/run.ts';
import { TrashKeeper } from '../../../electron/main/trash-keeper.ts';
import type { Store } from '../../../electron/store/store.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';

const DAY = 86_400_000;

let library: TestLibrary;
let gone: RunId[];
let asked: number[];
let logged: string[];
let saved: number;
let unsaved: string[];
let backUp: () => Promise<unknown>;
let answer: () => Promise<boolean>;

beforeEach(() => {
  library = new TestLibrary();
  gone = [];
  asked = [];
  logged = [];
  saved = 0;
  unsaved = [];
  backUp = () => Promise.resolve({});
  answer = () => Promise.resolve(true);
});

function keeperOf(store: Store = library.store): TrashKeeper {
  const keeper = new TrashKeeper({
    store,
    confirm: (count) => {
      asked.push(count);
      return answer();
    },
    confirmUnsaved: (reason) => {
      unsaved.push(String(reason));
      return answer();
    },
    backUp: () => {
      saved++;
      return backUp();
    },
    gone: (ids) => gone.push(...ids),
    log: (message) => logged.push(message),
  });
  onTestFinished(() => keeper.shutdown());
  return keeper;
}

function trashed(count: number): readonly RunId[] {
  const ids = Array.from({ length: count }, () => library.endedRun());
  for (const id of ids) library.flush(id, chunk(0, [1]));
  library.store.changeRuns(ids, { trashed: true });
  return ids;
}

/** Whether nothing of deleted runs is left, once the keeper has come that far. */
async function swept(): Promise<void> {
  while (library.store.deleteSome()) await new Promise((resolve) => setImmediate(resolve));
}

describe('emptying the trash', () => {
  it('asks for how many, and deletes those alone', async () => {
    const kept = library.endedRun();
    const ids = trashed(23);
    expect(await keeperOf().empty()).toBe(23);
    expect(asked).toEqual([23]);
    expect(gone).toEqual(ids);
    await swept();
    expect(library.store.searchRuns('')).toEqual([kept]);
  });

  it('makes a backup first, and asks again where none can be made', async () => {
    const ids = trashed(2);
    const keeper = keeperOf();
    backUp = () => Promise.reject(new Error('the disk is full'));
    answer = () => Promise.resolve(unsaved.length === 0);
    expect(await keeper.empty()).toBe(0);
    expect([saved, unsaved]).toEqual([1, ['Error: the disk is full']]);
    backUp = () => Promise.resolve(null);
    unsaved = [];
    expect(await keeper.empty()).toBe(0);
    expect(library.store.listTrash()).toEqual(ids);
    backUp = () => Promise.resolve({});
    expect(await keeper.empty()).toBe(2);
  });

  it('deletes nothing that is put away while the backup is made', async () => {
    const ids = trashed(12);
    let late: readonly RunId[] = [];
    backUp = () => {
      late = trashed(3);
      library.store.changeRuns([ids[11]!], { trashed: false });
      return Promise.resolve({});
    };
    expect(await keeperOf().empty()).toBe(11);
    expect(gone).toEqual(ids.slice(0, 11));
    expect(library.store.listTrash()).toEqual(late);
  });

  it('deletes nothing if the person says no, and asks nothing if there is nothing', async () => {
    const ids = trashed(2);
    answer = () => Promise.resolve(false);
    expect(await keeperOf().empty()).toBe(0);
    expect(library.store.listTrash()).toEqual(ids);
    library.store.undo();
    expect(await keeperOf().empty()).toBe(0);
    expect(asked).toEqual([2]);
  });

  it('is one question, however often it is asked for', async () => {
    trashed(1);
    const keeper = keeperOf();
    expect(await Promise.all([keeper.empty(), keeper.empty()])).toEqual([1, 1]);
    expect(asked).toEqual([1]);
    trashed(1);
    expect(await keeper.empty()).toBe(1);
    expect(asked).toEqual([1, 1]);
  });

  it('that fails says so to who asked', async () => {
    trashed(1);
    answer = () => Promise.reject(new Error('no window'));
    await expect(keeperOf().empty()).rejects.toThrow('no window');
    expect(library.store.listTrash()).toHaveLength(1);
  });
});

describe('after the start', () => {
  it('what is overdue goes without a question, the rest stays', async () => {
    const old = trashed(12);
    for (let i = 0; i < 30; i++) {
      library.time += DAY;
      library.reopen();
    }
    const young = trashed(1);
    keeperOf().start();
    while (gone.length < old.length) await new Promise((resolve) => setImmediate(resolve));
    await swept();
    expect(gone).toEqual(old);
    expect(asked).toEqual([]);
    expect(library.store.searchRuns('')).toEqual(young);
  });

  it('a library that cannot be written just now is told to the log, not to the world', async () => {
    const full = (): never => {
      throw new Error('disk full');
    };
    keeperOf({ ...library.store, countDay: full }).start();
    while (logged.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(logged).toEqual(['deleting what is overdue: Error: disk full']);
    trashed(1);
    const keeper = keeperOf({ ...library.store, deleteSome: full });
    expect(await keeper.empty()).toBe(1);
    while (logged.length === 1) await new Promise((resolve) => setImmediate(resolve));
    expect(logged[1]).toBe('deleting for good: Error: disk full');
  });
});
