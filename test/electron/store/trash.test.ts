/** What was put away, for how long, and what of it stays when it is deleted for good: nothing. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../electron/ipc/run.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';
import { computed } from '../../support/computed.ts';

const DAY = 86_400_000;

function daysLeft(library: TestLibrary, id: RunId): number | null {
  return library.store.readRun(id).run.trashDaysLeft;
}

/** Uses the app on so many further days. */
function useFor(library: TestLibrary, days: number): void {
  for (let i = 0; i < days; i++) {
    library.time += DAY;
    library.store.countDay();
  }
}

/** Deletes to the end; how many slices that took. */
function deleteAll(library: TestLibrary): number {
  let slices = 1;
  while (library.store.deleteSome()) slices++;
  return slices;
}

function rows(library: TestLibrary, ...tables: readonly string[]): readonly number[] {
  let counts: readonly number[] = [];
  library.reopen(() => {
    const db = new Database(library.path, { readonly: true });
    counts = tables.map(
      (table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number,
    );
    db.close();
  });
  return counts;
}

describe('the time in the trash', () => {
  it('is thirty days of use: opened often in a day or not for a year, a day is a day', () => {
    const library = new TestLibrary();
    const id = library.endedRun();
    library.store.changeRuns([id], { trashed: true });
    expect(daysLeft(library, id)).toBe(30);
    for (let i = 0; i < 40; i++) library.reopen();
    expect(daysLeft(library, id)).toBe(30);
    library.time += 365 * DAY;
    library.reopen();
    expect(daysLeft(library, id)).toBe(29);
    useFor(library, 28);
    expect(daysLeft(library, id)).toBe(1);
    expect(library.store.doom('overdue', 10)).toEqual([]);
    useFor(library, 1);
    expect(daysLeft(library, id)).toBe(0);
    expect(library.store.doom('overdue', 10)).toEqual([id]);
  });

  it('does not end early because a clock jumps', () => {
    const library = new TestLibrary();
    const id = library.endedRun();
    library.store.changeRuns([id], { trashed: true });
    for (const jump of [10 * DAY, -3 * DAY, 20_000 * DAY, -20_007 * DAY]) {
      library.time += jump;
      library.reopen();
    }
    expect(daysLeft(library, id)).toBe(26);
  });

  it('begins anew when a run is put there again', () => {
    const library = new TestLibrary();
    const id = library.endedRun();
    library.store.changeRuns([id], { trashed: true });
    useFor(library, 20);
    expect(daysLeft(library, id)).toBe(10);
    library.store.undo();
    expect(daysLeft(library, id)).toBeNull();
    library.store.redo();
    expect(daysLeft(library, id)).toBe(30);
  });
});

describe('deleting for good', () => {
  function libraryWithTrash(): { library: TestLibrary; gone: RunId; kept: RunId } {
    const library = new TestLibrary();
    const [gone, kept] = [library.endedRun('弃置'), library.endedRun('kept')];
    for (const id of [gone, kept]) {
      library.flush(id, chunk(0, [1, 2, NaN]), chunk(0, [0.1, 0.1], 1, 'optim/lr'));
      const times = [{ step: 2, seconds: 0.5, replaces: null }];
      library.store.flush([{ id, step: 2, chunks: [], checkpoint: null, times }]);
    }
    const remarks = { note: '笔记', addTags: ['t'], pinned: true, baseline: true };
    library.store.changeRuns([gone], remarks);
    library.store.changeRuns([gone, kept], { archived: true });
    library.store.changeRuns([gone], { trashed: true });
    return { library, gone, kept };
  }

  it('makes a run unknown at once, and leaves not a row of it', () => {
    const { library, gone, kept } = libraryWithTrash();
    expect(library.store.listTrash()).toEqual([gone]);
    expect(library.store.doom(library.store.listTrash(), 10)).toEqual([gone]);
    expect(library.store.listTrash()).toEqual([]);
    expect(() => library.store.readRun(gone)).toThrow('no run');
    expect(() => library.store.changeRuns([gone], { trashed: false })).toThrow('no run');
    expect(library.store.listRuns({ limit: 9, trashed: true })).toEqual([]);
    expect(library.store.readSummaries([gone, kept]).map(({ id }) => id)).toEqual([kept]);
    expect(library.store.searchRuns('')).toEqual([kept]);
    expect(library.store.searchRuns('弃置')).toEqual([]);
    library.reopen();
    deleteAll(library);
    expect(
      rows(library, 'experiment', 'run', 'series', 'chunk', 'run_note', 'run_tag', 'op_log'),
    ).toEqual([1, 1, 2, 2, 0, 0, 1]);
    expect(rows(library, 'training_time')).toEqual([1]);
    expect(library.store.readValues(kept, 'train/loss')[0]!.values).toHaveLength(3);
  });

  it('takes with it what could be undone of the run, and leaves the rest', () => {
    const { library, gone, kept } = libraryWithTrash();
    library.store.doom(library.store.listTrash(), 10);
    expect(library.store.historyState().undo).toEqual({ kind: 'archive', count: 1 });
    expect(library.store.undo()!.runs).toEqual([kept]);
    expect(library.store.undo()).toBeNull();
    expect(library.store.redo()!.runs).toEqual([kept]);
    expect(() => library.store.readRun(gone)).toThrow('no run');
  });

  it('forgets a baseline that only followed from one that is gone', () => {
    const library = new TestLibrary();
    const { config } = computed(library.store.readRun(library.newRun()).run);
    const plan = [
      { name: 'a', config },
      { name: 'b', config },
    ];
    const [a, b] = library.store.createExperiment('e', plan, 'test').runIds as [RunId, RunId];
    library.store.setState(b, 'finished', 'max-steps');
    library.store.changeRuns([a], { baseline: true });
    library.store.changeRuns([b], { baseline: true });
    library.store.changeRuns([b], { trashed: true });
    library.store.doom(library.store.listTrash(), 10);
    expect(library.store.historyState().undo).toEqual({ kind: 'set-baseline', count: 1 });
    library.store.undo();
    expect(library.store.undo()).toBeNull();
    expect(library.store.readRun(a).run.baseline).toBe(false);
  });

  it('leaves the runs that came from it, without an origin', () => {
    const library = new TestLibrary();
    const origin = library.endedRun();
    const { config } = computed(library.store.readRun(origin).run);
    const heirs = [
      { name: 'fork', config: { ...config, fork: { step: 3, from: config } } },
      { name: 'rest', config, resumedFrom: origin, rerunOf: origin },
    ];
    const [fork, rest] = library.store.createExperiment('e', heirs, 'test').runIds;
    library.store.changeRuns([origin], { trashed: true });
    library.store.doom(library.store.listTrash(), 10);
    deleteAll(library);
    const orphan = { forkedFrom: null, resumedFrom: null, rerunOf: null };
    expect(library.store.readRun(rest!).run).toMatchObject(orphan);
    // It is the same as the run that was started with it, from its first step on.
    expect(library.store.readRun(fork!).run).toMatchObject({ ...orphan, forkedFrom: rest });
  });

  it('goes in slices of 200 rows, and goes on after a restart', () => {
    const library = new TestLibrary();
    const ids = [library.endedRun(), library.endedRun()];
    // Steps without a rhythm: no two chunks can be joined.
    for (let i = 0; i < 150; i++) for (const id of ids) library.flush(id, chunk(3 * i * i, [i, i]));
    library.store.changeRuns(ids, { trashed: true });
    library.store.doom(library.store.listTrash(), 10);
    expect(library.store.deleteSome()).toBe(true);
    expect(rows(library, 'run', 'chunk')).toEqual([1, 101]);
    expect(library.store.deleteSome()).toBe(false);
    expect(rows(library, 'run', 'chunk')).toEqual([0, 0]);
  });

  it('goes in slices of two megabytes', () => {
    const library = new TestLibrary();
    const id = library.endedRun();
    const values = new Float64Array(65_536);
    for (let i = 0; i < 21; i++) library.flush(id, chunk(i * values.length, values));
    library.store.changeRuns([id], { trashed: true });
    library.store.doom(library.store.listTrash(), 10);
    expect(deleteAll(library)).toBe(6);
  });

  it('is asked for a few runs at a time', () => {
    const library = new TestLibrary();
    const ids = Array.from({ length: 7 }, () => library.endedRun());
    library.store.changeRuns(ids, { trashed: true });
    expect(library.store.doom(library.store.listTrash(), 5)).toEqual(ids.slice(0, 5));
    expect(library.store.doom(library.store.listTrash(), 5)).toEqual(ids.slice(5));
    expect(library.store.doom(library.store.listTrash(), 5)).toEqual([]);
  });
});
