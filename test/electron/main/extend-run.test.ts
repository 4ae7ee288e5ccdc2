/** A finished run goes on beyond its last step: to the bits of a run that had so many steps from the start. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { optimizerIds, optimizers } from '../../../core/optimizers/index.ts';
import { defaultParams } from '../../../core/params.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { chosenSchedule } from '../../support/chains.ts';
import {
  bitsOf,
  bowl,
  divergingBowl,
  expectedColumns,
  shortDigits,
} from '../../support/experiments.ts';
import { unguarded } from '../../support/library/unguarded.ts';
import { RunWorld } from '../../support/run-world.ts';

const MORE = 50;

async function finished(world: RunWorld, ...configs: readonly ExperimentConfig[]) {
  const ids = world.start(...configs);
  for (const id of ids) await world.untilState(id, 'finished');
  world.told.length = 0;
  return ids;
}

/** Compares series, result, last state and configuration with a run of that length. */
async function expectLonger(world: RunWorld, id: RunId, config: ExperimentConfig): Promise<void> {
  await world.untilState(id, 'finished');
  expect(bitsOf(world.stored(id))).toEqual(bitsOf(expectedColumns(config)));
  const other = new RunWorld();
  const [whole] = await finished(other, config);
  const [mine, its] = [world.store.readRun(id), other.store.readRun(whole!)];
  expect(mine.run.config).toEqual(config);
  expect(mine.run.result).toEqual(its.run.result);
  expect(mine.series).toEqual(its.series);
  expect(world.store.readCheckpoint(id)).toEqual(other.store.readCheckpoint(whole!));
}

const longer = (config: ExperimentConfig): ExperimentConfig => ({
  ...config,
  totalSteps: config.totalSteps + MORE,
});

describe('a finished run goes on', () => {
  it('whatever its optimizer', async () => {
    const world = new RunWorld();
    const configs = optimizerIds.map((id) =>
      bowl({ totalSteps: 120, optimizer: { id, params: defaultParams(optimizers[id].params) } }),
    );
    const ids = await finished(world, ...configs);
    await world.service.extend(ids, MORE, null);
    for (const [i, id] of ids.entries()) {
      await world.untilState(id, 'finished');
      const expected = bitsOf(expectedColumns(longer(configs[i]!)));
      expect(bitsOf(world.stored(id)), optimizerIds[i]).toEqual(expected);
    }
  });

  it.each<[string, ExperimentConfig]>([
    ['seeds with a band', bowl({ totalSteps: 300, replicates: 3 })],
    ['points that are not all recorded', bowl({ totalSteps: 305, recordEvery: 7 })],
    ['data in batches, off the grid of evaluations', { ...shortDigits, totalSteps: 100 }],
    ['a fork', bowl({ totalSteps: 300, fork: { step: 50, from: bowl({ totalSteps: 90 }) } })],
  ])('with %s', async (_name, config) => {
    const world = new RunWorld();
    const [id] = (await finished(world, config)) as [RunId];
    await world.service.extend([id], MORE, null);
    await expectLonger(world, id, longer(config));
  });

  it('from a checkpoint on its way, and says from which; what it ended with is kept', async () => {
    const world = new RunWorld();
    const config = bowl({ totalSteps: 4000, replicates: 2 });
    const [id] = world.startAt(500, config) as [RunId];
    await world.until('run:saved', ({ step }) => step > 100);
    world.service.pause(id);
    const { step: from } = await world.untilState(id, 'paused');
    world.service.setPace(id, null);
    world.service.resume(id);
    await world.untilState(id, 'finished');
    const before = world.store.readRun(id);
    const last = world.stored(id).get('train/loss')!.values.at(-1);
    world.told.length = 0;
    await world.service.extend([id], MORE, null);
    const { event } = await world.until('run:event', (told) => told.id === id);
    expect(event).toMatchObject({ kind: 'extended', step: 4000, totalSteps: 4050, from });
    expect(event).toMatchObject({ result: before.run.result, ends: { 'train/loss': last } });
    expect(from).toBeGreaterThan(0);
    await expectLonger(world, id, longer(config));
    expect(world.store.readRun(id).events).toEqual([event]);
  });

  it('twice, and through a restart in the middle', async () => {
    const world = new RunWorld();
    const config = bowl({ totalSteps: 200 });
    const [id] = (await finished(world, config)) as [RunId];
    await world.service.extend([id], 3800, 1000);
    await world.until('run:saved', ({ step }) => step > 250);
    await world.restart();
    expect(world.store.readRun(id).run.state).toBe('interrupted');
    world.service.continue([id], null);
    await world.untilState(id, 'finished');
    world.told.length = 0;
    await world.service.extend([id], MORE, null);
    await expectLonger(world, id, bowl({ totalSteps: 4050 }));
  });

  it('around damaged bytes, which stay a gap', async () => {
    const world = new RunWorld();
    const config = bowl({ totalSteps: 200 });
    const [id] = (await finished(world, config)) as [RunId];
    await world.quit();
    const db = new Database(world.libraryPath);
    unguarded(db, [
      `UPDATE chunk SET data = zeroblob(length(data)) WHERE series_id =
         (SELECT id FROM series WHERE metric = 'train/loss')`,
    ]);
    db.close();
    await world.restart();
    await world.service.extend([id], MORE, null);
    await world.untilState(id, 'finished');
    const expected = bitsOf(expectedColumns(longer(config)));
    const stored = bitsOf(world.stored(id));
    expect(stored['param/0']).toEqual(expected['param/0']);
    expect(stored['train/loss']).toEqual(expected['train/loss']!.filter(([step]) => step > 200));
  });
});

