/** A library of format 6, recorded as SQL, comes to the newest format whole, and stays one that works if that is interrupted. */
import { expect, it } from 'vitest';
import { TestLibrary } from '../../../support/library/libraries.ts';
import { recordedLibrary, testThatItComesUp } from '../../../support/library/recorded.ts';

testThatItComesUp(6, { tables: 14, runs: 11 });

it('is read as it was, with training times and what was extended; none of it is a training log', () => {
  const { store } = new TestLibrary(recordedLibrary(6));
  const details = store.listRuns({ limit: 20, trashed: false }).map(({ id }) => store.readRun(id));
  const named = (name: string) => details.find(({ run }) => run.name === name)!;
  expect(details.map(({ run }) => run.log)).toEqual(details.map(() => null));
  expect(named('计了时的')).toMatchObject({
    note: '用时 $t$',
    run: { tags: ['计时'], pinned: true },
  });
  expect(named('计了时的').times).toEqual([
    { step: 0, seconds: 0 },
    { step: 2, seconds: 0.125 },
    { step: 4, seconds: 0.3 },
  ]);
  const longer = named('longer');
  expect(longer.times).toEqual([{ step: 6, seconds: 0.75 }]);
  expect(longer.run.config).toMatchObject({ totalSteps: 6, lr: 0.2 });
  expect(longer.events).toMatchObject([
    { kind: 'extended', step: 3, totalSteps: 6, from: 0, ends: { 'train/loss': 6 } },
  ]);
  const values = store.readValues(longer.run.id, 'train/loss').flatMap((one) => [...one.values]);
  expect(values).toEqual([9, 8, 7, 6, 5, -0, NaN]);
  expect(named('under way')).toMatchObject({ run: { state: 'interrupted', step: 2 } });
  expect(store.searchRuns('用时').map((id) => store.readRun(id).run.name)).toEqual(['计了时的']);
});
