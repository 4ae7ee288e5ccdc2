/** What a run loses when its worker dies or the library cannot be written: nothing that was saved. */
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { RunId } from '../../../electron/ipc/run.ts';
import { openStore } from '../../../electron/store/open-store.ts';
import type { Store } from '../../../electron/store/store.ts';
import {
  bitsOf,
  bowl,
  columnsOf,
  expectedColumns,
  shortDigits,
} from '../../support/experiments.ts';
import { RunWorld } from '../../support/run-world.ts';
import { deadlySeeds } from '../../support/workers/deadly-seeds.ts';
import { mortalWorkerScript } from '../../support/worker-script.ts';

const long = bowl({ totalSteps: 20_000 });

describe('a worker that dies', () => {
  it('leaves no thread behind, however often', { timeout: 90_000 }, async () => {
    const threads = { begun: 0, over: 0 };
    const count = (worker: Worker): void => {
      threads.begun++;
      worker.once('exit', () => threads.over++);
    };
    process.on('worker', count);
    onTestFinished(() => void process.off('worker', count));
    const world = new RunWorld({ workerScript: mortalWorkerScript });
    const seeds = [deadlySeeds.throws, deadlySeeds.exits, deadlySeeds.hangs];
    for (const seed of [...seeds, ...seeds]) {
      const [id] = world.startAt(1000, { ...long, seed }) as [RunId];
      await world.untilState(id, 'failed');
    }
    expect(world.service.liveIds).toEqual([]);
    while (threads.over < threads.begun) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(threads.begun).toBe(6);
  });

  it('one that hangs does not keep the app from quitting; what it had saved stays', async () => {
    const world = new RunWorld({ workerScript: mortalWorkerScript });
    const hanging = { ...long, seed: deadlySeeds.hangs };
    const [hangingId, livingId] = world.startAt(1000, hanging, long) as [RunId, RunId];
    const { step } = await world.until('run:saved', ({ id }) => id === hangingId);
    await world.restart();
    for (const id of [hangingId, livingId]) {
      expect(world.store.readRun(id).run).toMatchObject({ state: 'interrupted', reason: 'quit' });
    }
    expect(world.store.readRun(hangingId).run.step).toBeGreaterThanOrEqual(step);
    expect(world.store.readRun(livingId).checkpointStep).toBeGreaterThan(0);
  });

  it('a run whose data are missing fails with the error in words', async () => {
    const world = new RunWorld();
    const unknown = {
      ...shortDigits,
      problem: { ...shortDigits.problem, dataset: { id: 'none', params: {} } },
    };
    const [id] = world.start(unknown) as [RunId];
    const { reason, error } = await world.untilState(id, 'failed');
    expect(reason).toBe('worker-error');
    expect(error).toMatch(/Error: /);
  });
});

