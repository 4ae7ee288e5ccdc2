import { describe, expect, it } from 'vitest';
import { heldColumn, knownColumn } from '../../../renderer/src/state/series-column.ts';
import { PAGE_ROWS, rowPages, stepPages } from '../../../renderer/src/state/table-pages.ts';

describe('pages of steps', () => {
  const loss = knownColumn('loss', 1_000_000, (step) => -step);
  const judged = {
    ...heldColumn({ title: 'accuracy', steps: [0, 45, 90, 100], values: [0.1, 0.5, 0.8, 0.9] }),
    spacing: 45,
  };

  it('hold as many steps each, the last what is left; every step is on the page that it is said to be on', async () => {
    const pages = stepPages([loss]);
    expect(pages.count).toBe(10_001);
    expect(pages.extent(0)).toEqual({ from: 0, to: 99, last: 1_000_000 });
    expect(await pages.read(10_000)).toEqual([{ at: 1_000_000, cells: [-1_000_000] }]);
    for (const step of [0, 99, 100, 731_204, 1_000_000]) {
      const rows = await pages.read(pages.pageOf(step));
      expect(rows.length).toBeLessThanOrEqual(PAGE_ROWS);
      expect(rows).toContainEqual({ at: step, cells: [-step] });
    }
    expect([pages.pageOf(-5), pages.pageOf(2e6)]).toEqual([0, 10_000]);
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
});
