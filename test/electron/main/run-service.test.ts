import { describe, expect, it } from 'vitest';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import {
  assets,
  bitsOf,
  bowl,
  columnsOf,
  divergingBowl,
  expectedColumns,
  shortDigits,
} from '../../support/experiments.ts';
import { RunWorld } from '../../support/run-world.ts';

describe('a run from start to end', () => {
  it.each([
    ['the noisy bowl', bowl()],
    ['a diverging run', divergingBowl],
    ['digits with evaluations', shortDigits],
  ])('%s is read back to the bit after a restart', async (_name, config) => {
    const world = new RunWorld();
    const [id] = world.start(config) as [RunId];
    const ended = await world.untilState(id, 'finished', 'diverged');
    const expected = bitsOf(expectedColumns(config));
    expect(bitsOf(world.shown(id))).toEqual(expected);
    await world.restart();
    expect(bitsOf(world.stored(id))).toEqual(expected);
    const { run } = world.store.readRun(id);
    expect(run).toMatchObject({ state: ended.state, reason: ended.reason, step: ended.step });
    expect(run.result).toEqual(ended.result);
  });

  it('keeps the non-finite numbers a diverging run ends with', async () => {
    const world = new RunWorld();
    const [id] = world.start(divergingBowl) as [RunId];
    const { reason, step } = await world.untilState(id, 'diverged');
    expect(reason).toBe('loss');
    const loss = world.stored(id).get('train/loss')!;
    expect(loss.values.at(-1)).toBe(Infinity);
    expect(loss.steps.at(-1)).toBe(step);
  });

  it('tells the states in order, each only when the library has it', async () => {
    const world = new RunWorld();
    const read: string[] = [];
    const [id] = world.start(bowl()) as [RunId];
    const told = world.told.push.bind(world.told);
    world.told.push = (...events) => {
      for (const { event, payload } of events) {
        if (event === 'run:status')
          read.push(`${payload.state} ${world.store.readRun(id).run.state}`);
      }
      return told(...events);
    };
    await world.untilState(id, 'finished');
    expect(read).toEqual(['running running', 'finished finished']);
  });

  it('says how long main did not listen', async () => {
    const world = new RunWorld();
    const [id] = world.start(bowl()) as [RunId];
    await world.untilState(id, 'finished');
    expect(world.service.longestGap).toBeGreaterThan(0);
    expect(world.logged.join()).toMatch(/finished at 2000; longest gap [\d.]+ ms/);
  });
});

