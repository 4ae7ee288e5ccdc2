/** What a person changes in the library, and the way back. */
import { describe, expect, it } from 'vitest';
import type { RunId, RunSummary } from '../../../electron/ipc/run.ts';
import { TestLibrary } from '../../support/library/libraries.ts';
import { viewSettings } from '../../support/view-settings.ts';
import { computed } from '../../support/computed.ts';

function read(library: TestLibrary, id: RunId): RunSummary {
  return library.store.readRun(id).run;
}

describe('a run', () => {
  it('begins without remarks', () => {
    const library = new TestLibrary();
    expect(read(library, library.newRun())).toMatchObject({
      noteLine: '',
      tags: [],
      pinned: false,
      baseline: false,
      archived: false,
      prediction: '',
      conclusion: '',
      forkedFrom: null,
      resumedFrom: null,
      rerunOf: null,
      trashDaysLeft: null,
    });
  });

  it('keeps whatever is changed of it, and takes all of it back as one', () => {
    const library = new TestLibrary();
    const id = library.endedRun('before');
    const before = library.store.readRun(id);
    const note = '\n  第一行 η₀ = 0.1\n\nsecond line';
    const change = {
      name: '之后',
      note,
      addTags: ['衰减', 'Adam'],
      pinned: true,
      baseline: true,
      archived: true,
      trashed: true,
      prediction: '会振荡',
      conclusion: '没有',
    };
    library.time = 7_000;
    expect(library.store.changeRuns([id], change)).toEqual([id]);
    library.reopen();
    const after = library.store.readRun(id);
    expect(after.note).toBe(note);
    expect(after.run).toMatchObject({
      name: '之后',
      noteLine: '第一行 η₀ = 0.1',
      tags: ['Adam', '衰减'],
      pinned: true,
      baseline: true,
      archived: true,
      trashedAt: 7_000,
      trashDaysLeft: 30,
      prediction: '会振荡',
      conclusion: '没有',
    });
    expect(library.store.undo()).toEqual({
      label: { kind: 'edit', count: 1 },
      runs: [id],
      views: false,
    });
    expect(library.store.readRun(id)).toEqual(before);
    library.store.redo();
    expect(library.store.readRun(id)).toEqual(after);
  });

  it('has a tag once, however it is written; the first spelling stays', () => {
    const library = new TestLibrary();
    const id = library.newRun();
    library.store.changeRuns([id], { addTags: ['Adam', 'adam', 'ＡＤＡＭ', 'z', '学习率'] });
    expect(read(library, id).tags).toEqual(['Adam', 'z', '学习率']);
    library.store.changeRuns([id], { removeTags: ['ADAM', 'none'], addTags: ['b'] });
    expect(read(library, id).tags).toEqual(['b', 'z', '学习率']);
  });

  it('with a tag too many is left alone, and so are all others of the change', () => {
    const library = new TestLibrary();
    const [full, other] = [library.newRun(), library.newRun()];
    library.store.changeRuns([full], { addTags: Array.from({ length: 20 }, (_, i) => `${i}`) });
    expect(() => library.store.changeRuns([other, full], { addTags: ['more'] })).toThrow('21 tags');
    expect(read(library, other).tags).toEqual([]);
    expect(read(library, full).tags).toHaveLength(20);
    expect(library.store.historyState().undo).toEqual({ kind: 'tag', count: 1 });
  });

  it('under way is not put into the trash, by redo neither', () => {
    const library = new TestLibrary();
    const [ended, running] = [library.endedRun(), library.newRun()];
    const trash = { trashed: true };
    expect(() => library.store.changeRuns([ended, running], trash)).toThrow('is queued');
    expect(read(library, ended).trashedAt).toBeNull();
    library.store.changeRuns([ended], trash);
    library.store.undo();
    library.store.setState(ended, 'running', null);
    expect(() => library.store.redo()).toThrow('is running');
    expect(read(library, ended).trashedAt).toBeNull();
    expect(library.store.historyState().redo).toEqual({ kind: 'trash', count: 1 });
  });

  it('is the only baseline of its experiment; undo gives it back to the one before', () => {
    const library = new TestLibrary();
    const { config } = computed(read(library, library.newRun('elsewhere')));
    const plan = ['a', 'b', 'c'].map((name) => ({ name, config }));
    const [a, b] = library.store.createExperiment('e', plan, 'test').runIds as [RunId, RunId];
    const baselines = (): readonly string[] =>
      library.store
        .listRuns({ limit: 9, trashed: false })
        .filter(({ baseline }) => baseline)
        .map(({ name }) => name);
    library.store.changeRuns([library.newRun('other')], { baseline: true });
    expect(library.store.changeRuns([a], { baseline: true })).toEqual([a]);
    expect(library.store.changeRuns([b], { baseline: true })).toEqual([b, a]);
    expect(baselines()).toEqual(['other', 'b']);
    expect(library.store.historyState().undo).toEqual({ kind: 'set-baseline', count: 1 });
    library.store.undo();
    expect(baselines()).toEqual(['other', 'a']);
    library.store.redo();
    expect(baselines()).toEqual(['other', 'b']);
  });

  it('that is what was asked for already changes nothing, and redo stays', () => {
    const library = new TestLibrary();
    const id = library.newRun('same');
    library.store.changeRuns([id], { pinned: true });
    library.store.undo();
    const nothing = { name: 'same', pinned: false, removeTags: ['none'], note: '' };
    expect(library.store.changeRuns([id], nothing)).toEqual([]);
    expect(library.store.historyState()).toEqual({
      undo: null,
      redo: { kind: 'pin', count: 1 },
    });
  });

  it('knows the run its settings say it left, also one that begins together with it', () => {
    const library = new TestLibrary();
    const { config } = computed(read(library, library.newRun('far')));
    const origin = library.newRun('near');
    const forked = { ...config, lr: 0.01, fork: { step: 5, from: config } };
    const one = [{ name: 'fork', config: forked }];
    const [fork] = library.store.createExperiment('e', one, 'test').runIds;
    expect(read(library, fork!).forkedFrom).toBe(origin);
    const both = [...one, { name: 'trunk', config }];
    const [twin, trunk] = library.store.createExperiment('e', both, 'test').runIds;
    expect(read(library, twin!).forkedFrom).toBe(trunk);
    const again = [{ name: 'again', config: forked, rerunOf: fork!, resumedFrom: origin }];
    const [rerun] = library.store.createExperiment('e', again, 'test').runIds;
    expect(read(library, rerun!)).toMatchObject({ rerunOf: fork, resumedFrom: origin });
  });
});

