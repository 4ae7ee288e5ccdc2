/** A library of format 7, recorded as SQL, comes to the newest format whole, and stays one that works if that is interrupted. */
import { expect, it } from 'vitest';
import { TestLibrary } from '../../../support/library/libraries.ts';
import { recordedLibrary, testThatItComesUp } from '../../../support/library/recorded.ts';

testThatItComesUp(7, { tables: 14, runs: 14 });

it('is read as it was, training logs among runs with settings', () => {
  const { store } = new TestLibrary(recordedLibrary(7));
  const details = store.listRuns({ limit: 20, trashed: false }).map(({ id }) => store.readRun(id));
  const named = (name: string) => details.find(({ run }) => run.name === name)!;
  const log = named('别处的训练');
  expect(log).toMatchObject({
    note: '来自日志',
    imported: { file: '别处的训练.csv' },
    run: { config: null, state: 'diverged', step: 3, archived: true, tags: ['日志'] },
  });
  expect(log.run.log).toEqual({
    unit: 'epoch',
    columns: [
      { name: 'loss', metric: 'train/loss', percent: false },
      { name: 'val_acc', metric: 'eval/test_accuracy', percent: true },
    ],
    left: ['奖励'],
  });
  const losses = store.readValues(log.run.id, 'train/loss');
  expect(losses.flatMap(({ first, values }) => [first, ...values])).toEqual([0, 2.5, 0.5, 3, NaN]);
  expect(named('bert').run).toMatchObject({ baseline: true, log: { unit: 'step', left: [] } });
  expect(named('beside').run).toMatchObject({ state: 'interrupted', log: null });
  expect(details.filter(({ run }) => run.config === null)).toHaveLength(2);
  expect(store.searchRuns('日志').map((id) => store.readRun(id).run.name)).toEqual(['别处的训练']);
});
