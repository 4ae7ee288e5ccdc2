/** A run that goes on after it ended before its time: the same run, to the bits of one that never ended. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import {
  bitsOf,
  bowl,
  divergingBowl,
  expectedColumns,
  shortDigits,
} from '../../support/experiments.ts';
import { RunWorld } from '../../support/run-world.ts';
import { mortalWorkerScript, workerScript } from '../../support/worker-script.ts';
import { deadlySeeds } from '../../support/workers/deadly-seeds.ts';

const config = bowl({ totalSteps: 4000 });

/** A run that was told to stop on its way. */
async function stopped(world: RunWorld, what = config): Promise<RunId> {
  const [id] = world.startAt(1000, what) as [RunId];
  await world.until('run:saved', ({ step }) => step > 100);
  world.service.stop(id);
  await world.untilState(id, 'stopped');
  return id;
}

/** Deletes what a kill could have kept from being written. */
async function withoutCheckpoints(world: RunWorld): Promise<void> {
  await world.quit();
  const db = new Database(world.libraryPath);
  db.exec('DELETE FROM checkpoint');
  db.close();
  await world.restart();
}

async function finish(world: RunWorld, id: RunId, what = config): Promise<void> {
  world.told.length = 0;
  world.service.continue([id], null);
  const { state, result } = await world.untilState(id, 'finished', 'diverged', 'failed');
  expect(state).not.toBe('failed');
  expect(bitsOf(world.stored(id))).toEqual(bitsOf(expectedColumns(what)));
  const undisturbed = new RunWorld();
  const [other] = undisturbed.start(what) as [RunId];
  const end = await undisturbed.untilState(other, 'finished', 'diverged');
  expect({ state, result }).toEqual({ state: end.state, result: end.result });
  expect(world.store.readCheckpoint(id)).toEqual(undisturbed.store.readCheckpoint(other));
}

describe('a run goes on', () => {
  it('after it was stopped, from where it was', async () => {
    const world = new RunWorld();
    const id = await stopped(world);
    const { step } = world.store.readRun(id).run;
    await finish(world, id);
    expect(world.states(id)).toEqual(['queued', 'running', 'finished']);
    const { events } = world.store.readRun(id);
    expect(events).toEqual([
      { kind: 'continued', step, after: 'stopped', reason: 'user', at: expect.any(Number) },
    ]);
    const shown = world.shown(id).get('train/loss')!;
    expect(shown.steps[0]).toBe(step);
  });

  it.each([
    ['seeds with a band', bowl({ totalSteps: 4000, replicates: 3 })],
    ['data in batches', { ...shortDigits, totalSteps: 1350 }],
    ['a fork', bowl({ totalSteps: 4000, lr: 0.1, fork: { step: 50, from: config } })],
    ['one that diverges', { ...divergingBowl, totalSteps: 4000 }],
  ])('after the app was quit: %s', async (_name, what) => {
    const world = new RunWorld();
    const [id] = world.startAt(200, what) as [RunId];
    await world.until('run:saved', ({ step }) => step > 60);
    await world.restart();
    expect(world.store.readRun(id).run.state).toBe('interrupted');
    await finish(world, id, what);
  });

  it('from its start, where no checkpoint was written; what is stored is not told again', async () => {
    const world = new RunWorld();
    const id = await stopped(world);
    const { step } = world.store.readRun(id).run;
    await withoutCheckpoints(world);
    await finish(world, id);
    expect(world.store.readRun(id).events[0]).toMatchObject({ step: 0 });
    expect(world.shown(id).get('train/loss')!.steps[0]).toBe(step);
  });

  it('after its worker died', async () => {
    const world = new RunWorld({ workerScript: mortalWorkerScript });
    const dying = { ...config, seed: deadlySeeds.throws };
    const [id] = world.startAt(2000, dying) as [RunId];
    await world.untilState(id, 'failed');
    await world.restart(workerScript);
    await finish(world, id, dying);
    expect(world.store.readRun(id).run).toMatchObject({ error: null, reason: 'max-steps' });
  });

  it('again and again', async () => {
    const world = new RunWorld();
    const id = await stopped(world);
    for (let times = 0; times < 3; times++) {
      world.told.length = 0;
      world.service.continue([id], 400);
      const { step } = world.store.readRun(id).run;
      await world.until('run:saved', (saved) => saved.step > step);
      world.service.stop(id);
      await world.untilState(id, 'stopped');
    }
    await finish(world, id);
    expect(world.store.readRun(id).events).toHaveLength(4);
  });

  it('stopped before it has come to its last step again, it amounts to what it did', async () => {
    const world = new RunWorld();
    const id = await stopped(world);
    const { step, result } = world.store.readRun(id).run;
    await withoutCheckpoints(world);
    const before = world.stored(id);
    world.told.length = 0;
    world.service.continue([id], 10);
    await world.untilState(id, 'running');
    world.service.stop(id);
    await world.untilState(id, 'stopped');
    expect(world.store.readRun(id).run).toMatchObject({ step, result });
    expect(bitsOf(world.stored(id))).toEqual(bitsOf(before));
    await finish(world, id);
  });
});

it('what happened to a run goes with it when it is deleted for good', async () => {
  const world = new RunWorld();
  const id = await stopped(world);
  await finish(world, id);
  world.store.changeRuns([id], { trashed: true });
  world.store.doom(world.store.listTrash(), 10);
  while (world.store.deleteSome());
  await world.quit();
  const db = new Database(world.libraryPath);
  expect(db.prepare('SELECT count(*) FROM run_event').pluck().get()).toBe(0);
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});