describe('history', () => {
  it.each([
    [{ name: 'x' }, 'rename'],
    [{ note: 'x' }, 'note'],
    [{ addTags: ['x'] }, 'tag'],
    [{ removeTags: ['there'] }, 'untag'],
    [{ pinned: true }, 'pin'],
    [{ pinned: false }, 'unpin'],
    [{ baseline: true }, 'set-baseline'],
    [{ baseline: false }, 'clear-baseline'],
    [{ archived: true }, 'archive'],
    [{ archived: false }, 'unarchive'],
    [{ trashed: true }, 'trash'],
    [{ trashed: false }, 'restore'],
    [{ prediction: 'x' }, 'predict'],
    [{ conclusion: 'x' }, 'conclude'],
    [{ pinned: true, archived: true }, 'edit'],
  ] as const)('calls %j %s', (change, kind) => {
    const library = new TestLibrary();
    const id = library.endedRun();
    library.store.changeRuns([id], { addTags: ['there'] });
    for (const field of ['pinned', 'baseline', 'archived', 'trashed'] as const) {
      if (field in change) {
        const on = (change as Record<string, unknown>)[field] === false;
        library.store.changeRuns([id], { [field]: on });
      }
    }
    library.store.changeRuns([id], change);
    expect(library.store.historyState().undo).toEqual({ kind, count: 1 });
  });

  it('survives a restart, a hundred changes deep, and no deeper', () => {
    const library = new TestLibrary();
    const id = library.newRun('0');
    for (let i = 1; i <= 130; i++) library.store.changeRuns([id], { name: `${i}` });
    library.reopen();
    for (let i = 129; i >= 30; i--) {
      library.store.undo();
      expect(read(library, id).name).toBe(`${i}`);
    }
    expect(library.store.undo()).toBeNull();
    library.reopen();
    for (let i = 31; i <= 130; i++) {
      library.store.redo();
      expect(read(library, id).name).toBe(`${i}`);
    }
    expect(library.store.redo()).toBeNull();
  });

  it('counts the runs a change changed, and a new change ends redo', () => {
    const library = new TestLibrary();
    const ids = [library.newRun(), library.newRun(), library.newRun()];
    library.store.changeRuns([ids[0]!], { pinned: true });
    library.store.changeRuns([...ids, ids[1]!], { pinned: true });
    expect(library.store.historyState().undo).toEqual({ kind: 'pin', count: 2 });
    library.store.undo();
    library.store.changeRuns([ids[2]!], { archived: true });
    expect(library.store.historyState()).toEqual({
      undo: { kind: 'archive', count: 1 },
      redo: null,
    });
  });
});

describe('saved views', () => {
  it('are replaced by name whatever its case, listed in order, and come back', () => {
    const library = new TestLibrary();
    const { store } = library;
    const diverged = viewSettings({ filter: { state: ['diverged'], tag: ['衰减'] } });
    expect(store.saveView({ name: 'Zebra', settings: viewSettings() })).toBe(true);
    expect(store.saveView({ name: 'zebra', settings: diverged })).toBe(true);
    expect(store.saveView({ name: 'zebra', settings: diverged })).toBe(false);
    expect(store.saveView({ name: 'apple', settings: viewSettings() })).toBe(true);
    expect(store.listViews()).toEqual([
      { name: 'apple', settings: viewSettings() },
      { name: 'zebra', settings: diverged },
    ]);
    expect(store.removeView('ZEBRA')).toBe(true);
    expect(store.removeView('ZEBRA')).toBe(false);
    expect(store.listViews().map(({ name }) => name)).toEqual(['apple']);
    expect(store.undo()).toEqual({
      label: { kind: 'remove-view', count: 1 },
      runs: [],
      views: true,
    });
    store.undo();
    store.undo();
    expect(store.listViews()).toEqual([{ name: 'Zebra', settings: viewSettings() }]);
  });

  it('are a hundred at most', () => {
    const { store } = new TestLibrary();
    for (let i = 0; i < 100; i++) store.saveView({ name: `${i}`, settings: viewSettings() });
    expect(() => store.saveView({ name: 'more', settings: viewSettings() })).toThrow('100 views');
    store.saveView({ name: '7', settings: viewSettings({ filter: { mark: ['archived'] } }) });
    expect(store.listViews()).toHaveLength(100);
  });
});
