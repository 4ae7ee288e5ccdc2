/** Two runs side by side, bit by bit, as far as their bytes are whole. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import type { RunComparison } from '../../../electron/ipc/library.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { compareRuns } from '../../../electron/main/compare-runs.ts';
import { bowl } from '../../support/experiments.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';
import { unguarded } from '../../support/library/unguarded.ts';

describe('two runs', () => {
  const tenths = (first: number, count: number): MetricChunk =>
    chunk(
      first,
      Array.from({ length: count }, (_, i) => (first + i) / 10),
    );

  function compared(
    a: readonly MetricChunk[],
    b: readonly MetricChunk[],
    engine = 'test',
  ): Promise<RunComparison> {
    const library = new TestLibrary();
    const mine = library.newRun();
    const [its] = library.store.createExperiment(
      'other',
      [{ name: 'other', config: bowl() }],
      engine,
    ).runIds as [RunId];
    for (const one of a) library.flush(mine, one);
    for (const one of b) library.flush(its, one);
    return compareRuns(library.store, mine, its, () => Promise.resolve());
  }

  it('are the same however their values are cut', async () => {
    const a = [tenths(0, 20_000), tenths(20_000, 20_000)];
    const b = [tenths(0, 3), tenths(3, 39_997)];
    expect(await compared(a, b)).toMatchObject({ step: 40_000, values: 40_000, differs: null });
    const nan = [chunk(0, [NaN, -0])];
    expect(await compared(nan, nan)).toMatchObject({ differs: null });
  });

  it.each<[string, readonly MetricChunk[], readonly MetricChunk[], number]>([
    [
      'a bit',
      [tenths(0, 20_000)],
      [tenths(0, 17_000), chunk(17_000, [0]), tenths(17_001, 2_999)],
      17_000,
    ],
    ['−0 and 0', [chunk(0, [0, 0])], [chunk(0, [0, -0])], 1],
    ['a step', [chunk(0, [1, 2], 2)], [chunk(0, [1, 2, 3])], 1],
    ['a series', [tenths(0, 3), chunk(0, [1, 2, 3], 1, 'optim/lr')], [tenths(0, 3)], 0],
  ])('differ by %s', async (_what, a, b, step) => {
    expect((await compared(a, b)).differs?.step).toBe(step);
  });

  it('of two engines are compared all the same, and it is said', async () => {
    const comparison = await compared([tenths(0, 3)], [tenths(0, 3)], 'older');
    expect(comparison).toMatchObject({ differs: null, otherEngine: 'older' });
  });

  describe('with damaged bytes', () => {
    /** Both runs in pieces of 1,000 values; some are spoilt, in one run or the other. */
    async function damagedAt(
      spoilt: readonly (readonly ['mine' | 'its', number])[],
      its: (step: number) => number = (step) => step / 10,
    ): Promise<RunComparison> {
      const library = new TestLibrary();
      const ids = { mine: library.newRun(), its: library.newRun() };
      const rowIds = { mine: 1, its: 2 };
      for (let first = 0; first < 5_000; first += 1_000) {
        library.flush(ids.mine, tenths(first, 1_000));
        const values = Array.from({ length: 1_000 }, (_, i) => its(first + i));
        library.flush(ids.its, chunk(first, values));
      }
      library.reopen(() => {
        const db = new Database(library.path);
        unguarded(
          db,
          spoilt.map(
            ([whose, first]) =>
              `UPDATE chunk SET data = zeroblob(8000) WHERE first_step = ${first} AND series_id =
                 (SELECT id FROM series WHERE run_id = ${rowIds[whose]})`,
          ),
        );
        db.close();
      });
      return compareRuns(library.store, ids.mine, ids.its, () => Promise.resolve());
    }

    it('are compared behind them too, and it is said at how many steps nothing was', async () => {
      const comparison = await damagedAt([['its', 1_000]]);
      expect(comparison).toMatchObject({ step: 5_000, values: 4_000, unread: 1_000 });
      expect(comparison.differs).toBeNull();
    });

    it('in both, at places that overlap or not, are counted once each', async () => {
      const one = await damagedAt([
        ['mine', 2_000],
        ['its', 2_000],
        ['its', 4_000],
      ]);
      expect(one).toMatchObject({ values: 3_000, unread: 2_000, differs: null });
    });

    it('differ where they differ behind them', async () => {
      const at = 3_500;
      const other = (step: number): number => (step === at ? -1 : step / 10);
      const { differs, unread } = await damagedAt([['mine', 1_000]], other);
      expect(differs).toEqual({ metric: 'train/loss', step: at });
      expect(unread).toBe(1_000);
    });

    it('hide a difference, and nothing is claimed of it', async () => {
      const other = (step: number): number => (step === 1_200 ? -1 : step / 10);
      const comparison = await damagedAt([['mine', 1_000]], other);
      expect(comparison).toMatchObject({ values: 4_000, unread: 1_000, differs: null });
    });
  });
});
