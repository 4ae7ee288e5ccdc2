/** For how long runs have been computed, as their threads measure it, over all their lives. */
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { TimeSample } from '../../../core/analysis/training-time.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import { bowl } from '../../support/experiments.ts';
import { RunWorld } from '../../support/run-world.ts';

const config = bowl({ totalSteps: 4000 });

function timesOf(world: RunWorld, id: RunId): readonly TimeSample[] {
  const { times } = world.store.readRun(id);
  times.slice(1).forEach(({ step, seconds }, i) => {
    expect(step).toBeGreaterThan(times[i]!.step);
    expect(seconds).toBeGreaterThanOrEqual(times[i]!.seconds);
  });
  expect(times.length).toBeLessThan(300);
  return times;
}

it('is stored from the first step to the last, and told to the page', async () => {
  const world = new RunWorld();
  const begin = performance.now();
  const [id] = world.start(config) as [RunId];
  await world.untilState(id, 'finished');
  const times = timesOf(world, id);
  expect(times[0]).toEqual({ step: 0, seconds: 0 });
  expect(times.at(-1)!.step).toBe(4000);
  expect(times.at(-1)!.seconds).toBeGreaterThan(0);
  expect(times.at(-1)!.seconds).toBeLessThan((performance.now() - begin) / 1000);
  const told = world.of('run:chunks').flatMap(({ times: fresh = [] }) => fresh);
  expect(told.at(-1)).toMatchObject(times.at(-1)!);
});

it('leaves out what a run waits for its pace', async () => {
  const world = new RunWorld();
  const begin = performance.now();
  const [id] = world.startAt(200, bowl({ totalSteps: 100 })) as [RunId];
  await world.untilState(id, 'finished');
  // By the clock on the wall the hundred updates take half a second at least, most of it waiting.
  const passed = (performance.now() - begin) / 1000;
  expect(passed).toBeGreaterThan(0.4);
  expect(timesOf(world, id).at(-1)!.seconds).toBeLessThan(passed / 2);
});

it('goes on from what it was, when a run goes on and when it gets more steps', async () => {
  const world = new RunWorld();
  const [id] = world.startAt(1000, config) as [RunId];
  await world.until('run:saved', ({ step }) => step > 100);
  await world.restart();
  const before = timesOf(world, id);
  expect(before.at(-1)!.step).toBe(world.store.readRun(id).run.step);
  world.service.continue([id], null);
  await world.untilState(id, 'finished');
  const after = timesOf(world, id);
  expect(after.slice(0, before.length - 1)).toEqual(before.slice(0, -1));
  expect(after.at(-1)!.step).toBe(4000);
  expect(after.at(-1)!.seconds).toBeGreaterThan(before.at(-1)!.seconds);
  world.told.length = 0;
  await world.service.extend([id], 50, null);
  await world.untilState(id, 'finished');
  const extended = timesOf(world, id);
  expect(extended.at(-1)!.step).toBe(4050);
  expect(extended).toEqual(expect.arrayContaining(after.slice(0, -1)));
});

it('of a fork begins with its own first step', async () => {
  const world = new RunWorld();
  const fork = bowl({ totalSteps: 400, lr: 0.1, fork: { step: 50, from: config } });
  const [id] = world.start(fork) as [RunId];
  await world.untilState(id, 'finished');
  expect(timesOf(world, id)[0]).toEqual({ step: 50, seconds: 0 });
});

it('of a run that was not measured from its start is not claimed when it goes on', async () => {
  const world = new RunWorld();
  const [id] = world.startAt(1000, config) as [RunId];
  await world.until('run:saved', ({ step }) => step > 100);
  await world.quit();
  const db = new Database(world.libraryPath);
  db.exec('DELETE FROM training_time');
  db.close();
  await world.restart();
  world.service.continue([id], null);
  await world.untilState(id, 'finished');
  expect(timesOf(world, id)).toEqual([]);
});
