import { describe, expect, it } from 'vitest';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { createRecorder } from '../../../core/training/recorder.ts';
import { createTrainer } from '../../../core/training/trainer.ts';
import {
  BATCH_INTERVAL_MS,
  CHECKPOINT_INTERVAL_MS,
  CHECKPOINT_STEPS,
  MAX_UNACKNOWLEDGED,
  type WorkerEvent,
} from '../../../electron/worker/protocol.ts';
import { RunSession, type Surroundings } from '../../../electron/worker/run-session.ts';
import {
  bitsOf,
  bowl,
  columnsOf,
  divergingBowl,
  expectedColumns,
} from '../../support/experiments.ts';

type Batch = Extract<WorkerEvent, { kind: 'batch' }>;
type Command = Parameters<RunSession['obey']>[0];

/** A thread without threads: the clock moves a little whenever it is read, and waiting moves it on. */
class FakeThread implements Surroundings {
  readonly posted: { readonly at: number; readonly event: WorkerEvent }[] = [];
  readonly session: RunSession;
  /** Called whenever messages could come in. */
  between: () => void = () => undefined;
  acknowledges = true;
  time = 0;

  constructor(config: ExperimentConfig, { pace = null as number | null } = {}) {
    const start = { kind: 'start', config, assets: {}, pace, checkpoint: null } as const;
    this.session = new RunSession(start, this);
  }

  post(event: WorkerEvent): void {
    // A structured clone, as between threads: what changes later must not change what was sent.
    this.posted.push({ at: this.time, event: structuredClone(event) });
    if (event.kind === 'batch' && this.acknowledges) {
      this.tell({ kind: 'acknowledge', batches: 1 });
    }
  }

  now(): number {
    return (this.time += 0.01);
  }

  async breathe(): Promise<void> {
    await Promise.resolve();
    this.between();
  }

  async rest(milliseconds: number): Promise<void> {
    await Promise.resolve();
    this.time += milliseconds;
    this.between();
  }

  tell(command: Command): void {
    this.session.obey(command);
  }

  get batches(): readonly Batch[] {
    return this.posted.map(({ event }) => event).filter((event) => event.kind === 'batch');
  }

  kinds(): readonly string[] {
    return this.posted.map(({ event }) => event.kind).filter((kind) => kind !== 'batch');
  }
}