describe('pause, resume, stop, pace', () => {
  const config = bowl({ totalSteps: 4000 });

  it('a paused run stands still, is saved whole, and ends with the same bits', async () => {
    const world = new RunWorld();
    const [id] = world.startAt(4000, config) as [RunId];
    await world.until('run:saved', ({ step }) => step > 100);
    world.service.pause(id);
    const { step } = await world.untilState(id, 'paused');
    expect(step).toBeLessThan(config.totalSteps);
    expect(world.store.readRun(id)).toMatchObject({ run: { step }, checkpointStep: step });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(world.of('run:saved').at(-1)!.step).toBe(step);
    world.service.setPace(id, null);
    world.service.resume(id);
    await world.untilState(id, 'finished');
    expect(world.states(id)).toEqual(['running', 'pausing', 'paused', 'running', 'finished']);
    expect(bitsOf(world.stored(id))).toEqual(bitsOf(expectedColumns(config)));
  });

  it('stopping keeps every step made, with a checkpoint that continues to the same bits', async () => {
    const world = new RunWorld();
    const [id] = world.startAt(4000, config) as [RunId];
    await world.until('run:saved', ({ step }) => step > 100);
    world.service.stop(id);
    const { step, reason } = await world.untilState(id, 'stopped');
    expect(reason).toBe('user');
    await expectContinuation(world, id, step);
  });

  it('stopping a paused run works, too', async () => {
    const world = new RunWorld();
    const [id] = world.startAt(1000, config) as [RunId];
    await world.until('run:saved', ({ step }) => step > 0);
    world.service.pause(id);
    await world.untilState(id, 'paused');
    world.service.stop(id);
    await world.untilState(id, 'stopped');
  });

  it('refuses what the state does not allow', async () => {
    const world = new RunWorld();
    const [id] = world.start(bowl({ totalSteps: 10 })) as [RunId];
    expect(() => world.service.resume(id)).toThrow(/is running/);
    await world.untilState(id, 'finished');
    expect(() => world.service.pause(id)).toThrow(/is finished/);
    expect(() => world.service.stop(id)).toThrow(/is finished/);
    const unknown = '00000000-0000-4000-8000-000000000000' as RunId;
    expect(() => world.service.stop(unknown)).toThrow(/no run/);
  });

  /** Stored values are a beginning of the whole, and checkpoint plus rest make the whole. */
  async function expectContinuation(world: RunWorld, id: RunId, step: number): Promise<void> {
    await world.restart();
    const { run, checkpointStep } = world.store.readRun(id);
    expect(run.step).toBe(step);
    expect(checkpointStep).toBe(step);
    const rest = createRecorder();
    const trainer = createTrainer(config, assets, world.store.readCheckpoint(id));
    trainer.advance(config.totalSteps, rest);
    const metrics = [...world.stored(id).keys()];
    const chunks = metrics.flatMap((metric) => world.store.readValues(id, metric));
    expect(bitsOf(columnsOf([...chunks, ...rest.flush()]))).toEqual(
      bitsOf(expectedColumns(config)),
    );
  }

  it('quitting marks the run interrupted, with everything it had done and a checkpoint', async () => {
    const world = new RunWorld();
    const [id] = world.startAt(4000, config) as [RunId];
    await world.until('run:saved', ({ step }) => step > 100);
    await world.quit();
    const { state, reason, step } = world.of('run:status').at(-1)!;
    expect({ state, reason }).toEqual({ state: 'interrupted', reason: 'quit' });
    await expectContinuation(world, id, step);
    expect(world.store.readRun(id).run).toMatchObject({ state, reason });
  });

  it('quitting interrupts paused and waiting runs as well', async () => {
    const world = new RunWorld();
    const ids = world.startAt(1000, ...Array.from({ length: 11 }, () => config));
    await world.untilState(ids[0]!, 'running');
    world.service.pause(ids[0]!);
    await world.untilState(ids[0]!, 'paused');
    await world.restart();
    for (const id of ids) {
      expect(world.store.readRun(id).run).toMatchObject({ state: 'interrupted', reason: 'quit' });
    }
  });
});

describe('the pool', () => {
  it('gives ten runs a worker and lets two wait; all twelve end to the bit', async () => {
    const world = new RunWorld();
    const configs = Array.from({ length: 12 }, (_, i) => bowl({ seed: i, totalSteps: 1500 }));
    const ids = world.startAt(5000, ...configs);
    expect(world.store.readRun(ids[11]!).run.state).toBe('queued');
    await Promise.all(ids.map((id) => world.untilState(id, 'finished')));
    let running = 0;
    const counts = world.of('run:status').map(({ state }) => {
      running += state === 'running' ? 1 : -1;
      return running;
    });
    expect(Math.max(...counts)).toBe(10);
    configs.forEach((config, i) => {
      expect(bitsOf(world.stored(ids[i]!))).toEqual(bitsOf(expectedColumns(config)));
    });
  });

  it('ends a waiting run at once when it is stopped', async () => {
    const world = new RunWorld();
    const ids = world.startAt(1000, ...Array.from({ length: 11 }, () => bowl()));
    world.service.stop(ids[10]!);
    await world.untilState(ids[10]!, 'stopped');
    expect(world.states(ids[10]!)).toEqual(['stopped']);
  });

  it('refuses more runs than may wait', () => {
    const world = new RunWorld();
    const eight = Array.from({ length: 8 }, () => bowl());
    for (let i = 0; i < 8; i++) world.startAt(1, ...eight);
    expect(() => world.start(bowl())).toThrow(/64 runs are under way/);
  });
});
