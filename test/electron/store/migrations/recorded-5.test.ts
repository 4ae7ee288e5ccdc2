/** A library of format 5, recorded as SQL, comes to the newest format whole, and stays one that works if that is interrupted. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { latestVersion } from '../../../../electron/store/migrations/index.ts';
import { TestLibrary } from '../../../support/library/libraries.ts';
import { killWhileOpening } from '../../../support/library/other-process.ts';
import {
  recordedLibrary,
  shapeOf,
  tableRows,
  withoutTaking,
} from '../../../support/library/recorded.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const delays = [0, 5, 20];

it('keeps every row, to the bit', () => {
  const path = recordedLibrary(5);
  const shape = shapeOf(path);
  const before = tableRows(path, shape);
  expect(before.version).toBe(5n);
  expect(shape.size).toBe(13);
  expect(Object.values(before.rows).every((rows) => rows.length > 0)).toBe(true);
  new TestLibrary(path).close();
  const after = tableRows(path, shape);
  expect(after.version).toBe(BigInt(latestVersion));
  expect(withoutTaking(after.rows)).toEqual(withoutTaking(before.rows));
});

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

it.each(delays)('is of one format or the other when killed after %i ms', async (delay) => {
  const whole = recordedLibrary(5);
  const shape = shapeOf(whole);
  const before = tableRows(whole, shape);
  const path = join(temporaryFolder(), 'library.db');
  copyFileSync(whole, path);
  await killWhileOpening(path, delay);
  const after = tableRows(path, shape);
  expect([5n, BigInt(latestVersion)]).toContain(after.version);
  expect(withoutTaking(after.rows)).toEqual(withoutTaking(before.rows));
  expect(new TestLibrary(path).store.searchRuns('')).toHaveLength(8);
});