describe('a run in its thread', () => {
  it.each([
    ['to its end', bowl(), 'finished'],
    ['to its divergence', divergingBowl, 'diverged'],
  ])('%s: sends every value once, in order, then its outcome', async (_name, config, status) => {
    const thread = new FakeThread(config);
    await thread.session.run();
    expect(bitsOf(columnsOf(thread.batches.flatMap(({ chunks }) => chunks)))).toEqual(
      bitsOf(expectedColumns(config)),
    );
    expect(thread.kinds()).toEqual(['running', 'ended']);
    const trainer = createTrainer(config);
    trainer.advance(config.totalSteps, createRecorder());
    const ended = thread.posted.at(-1)!.event;
    expect(ended).toEqual({
      kind: 'ended',
      step: trainer.step,
      outcome: trainer.outcome,
      result: trainer.result(),
    });
    expect(trainer.outcome!.status).toBe(status);
    expect(thread.batches.at(-1)!.checkpoint).toEqual(trainer.checkpoint());
  });

  it('sends a batch at least every 33 milliseconds while it computes', async () => {
    const thread = new FakeThread(bowl({ totalSteps: 5000 }), { pace: 10_000 });
    await thread.session.run();
    const times = thread.posted.filter(({ event }) => event.kind === 'batch').map(({ at }) => at);
    expect(times.length).toBeGreaterThan(10);
    times.reduce((before, at) => {
      // A slice may end a moment after the interval.
      expect(at - before).toBeLessThanOrEqual(BATCH_INTERVAL_MS + 8);
      return at;
    }, 0);
  });

  it('holds at most 8 unacknowledged batches and goes on when they are acknowledged', async () => {
    const config = bowl({ totalSteps: 400_000, recordEvery: 10 });
    const thread = new FakeThread(config);
    thread.acknowledges = false;
    let waits = 0;
    thread.between = () => {
      const held = thread.batches.length;
      if (held % MAX_UNACKNOWLEDGED > 0 || held === 0) return;
      if (++waits % 50 > 0) return;
      expect(held).toBe((waits / 50) * MAX_UNACKNOWLEDGED);
      thread.tell({ kind: 'acknowledge', batches: MAX_UNACKNOWLEDGED });
    };
    await thread.session.run();
    expect(waits).toBeGreaterThanOrEqual(100);
    expect(bitsOf(columnsOf(thread.batches.flatMap(({ chunks }) => chunks)))).toEqual(
      bitsOf(expectedColumns(config)),
    );
  });

  it('stops though nothing is acknowledged, with a last checkpoint', async () => {
    const thread = new FakeThread(bowl({ totalSteps: 1_000_000, recordEvery: 10 }));
    thread.acknowledges = false;
    let turns = 0;
    thread.between = () => {
      if (++turns === 500) thread.tell({ kind: 'stop' });
    };
    await thread.session.run();
    const ended = thread.posted.at(-1)!.event;
    expect(ended).toMatchObject({ kind: 'ended', outcome: null });
    const last = thread.batches.at(-1)!;
    expect(last.checkpoint!.step).toBe((ended as { step: number }).step);
    expect(thread.batches.length).toBeLessThanOrEqual(MAX_UNACKNOWLEDGED + 1);
  });

  it('every checkpoint covers exactly what was sent before it, and continues to the same bits', async () => {
    const config = bowl({ totalSteps: 60_000, recordEvery: 3 });
    const thread = new FakeThread(config, { pace: 40_000 });
    await thread.session.run();
    const expected = bitsOf(expectedColumns(config));
    const withCheckpoint = thread.batches.filter(({ checkpoint }) => checkpoint !== null);
    expect(withCheckpoint.length).toBeGreaterThan(3);
    for (const batch of withCheckpoint.filter((_, i) => i % 2 === 0)) {
      const before = thread.batches.slice(0, thread.batches.indexOf(batch) + 1);
      const rest = createRecorder();
      createTrainer(config, {}, batch.checkpoint).advance(config.totalSteps, rest);
      const chunks = [...before.flatMap((sent) => sent.chunks), ...rest.flush()];
      expect(bitsOf(columnsOf(chunks))).toEqual(expected);
    }
  });

  it('makes a checkpoint after 10,000 steps or 5 seconds', async () => {
    const fast = new FakeThread(bowl({ totalSteps: 100_000, recordEvery: 10 }), { pace: 20_000 });
    await fast.session.run();
    const steps = fast.batches.flatMap(({ checkpoint }) => checkpoint?.step ?? []);
    steps.reduce((before, step) => {
      expect(step - before).toBeLessThan(CHECKPOINT_STEPS * 1.2);
      return step;
    }, 0);
    const slow = new FakeThread(bowl({ totalSteps: 200 }), { pace: 5 });
    await slow.session.run();
    const times = slow.posted
      .filter(({ event }) => event.kind === 'batch' && event.checkpoint !== null)
      .map(({ at }) => at);
    expect(times.length).toBeGreaterThan(5);
    times.reduce((before, at) => {
      expect(at - before).toBeLessThanOrEqual(CHECKPOINT_INTERVAL_MS + 2 * BATCH_INTERVAL_MS + 200);
      return at;
    }, 0);
  });
});

