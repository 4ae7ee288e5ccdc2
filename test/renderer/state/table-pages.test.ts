import { describe, expect, it } from 'vitest';
import { heldColumn, knownColumn } from '../../../renderer/src/state/series-column.ts';
import {
  FEW_ROWS,
  PAGE_ROWS,
  rowPages,
  stepPages,
} from '../../../renderer/src/state/table-pages.ts';

describe('pages of steps', () => {
  const loss = knownColumn('loss', 1_000_000, (step) => -step);
  const judged = {
    ...heldColumn({ title: 'accuracy', steps: [0, 45, 90, 100], values: [0.1, 0.5, 0.8, 0.9] }),
    spacing: 45,
  };

  it('hold as many steps each, the last what is left; every step is on the page that it is said to be on', async () => {
    const pages = stepPages([loss]);
    expect(pages.count).toBe(10_000);
    expect(pages.extent(0)).toEqual({ from: 0, to: 99, last: 1_000_000 });
    for (const step of [0, 99, 100, 731_204, 1_000_000]) {
      const rows = await pages.read(pages.pageOf(step));
      expect(rows.length).toBeLessThan(PAGE_ROWS + FEW_ROWS);
      expect(rows).toContainEqual({ at: step, cells: [-step] });
    }
    expect([pages.pageOf(-5), pages.pageOf(2e6)]).toEqual([0, 9_999]);
  });

  it.each([
    [0, 1, 0],
    [1, 1, 0],
    [99, 1, 0],
    [100, 1, 0],
    [101, 1, 0],
    [123, 1, 0],
    [124, 2, 100],
    [199, 2, 100],
    [200, 2, 100],
    [2_000, 20, 1_900],
    [2_050, 21, 2_000],
    [1_000_000, 10_000, 999_900],
  ])('of %i steps are %i, and the last goes from step %i to the end', async (last, count, from) => {
    const pages = stepPages([knownColumn('loss', last, (step) => -step)]);
    expect(pages.count).toBe(count);
    expect(pages.extent(count - 1)).toEqual({ from, to: last, last });
    const rows = await pages.read(count - 1);
    expect([rows[0]!.at, rows.at(-1)!.at, rows.length]).toEqual([from, last, last - from + 1]);
    expect(rows.length).toBeGreaterThanOrEqual(Math.min(FEW_ROWS, last + 1));
    expect([pages.pageOf(last), pages.pageOf(from)]).toEqual([count - 1, count - 1]);
    if (count === 1) return;
    expect(pages.pageOf(from - 1)).toBe(count - 2);
    expect(pages.extent(count - 2).to).toBe(from - 1);
  });

  it('of values that are far apart have no last page of few rows either', async () => {
    const column = heldColumn({
      title: 'loss',
      steps: [...Array.from({ length: 201 }, (_, i) => i * 10), 2005],
      values: Array.from({ length: 202 }, (_, i) => i),
    });
    const pages = stepPages([{ ...column, spacing: 10 }]);
    expect(pages.count).toBe(2);
    expect(pages.extent(1)).toEqual({ from: 1000, to: 2005, last: 2005 });
    expect(await pages.read(1)).toHaveLength(102);
  });

  it('of series at different steps have a row for every step of any, and no cell where one has no value', async () => {
    const rows = await stepPages([loss, judged]).read(0);
    expect(rows).toHaveLength(100);
    expect(rows[45]).toEqual({ at: 45, cells: [-45, 0.5] });
    expect(rows[46]).toEqual({ at: 46, cells: [-46, null] });
  });

  it('of values that are far apart hold so many more steps', async () => {
    const pages = stepPages([judged]);
    expect(pages.count).toBe(1);
    expect((await pages.read(0)).map(({ at }) => at)).toEqual([0, 45, 90, 100]);
  });

  it('of nothing are one, which is empty', async () => {
    const pages = stepPages([heldColumn({ title: 'loss', steps: [], values: [] })]);
    expect([pages.count, await pages.read(0)]).toEqual([1, []]);
  });
});

describe('pages of rows', () => {
  it('hold as many rows each, whatever stands at their heads', async () => {
    const steps = Array.from({ length: 250 }, (_, i) => i / 1000);
    const pages = await rowPages([heldColumn({ title: 'tail loss', steps, values: steps })]);
    expect(pages.count).toBe(3);
    expect(pages.extent(2)).toEqual({ from: 201, to: 250, last: 250 });
    expect(await pages.read(2)).toHaveLength(50);
    expect([pages.pageOf(0.1), pages.pageOf(0.0995), pages.pageOf(9)]).toEqual([1, 0, 2]);
  });

  it('have no last page of few rows', async () => {
    const steps = Array.from({ length: 201 }, (_, i) => i);
    const pages = await rowPages([heldColumn({ title: 'tail loss', steps, values: steps })]);
    expect(pages.count).toBe(2);
    expect(pages.extent(1)).toEqual({ from: 101, to: 201, last: 201 });
    expect(await pages.read(1)).toHaveLength(101);
    expect([pages.pageOf(99), pages.pageOf(200)]).toEqual([0, 1]);
  });

  it('of nothing are one, which is empty', async () => {
    const pages = await rowPages([heldColumn({ title: 'loss', steps: [], values: [] })]);
    expect([pages.count, pages.extent(0), await pages.read(0)]).toEqual([
      1,
      { from: 1, to: 0, last: 0 },
      [],
    ]);
  });
});
