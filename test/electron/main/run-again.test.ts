/** A run that repeats another is compared with it, bit by bit, when it has ended. */
import { describe, expect, it } from 'vitest';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { RunComparison } from '../../../electron/ipc/library.ts';
import { bowl, expectedColumns, shortDigits } from '../../support/experiments.ts';
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
