/** A library of format 5, recorded as SQL, comes to the newest format whole, and stays one that works if that is interrupted. */
import { expect, it } from 'vitest';
import { TestLibrary } from '../../../support/library/libraries.ts';
import { recordedLibrary, testThatItComesUp } from '../../../support/library/recorded.ts';

testThatItComesUp(5, { tables: 13, runs: 8 });

it('is read as it was, imported runs too; none of them was measured', () => {
  const { store } = new TestLibrary(recordedLibrary(5));
  const listed = store.listRuns({ limit: 9, trashed: false });
  const details = listed.map(({ id }) => store.readRun(id));
  expect(details.flatMap(({ times }) => times)).toEqual([]);
  const again = details.find(({ run }) => run.name === 'given again')!;
  const given = details.find(({ run }) => run.name === 'given')!;
  expect(again.imported?.file).toBe('别人的实验.downhill');
  expect(again.run.rerunOf).toBe(given.run.id);
  expect(again.run.conclusion).toBe('as it was there');
  expect(again.events).toMatchObject([{ kind: 'compared', with: given.run.id }]);
  expect(given.note).toBe('来自文件的笔记');
  const [values] = store.readValues(given.run.id, 'train/loss');
  expect([...values!.values]).toEqual([1, NaN, -0, 4, 5]);
  expect(store.searchRuns('笔记')).toHaveLength(2);
  while (store.undo());
  expect(store.listRuns({ limit: 9, trashed: false }).map(({ name }) => name)).not.toContain(
    'given',
  );
});