describe('a fork in its thread', () => {
  const parent = bowl({ totalSteps: 400_000, recordEvery: 100 });
  const forked = { ...parent, lr: 0.03, fork: { step: 300_000, from: parent } };

  it('tells how far it has come over the run it leaves, then runs as any other', async () => {
    const thread = new FakeThread(forked);
    thread.between = () => void (thread.time += 8);
    await thread.session.run();
    const before = thread.batches.filter(({ step }) => step < 300_000);
    expect(before.length).toBeGreaterThan(2);
    expect(before.map(({ step }) => step)).toEqual(
      before.map(({ step }) => step).toSorted((a, b) => a - b),
    );
    expect(before.every(({ chunks, checkpoint }) => !chunks.length && !checkpoint)).toBe(true);
    expect(bitsOf(columnsOf(thread.batches.flatMap(({ chunks }) => chunks)))).toEqual(
      bitsOf(expectedColumns(forked)),
    );
    expect(thread.posted.at(-1)!.event).toMatchObject({ step: 400_000, outcome: {} });
  });

  it('pauses, goes on and stops on the way', async () => {
    const thread = new FakeThread(forked);
    let turns = 0;
    thread.between = () => {
      turns++;
      if (turns === 5) thread.tell({ kind: 'pause' });
      if (turns === 50) thread.tell({ kind: 'resume' });
      if (turns === 55) thread.tell({ kind: 'stop' });
    };
    await thread.session.run();
    expect(thread.kinds()).toEqual(['running', 'paused', 'running', 'ended']);
    const ended = thread.posted.at(-1)!.event as Extract<WorkerEvent, { kind: 'ended' }>;
    expect(ended).toMatchObject({ outcome: null, result: null });
    expect(ended.step).toBeGreaterThan(0);
    expect(ended.step).toBeLessThan(300_000);
    expect(thread.batches.flatMap(({ chunks }) => chunks)).toEqual([]);
  });

  it('does not outrun those it tells', async () => {
    const thread = new FakeThread({ ...forked, fork: { step: 399_999, from: parent } });
    thread.acknowledges = false;
    let most = 0;
    thread.between = () => {
      thread.time += 20;
      most = Math.max(most, thread.batches.length);
      if (thread.time > 600) thread.tell({ kind: 'stop' });
    };
    await thread.session.run();
    expect(most).toBe(MAX_UNACKNOWLEDGED);
  });
});

describe('commands', () => {
  it('a paused run makes no step until it is resumed', async () => {
    const thread = new FakeThread(bowl({ totalSteps: 50_000, recordEvery: 10 }));
    let turns = 0;
    let pausedAt = -1;
    thread.between = () => {
      turns++;
      if (turns === 5) thread.tell({ kind: 'pause' });
      const paused = thread.posted.find(({ event }) => event.kind === 'paused')?.event;
      if (turns === 10) {
        expect(paused).toBeDefined();
        pausedAt = (paused as { step: number }).step;
      }
      if (turns === 50) {
        expect(thread.batches.at(-1)!.step).toBe(pausedAt);
        expect(thread.batches.at(-1)!.checkpoint!.step).toBe(pausedAt);
        thread.tell({ kind: 'resume' });
      }
    };
    await thread.session.run();
    expect(thread.kinds()).toEqual(['running', 'paused', 'running', 'ended']);
    expect(pausedAt).toBeGreaterThan(0);
  });

  it('a run that was paused and stopped ends without running on', async () => {
    const thread = new FakeThread(bowl());
    thread.tell({ kind: 'pause' });
    let turns = 0;
    thread.between = () => {
      if (++turns === 3) thread.tell({ kind: 'stop' });
    };
    await thread.session.run();
    expect(thread.kinds()).toEqual(['running', 'paused', 'ended']);
    expect(thread.posted.at(-1)!.event).toMatchObject({ step: 0, outcome: null });
  });

  it('keeps the pace, and a new pace from where it was set', async () => {
    const thread = new FakeThread(bowl({ totalSteps: 3000 }), { pace: 100 });
    const at: number[] = [];
    let changed = false;
    thread.between = () => {
      if (changed || thread.time < 5000) return;
      changed = true;
      at.push(thread.time);
      thread.tell({ kind: 'pace', stepsPerSecond: 1000 });
    };
    await thread.session.run();
    const stepAt = (time: number): number => {
      const sent = thread.posted.filter((posted) => posted.at <= time);
      return sent.map(({ event }) => (event.kind === 'batch' ? event.step : 0)).at(-1)!;
    };
    // A batch says where the run stood up to 33 milliseconds and one rest before.
    expect(Math.abs(stepAt(5000) - 500)).toBeLessThanOrEqual(6);
    expect(Math.abs(stepAt(6000) - 1500)).toBeLessThanOrEqual(60);
  });

  it('an unpaced run that was slow is not made up for by a burst', async () => {
    const thread = new FakeThread(bowl({ totalSteps: 2000 }), { pace: 100 });
    let paused = false;
    thread.between = () => {
      if (paused || thread.time < 1000) return;
      paused = true;
      thread.tell({ kind: 'pause' });
      thread.time += 60_000;
      thread.tell({ kind: 'resume' });
    };
    await thread.session.run();
    const early = thread.posted.filter(({ at, event }) => at < 61_900 && event.kind === 'batch');
    expect((early.at(-1)!.event as Batch).step).toBeLessThan(250);
  });
});