describe('a library that cannot be written', () => {
  /** A store whose disk is full for a while. */
  function withFullDisk(): { around: (store: Store) => Store; full: boolean } {
    const disk = {
      full: false,
      around: (store: Store): Store => ({
        ...store,
        flush: (batches) => {
          if (disk.full) throw Object.assign(new Error('disk is full'), { code: 'SQLITE_FULL' });
          store.flush(batches);
        },
      }),
    };
    return disk;
  }

  it('the run waits, the page is told until it can be, and nothing is lost or acknowledged before its time', async () => {
    const disk = withFullDisk();
    const world = new RunWorld(disk);
    const config = bowl({ totalSteps: 200_000, recordEvery: 5 });
    const [id] = world.start(config) as [RunId];
    await world.until('run:saved', ({ step }) => step > 0);
    disk.full = true;
    await world.until('store:failing', ({ message }) => message === 'disk is full');
    const saved = world.of('run:saved').length;
    await standsStill(() => world.of('run:chunks').length);
    expect(world.of('run:saved').length).toBe(saved);
    expect(world.states(id)).toEqual(['running']);
    await world.until('store:failing', () => world.of('store:failing').length > 1);
    disk.full = false;
    await world.untilState(id, 'finished');
    for (const told of world.of('store:failing')) {
      expect(told).toEqual({ message: 'disk is full', fault: 'disk-full' });
    }
    expect(world.logged.filter((line) => line.endsWith('disk is full'))).toHaveLength(1);
    expect(world.of('store:recovered')).toHaveLength(1);
    expect(bitsOf(world.stored(id))).toEqual(bitsOf(expectedColumns(config)));
  });

  it('is told again when it fails a second time', async () => {
    const disk = withFullDisk();
    const world = new RunWorld(disk);
    world.startAt(100, long);
    for (let times = 1; times <= 2; times++) {
      const told = world.of('store:failing').length;
      disk.full = true;
      await world.until('store:failing', () => world.of('store:failing').length > told);
      const saved = world.of('run:saved').length;
      disk.full = false;
      await world.until('run:saved', () => world.of('run:saved').length > saved);
    }
  });

  it('quitting then says so and still ends', async () => {
    const disk = withFullDisk();
    const world = new RunWorld(disk);
    world.startAt(100, long);
    await world.until('run:saved', ({ step }) => step > 0);
    disk.full = true;
    await expect(world.service.shutdown()).rejects.toThrow('disk is full');
    disk.full = false;
    await world.service.shutdown();
  });

  /** Waits until a number has not changed for a second. */
  async function standsStill(count: () => number): Promise<void> {
    for (let before = -1; before !== count();) {
      before = count();
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
});

describe('what was told to be saved', () => {
  it('is in the files at that moment, as a crash would leave them', async () => {
    const world = new RunWorld();
    const copies: { folder: string; step: number }[] = [];
    const push = world.told.push.bind(world.told);
    world.told.push = (...told) => {
      for (const { event, payload } of told) {
        if (event !== 'run:saved' || copies.length === 5) continue;
        const folder = join(world.folder, `crash-${copies.length}`);
        copies.push({ folder: copyLibrary(world.libraryPath, folder), step: payload.step });
      }
      return push(...told);
    };
    const config = bowl({ totalSteps: 3000 });
    const [id] = world.startAt(2000, config) as [RunId];
    await world.untilState(id, 'finished');
    expect(copies).toHaveLength(5);
    const whole = expectedColumns(config).get('train/loss')!;
    for (const { folder, step } of copies) {
      const store = openStore({ path: folder, now: Date.now });
      const { run } = store.readRun(id);
      expect(run).toMatchObject({ state: 'interrupted', reason: 'host-exit' });
      // One transaction may have held more than the first batch of it that is told.
      expect(run.step).toBeGreaterThanOrEqual(step);
      const loss = columnsOf(store.readValues(id, 'train/loss')).get('train/loss')!;
      store.close();
      expect(loss.steps.at(-1)).toBe(run.step - 1);
      expect(loss.values).toEqual(whole.values.slice(0, run.step));
    }
  });

  it('comes after the transaction has returned', async () => {
    const order: string[] = [];
    const world = new RunWorld({
      around: (store) => ({
        ...store,
        flush: (batches) => {
          store.flush(batches);
          for (const { step } of batches) order.push(`stored ${step}`);
        },
      }),
    });
    const push = world.told.push.bind(world.told);
    world.told.push = (...told) => {
      for (const { event, payload } of told) {
        if (event === 'run:saved') order.push(`told ${payload.step}`);
      }
      return push(...told);
    };
    const [id] = world.startAt(2000, bowl()) as [RunId];
    await world.untilState(id, 'finished');
    const told = order.filter((entry) => entry.startsWith('told'));
    expect(told.length).toBeGreaterThan(1);
    for (const entry of told) {
      expect(order.indexOf(entry.replace('told', 'stored'))).toBeLessThan(order.indexOf(entry));
    }
  });

  function copyLibrary(library: string, folder: string): string {
    const copy = `${folder}.db`;
    for (const suffix of ['', '-wal']) {
      if (existsSync(library + suffix)) copyFileSync(library + suffix, copy + suffix);
    }
    return copy;
  }
});
