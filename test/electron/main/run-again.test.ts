/** A run that repeats another is compared with it, bit by bit, when it has ended. */
import { describe, expect, it } from 'vitest';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { RunComparison } from '../../../electron/ipc/library.ts';
import { compareRuns } from '../../../electron/main/compare-runs.ts';
import { bowl, expectedColumns, shortDigits } from '../../support/experiments.ts';
import { chunk, TestLibrary } from '../../support/library/libraries.ts';
import { RunWorld } from '../../support/run-world.ts';

describe('a run again', () => {
  it('is a new experiment of the same settings, and says that its bits are the same', async () => {
    const world = new RunWorld();
    const configs = [bowl({ totalSteps: 3000 }), shortDigits];
    const before = world.start(...configs);
    for (const id of before) await world.untilState(id, 'finished');
    const { experimentId, runIds } = world.service.again(before, null);
    for (const [i, id] of runIds.entries()) {
      const { event } = await world.until('run:event', (told) => told.id === id);
      const values = [...expectedColumns(configs[i]!).values()];
      expect(event).toMatchObject({
        kind: 'compared',
        with: before[i],
        step: configs[i]!.totalSteps,
        values: values.reduce((sum, { steps }) => sum + steps.length, 0),
        differs: null,
        otherEngine: null,
      });
      const { run, events } = world.store.readRun(id);
      expect(run).toMatchObject({ experimentId, rerunOf: before[i], name: `run ${i}` });
      expect(run.experimentId).not.toBe(world.store.readRun(before[i]!).run.experimentId);
      expect(events).toEqual([event]);
    }
  });

  it('is compared as far as the other came', async () => {
    const world = new RunWorld();
    const [before] = world.startAt(1000, bowl({ totalSteps: 3000 })) as [RunId];
    await world.until('run:saved', ({ step }) => step > 50);
    world.service.stop(before);
    const { step } = await world.untilState(before, 'stopped');
    const [id] = world.service.again([before], null).runIds as [RunId];
    const { event } = await world.until('run:event', (told) => told.id === id);
    expect(event).toMatchObject({ step, differs: null });
    expect((event as RunComparison).values).toBeGreaterThanOrEqual(3 * step);
  });

  it('refuses to repeat what is not there', () => {
    const world = new RunWorld();
    const unknown = '00000000-0000-4000-8000-000000000000' as RunId;
    expect(() => world.service.again([unknown], null)).toThrow(/no run/);
  });
});

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
});