describe('control', () => {
  it('a run whose schedule shares out its length would not be the longer one, and is caught', async () => {
    const world = new RunWorld();
    const config = bowl({ totalSteps: 200, schedule: chosenSchedule('cosine') });
    const [id] = (await finished(world, config)) as [RunId];
    // As if nobody had compared the rates.
    world.store.extendRun(id, longer(config), 0);
    await world.restart();
    world.service.continue([id], null);
    const { reason } = await world.untilState(id, 'failed', 'finished');
    expect(reason).toBe('not-reproduced');
  });
});

describe('what cannot go on beyond its end', () => {
  it('says why, and nothing of it or of the others is changed', async () => {
    const world = new RunWorld();
    const cosine = bowl({ totalSteps: 100, schedule: chosenSchedule('cosine') });
    const [plain, other] = (await finished(world, bowl({ totalSteps: 100 }), cosine)) as RunId[];
    const [diverged] = world.start({ ...divergingBowl, totalSteps: 4000 }) as [RunId];
    await world.untilState(diverged, 'diverged');
    const ids = [plain!, other!, diverged];
    const before = ids.map((id) => world.store.readRun(id));
    const found = await world.service.extensions(ids, MORE);
    expect(found.map(({ totalSteps }) => totalSteps)).toEqual([150, 150, 4050]);
    expect(found.map(({ refusal }) => refusal?.code ?? null)).toEqual([
      null,
      'other-rates',
      'wrong-state',
    ]);
    expect(found[1]!.refusal!.details).toMatchObject({ step: '1', of: 'lr', total: '150' });
    await expect(world.service.extend([plain!, other!], MORE, null)).rejects.toThrow(/lr of/);
    expect(ids.map((id) => world.store.readRun(id))).toEqual(before);
    expect(world.service.liveIds).toEqual([]);
  });

  it('a run that is asked for twice at once goes on once', async () => {
    const world = new RunWorld();
    const config = bowl({ totalSteps: 100 });
    const [id] = (await finished(world, config)) as [RunId];
    const asked = [1, 2].map(() => world.service.extend([id], MORE, null));
    const ends = await Promise.allSettled(asked);
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expectLonger(world, id, longer(config));
  });

  it('a run that was trashed, or went on, while it was looked at', async () => {
    const world = new RunWorld();
    const config = bowl({ totalSteps: 100 });
    const [trashed, grown] = (await finished(world, config, config)) as [RunId, RunId];
    const first = world.service.extend([trashed], MORE, null);
    world.store.changeRuns([trashed], { trashed: true });
    await expect(first).rejects.toMatchObject({ code: 'in-trash' });
    const second = world.service.extend([grown], MORE, null);
    world.store.extendRun(grown, { ...config, totalSteps: 400 }, 0);
    world.store.setState(grown, 'finished', 'max-steps');
    await expect(second).rejects.toMatchObject({ code: 'superseded' });
    expect(world.store.readConfig(grown).totalSteps).toBe(400);
    expect(world.service.liveIds).toEqual([]);
  });

  it('more steps than a run may have', async () => {
    const world = new RunWorld();
    const [id] = (await finished(world, bowl({ totalSteps: 100 }))) as [RunId];
    const [found] = await world.service.extensions([id], 1e9);
    expect(found!.refusal).toMatchObject({ code: 'bad-config' });
  });
});