describe('what was stored behind the checkpoint', () => {
  it('ends the run where it is not what is computed again, and is kept', async () => {
    let tampers = false;
    const world = new RunWorld({
      around: (store) => ({
        ...store,
        readValues: (id, metric, from, most) => {
          const read = store.readValues(id, metric, from, most);
          return tampers && metric === 'train/loss' ? read.map(withOtherStep40) : read;
        },
      }),
    });
    const id = await stopped(world);
    await withoutCheckpoints(world);
    const before = bitsOf(world.stored(id));
    const { result } = world.store.readRun(id).run;
    tampers = true;
    world.service.continue([id], null);
    const told = await world.untilState(id, 'failed');
    expect(told).toMatchObject({ reason: 'not-reproduced', error: 'train/loss, step 40', result });
    expect(result).not.toBeNull();
    expect(world.store.readRun(id).run.result).toEqual(result);
    tampers = false;
    expect(bitsOf(world.stored(id))).toEqual(before);
    expect(world.service.liveIds).toEqual([]);
    await finish(world, id);
  });

  it('ends the run alone where what is stored cannot be read', async () => {
    let broken = false;
    const world = new RunWorld({
      around: (store) => ({
        ...store,
        readValues: (...query) => {
          if (broken) throw new Error('disk I/O error');
          return store.readValues(...query);
        },
      }),
    });
    const id = await stopped(world);
    await withoutCheckpoints(world);
    broken = true;
    const [other] = world.start(config) as [RunId];
    world.service.continue([id], null);
    const told = await world.untilState(id, 'failed');
    expect(told).toMatchObject({ reason: 'worker-error', error: 'disk I/O error' });
    await world.untilState(other, 'finished');
    broken = false;
    await finish(world, id);
  });

  function withOtherStep40(chunk: MetricChunk): MetricChunk {
    const at = (40 - chunk.first) / chunk.stride;
    const value = chunk.values[at];
    if (value === undefined) return chunk;
    return { ...chunk, values: chunk.values.with(at, value + Number.EPSILON * value) };
  }
});

describe('what cannot go on', () => {
  it('a run that is under way, that ended by itself, that is in the trash, or that is not there', async () => {
    const world = new RunWorld();
    const [going] = world.startAt(1, config) as [RunId];
    expect(() => world.service.continue([going], null)).toThrow(/is running/);
    const [over] = world.start(bowl({ totalSteps: 10 })) as [RunId];
    await world.untilState(over, 'finished');
    expect(() => world.service.continue([over], null)).toThrow(/is finished/);
    world.service.stop(going);
    await world.untilState(going, 'stopped');
    world.store.changeRuns([going], { trashed: true });
    expect(() => world.service.continue([going], null)).toThrow(/in the trash/);
    const unknown = '00000000-0000-4000-8000-000000000000' as RunId;
    expect(() => world.service.continue([unknown], null)).toThrow(/no run/);
    expect(world.service.liveIds).toEqual([]);
  });
});

describe('what another engine computed', () => {
  async function ofOtherEngine(world: RunWorld, ids: readonly RunId[]): Promise<void> {
    await world.quit();
    const db = new Database(world.libraryPath);
    for (const id of ids) {
      db.prepare("UPDATE run SET engine_version = 'older' WHERE uuid = ?").run(id);
    }
    db.close();
    await world.restart();
  }

  it('goes on as a new run from the checkpoint; the old one keeps its points', async () => {
    const world = new RunWorld();
    const id = await stopped(world);
    await ofOtherEngine(world, [id]);
    const before = world.store.readRun(id);
    const points = bitsOf(world.stored(id));
    const { inPlace, asNew } = world.service.continue([id], null);
    expect(inPlace).toEqual([]);
    const [{ from, id: next }] = asNew as [(typeof asNew)[number]];
    expect(from).toBe(id);
    await world.untilState(next, 'finished');
    const { run, events } = world.store.readRun(next);
    expect(run).toMatchObject({ resumedFrom: id, name: before.run.name, engineVersion: 'test' });
    expect(events).toEqual([]);
    expect(world.store.readRun(id)).toEqual(before);
    expect(bitsOf(world.stored(id))).toEqual(points);
    // Here both engines are one: what is recorded is the rest of the run, bit for bit.
    const start = before.checkpointStep!;
    const rest = Object.entries(bitsOf(expectedColumns(config))).map(([metric, all]) => [
      metric,
      all.filter(([step]) => step >= start),
    ]);
    expect(bitsOf(world.stored(next))).toEqual(Object.fromEntries(rest));
  });

  it('is interrupted before its first batch, and still begins at that checkpoint', async () => {
    const world = new RunWorld();
    const id = await stopped(world);
    await ofOtherEngine(world, [id]);
    const { checkpointStep } = world.store.readRun(id);
    const next = world.service.continue([id], 1).asNew[0]!.id;
    expect(world.store.readRun(next).checkpointStep).toBe(checkpointStep);
    await world.restart();
    world.service.continue([next], null);
    await world.untilState(next, 'finished');
    expect(world.stored(next).get('train/loss')!.steps[0]).toBe(checkpointStep);
  });

  it('goes on together with what this one did, each in its way', async () => {
    const world = new RunWorld();
    const [old, mine] = [await stopped(world), await stopped(world)];
    await ofOtherEngine(world, [old]);
    const { inPlace, asNew } = world.service.continue([old, mine], null);
    expect(inPlace).toEqual([mine]);
    expect(asNew.map(({ from }) => from)).toEqual([old]);
    for (const id of [mine, asNew[0]!.id]) await world.untilState(id, 'finished');
    expect(bitsOf(world.stored(mine))).toEqual(bitsOf(expectedColumns(config)));
  });
});
