/** A library of format 4, recorded as SQL, comes to the newest format whole, and stays one that works if that is interrupted. */
import { expect, it } from 'vitest';
import type { RunSummary } from '../../../../electron/ipc/run.ts';
import { delicateWords, stepBits } from '../../../support/library/bits.ts';
import { TestLibrary } from '../../../support/library/libraries.ts';
import { recordedLibrary, testThatItComesUp } from '../../../support/library/recorded.ts';

testThatItComesUp(4, { tables: 12, runs: 6 });

it('is read as it was; what was done can be undone, what was undone done again', () => {
  const { store } = new TestLibrary(recordedLibrary(4));
  const listed = store.listRuns({ limit: 9, trashed: false });
  const named = (name: string): RunSummary => listed.find((run) => run.name === name)!;
  expect(named('running')).toMatchObject({ state: 'interrupted', reason: 'host-exit', step: 3 });
  expect(named('again')).toMatchObject({ state: 'failed', rerunOf: named('恒定 “η₀”').id });
  expect(named('fork').forkedFrom).toBe(named('恒定 “η₀”').id);
  expect(named("it's diverging")).toMatchObject({ state: 'diverged', archived: true, race: 'own' });
  expect(named('恒定 “η₀”')).toMatchObject({
    pinned: true,
    baseline: true,
    prediction: '衰减会更低',
    conclusion: 'it was',
    noteLine: '第一行',
    tags: ['Thesis', '衰减太快'],
  });
  expect(store.readRun(named('恒定 “η₀”').id)).toMatchObject({
    note: '第一行\n\n$\\eta_0 = 0.1$',
    checkpointStep: 40,
  });
  expect(store.readRun(named('again').id).events).toMatchObject([{ kind: 'continued', step: 5 }]);
  const words = stepBits(store.readValues(named('fork').id, 'train/loss')).map(([, word]) => word);
  expect(words).toEqual([...delicateWords, ...delicateWords]);
  for (const { id } of listed) {
    expect(store.readRun(id).series.flatMap(({ damaged }) => damaged)).toEqual([]);
  }
  expect(store.searchRuns('衰减').map((id) => store.readRun(id).run.name)).toEqual([
    "it's diverging",
    'fork',
    '恒定 “η₀”',
  ]);
  expect(store.listRuns({ limit: 9, trashed: true })).toMatchObject([{ name: '弃置' }]);
  expect(store.listViews().map(({ name }) => name)).toEqual(['发散的']);
  expect(store.historyState().redo).toEqual({ kind: 'rename', count: 1 });
  store.redo();
  expect(store.readRun(named('again').id).run.name).toBe('renamed');
  while (store.undo());
  expect(store.readRun(named('恒定 “η₀”').id)).toMatchObject({ note: '', run: { tags: [] } });
});
