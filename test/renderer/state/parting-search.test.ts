import { expect, test } from 'vitest';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import { MOST_VALUES, type ValuesQuery } from '../../../electron/ipc/queries.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { PartingSearch } from '../../../renderer/src/state/parting-search.svelte.ts';
import { FakeLab } from '../../support/fake-lab.ts';

const METRIC = 'train/loss';

/** Runs of `length` values of which the one that is called `step` has another at that step. */
function library(length: number): { search: PartingSearch; asked: ValuesQuery[] } {
  const lab = new FakeLab();
  const asked: ValuesQuery[] = [];
  lab.answers['series:values'] = (query): readonly MetricChunk[] => {
    asked.push(query);
    const { runId, metric, from, most } = query;
    const count = Math.max(0, Math.min(most, length - from));
    const values = Float64Array.from({ length: count }, (_, i) =>
      from + i === Number(runId) ? -1 : from + i,
    );
    return count > 0 ? [{ metric, first: from, stride: 1, values }] : [];
  };
  return { search: new PartingSearch(lab), asked };
}

const ids = (...names: string[]): readonly RunId[] => names as RunId[];

test('runs that part early are read no further', async () => {
  const { search, asked } = library(500_000);
  await search.search(ids('none', '3'), METRIC);
  expect(search.found).toEqual({ count: 3, first: 0, last: 2, partsAt: 3 });
  expect(search.over).toBe(true);
  expect(asked).toHaveLength(2);
});

test('a parting in a later slice is found, without a step left out between slices', async () => {
  for (const at of [1023, 1024, 1024 + MOST_VALUES - 1, 1024 + MOST_VALUES]) {
    const { search } = library(200_000);
    await search.search(ids('none', 'none', String(at)), METRIC);
    expect(search.found).toEqual({ count: at, first: 0, last: at - 1, partsAt: at });
  }
});

test('runs that never part are compared to their end', async () => {
  const { search } = library(70_000);
  await search.search(ids('none', 'none'), METRIC);
  expect(search.found).toEqual({ count: 70_000, first: 0, last: 69_999, partsAt: null });
  expect(search.over).toBe(true);
});

test('a search that another takes the place of, or that nobody waits for, changes nothing more', async () => {
  const { search } = library(10);
  const before = search.search(ids('none', '2'), METRIC);
  await Promise.all([before, search.search(ids('none', '7'), METRIC)]);
  expect(search.found.partsAt).toBe(7);
  const last = search.search(ids('none', '5'), METRIC);
  search.dispose();
  await last;
  expect(search.over).toBe(false);
});

test('a fault leaves nothing said of what was compared before it', async () => {
  const lab = new FakeLab();
  let answers = 0;
  lab.answers['series:values'] = ({ metric, from, most }): readonly MetricChunk[] => {
    if (++answers > 2) throw new Error('a page of the library is damaged');
    return [{ metric, first: from, stride: 1, values: new Float64Array(most) }];
  };
  const search = new PartingSearch(lab);
  await expect(search.search(ids('a', 'b'), METRIC)).rejects.toThrow('damaged');
  expect([search.found.count, search.over]).toEqual([0, false]);
});
