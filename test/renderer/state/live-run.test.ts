import { beforeEach, describe, expect, test } from 'vitest';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import { LiveRun } from '../../../renderer/src/state/live-run.svelte.ts';
import { heldValue } from '../../../renderer/src/state/stage-run.ts';
import { FakeLab, ramp, settled, summary } from '../../support/fake-lab.ts';

const COLUMNS = 2000;
const now = (callback: () => void): void => callback();

let lab: FakeLab;
beforeEach(() => {
  lab = new FakeLab();
});

/** The steps a view shows; it fails if a bucket holds more than one. */
function stepsOf(view: SeriesView | null): readonly number[] {
  if (!view) return [];
  expect([...view.first]).toEqual([...view.last]);
  // A ramp's values are its steps.
  expect([...view.min]).toEqual([...view.first]);
  return [...view.first];
}

const upTo = (last: number): readonly number[] => Array.from({ length: last + 1 }, (_, i) => i);

async function opened(state: 'running' | 'finished', columns = COLUMNS): Promise<LiveRun> {
  const run = summary('a', { state, reason: null, step: state === 'running' ? 0 : 100 });
  lab.serveStored(run);
  const live = new LiveRun(lab, run, columns, now);
  await live.load();
  return live;
}

describe('a run that goes on after it had ended', () => {
  test('shows what streams in behind what was stored, and forgets what it amounted to', async () => {
    const stopped = summary('a', {
      state: 'stopped',
      reason: 'user',
      step: 3,
      result: {} as never,
    });
    lab.store(ramp('train/loss', 0, 2));
    lab.serveStored(stopped);
    const run = new LiveRun(lab, stopped, COLUMNS, now);
    await run.load();
    const event = { kind: 'continued', after: 'stopped', reason: 'user', step: 3, at: 1 } as const;
    lab.emit('run:event', { id: run.id, event });
    expect(run.events).toEqual([event]);
    const status = {
      id: run.id,
      state: 'running',
      reason: null,
      result: null,
      error: null,
    } as const;
    lab.emit('run:status', { ...status, step: 3 });
    expect([run.ended, run.result]).toEqual([false, null]);
    lab.emit('run:chunks', { id: run.id, step: 5, chunks: [ramp('train/loss', 3, 4)] });
    expect(stepsOf(run.view('train/loss', 0, 100, 100))).toEqual(upTo(4));
  });

  test('reads anew what it had read behind its end', async () => {
    for (const step of [0, 1500, 3000]) lab.store(ramp('train/loss', step, step + 1499));
    const stopped = summary('a', { state: 'stopped', reason: 'user', step: 4500 });
    lab.serveStored(stopped);
    const run = new LiveRun(lab, stopped, 20, now);
    await run.load();
    await run.readPoint('train/loss', 4200);
    expect(heldValue(run, 'train/loss', 4200)).toBe(4200);
    const status = {
      id: run.id,
      state: 'queued',
      reason: null,
      result: null,
      error: null,
    } as const;
    lab.emit('run:status', { ...status, step: 4500 });
    expect(heldValue(run, 'train/loss', 4200)).toBeUndefined();
  });
});

describe('a run that starts while the page looks', () => {
  test('shows every step that streams in', async () => {
    const run = await opened('running');
    lab.emit('run:chunks', { id: run.id, step: 10, chunks: [ramp('train/loss', 0, 9)] });
    lab.emit('run:chunks', { id: run.id, step: 20, chunks: [ramp('train/loss', 10, 19)] });
    expect(stepsOf(run.view('train/loss', 0, 100, 100))).toEqual(upTo(19));
    expect(run.step).toBe(20);
  });

  test('takes no chunk of another run', async () => {
    const run = await opened('running');
    lab.emit('run:chunks', {
      id: summary('b').id,
      step: 10,
      chunks: [ramp('train/loss', 0, 9)],
    });
    expect(run.view('train/loss', 0, 100, 100)).toBeNull();
  });
});

test('a fork on its way over the run it leaves says how far it is, then shows its own steps', async () => {
  const run = await opened('running');
  lab.emit('run:chunks', { id: run.id, step: 40, chunks: [] });
  expect(run.step).toBe(40);
  lab.emit('run:saved', { id: run.id, step: 40 });
  lab.emit('run:chunks', { id: run.id, step: 110, chunks: [ramp('train/loss', 100, 109)] });
  await settled();
  expect(stepsOf(run.view('train/loss', 0, 200, 400))).toEqual(upTo(109).slice(100));
});

describe('a run that was going on before the page looked', () => {
  test('is whole once the batch that was under way is saved', async () => {
    lab.store(ramp('train/loss', 0, 29));
    const run = await opened('running');
    // Steps 30 … 49 went to the page before the reload; they are saved a little later.
    lab.emit('run:chunks', { id: run.id, step: 60, chunks: [ramp('train/loss', 50, 59)] });
    lab.store(ramp('train/loss', 30, 59));
    lab.emit('run:saved', { id: run.id, step: 60 });
    await settled();
    lab.emit('run:chunks', { id: run.id, step: 70, chunks: [ramp('train/loss', 60, 69)] });
    expect(stepsOf(run.view('train/loss', 0, 100, 100))).toEqual(upTo(69));
  });

  test('does not repeat steps that are both stored and streamed', async () => {
    lab.store(ramp('train/loss', 0, 29));
    const run = await opened('running');
    lab.emit('run:chunks', { id: run.id, step: 40, chunks: [ramp('train/loss', 30, 39)] });
    lab.emit('run:chunks', { id: run.id, step: 50, chunks: [ramp('train/loss', 40, 49)] });
    lab.store(ramp('train/loss', 30, 49));
    lab.emit('run:saved', { id: run.id, step: 50 });
    await settled();
    expect(stepsOf(run.view('train/loss', 0, 100, 100))).toEqual(upTo(49));
  });

  test('is whole when it ends before anything more is saved', async () => {
    lab.store(ramp('train/loss', 0, 29));
    const run = await opened('running');
    lab.emit('run:chunks', { id: run.id, step: 60, chunks: [ramp('train/loss', 50, 59)] });
    lab.store(ramp('train/loss', 30, 59));
    lab.emit('run:status', {
      id: run.id,
      state: 'stopped',
      reason: 'user',
      step: 60,
      result: null,
      error: null,
    });
    await settled();
    expect(stepsOf(run.view('train/loss', 0, 100, 100))).toEqual(upTo(59));
    expect(run.ended).toBe(true);
  });

  test('an answer that was overtaken by an event does not turn the state back', async () => {
    const run = summary('a', { state: 'running', reason: null, step: 5 });
    lab.serveStored(run);
    const live = new LiveRun(lab, run, COLUMNS, now);
    const loading = live.load();
    lab.emit('run:status', {
      id: run.id,
      state: 'finished',
      reason: 'max-steps',
      step: 100,
      result: null,
      error: null,
    });
    await loading;
    expect(live.state).toBe('finished');
    expect(live.step).toBe(100);
  });
});

describe('values at the cursor', () => {
  test('what the page holds is answered at once, also between two recorded steps', async () => {
    const run = await opened('running');
    lab.emit('run:chunks', {
      id: run.id,
      step: 90,
      chunks: [
        { metric: 'eval/test_accuracy', first: 0, stride: 45, values: Float64Array.of(0.1, 0.9) },
      ],
    });
    expect(heldValue(run, 'eval/test_accuracy', 44)).toBe(0.1);
    expect(heldValue(run, 'eval/test_accuracy', 46)).toBe(0.9);
    expect(heldValue(run, 'train/loss', 3)).toBeNull();
  });

  test('of a long stored run the exact value is read', async () => {
    lab.store(ramp('train/loss', 0, 9999));
    const run = await opened('finished', 10);
    expect(heldValue(run, 'train/loss', 4321)).toBeUndefined();
    await expect(run.readPoint('train/loss', 4321)).resolves.toEqual({ step: 4321, value: 4321 });
  });

  test('with it those around it are read, so that a playback does not ask at every step', async () => {
    lab.store(ramp('train/loss', 0, 9999));
    const run = await opened('finished', 10);
    await run.readPoint('train/loss', 4321);
    const asked = lab.calls.length;
    expect(heldValue(run, 'train/loss', 4322)).toBe(4322);
    expect(heldValue(run, 'train/loss', 4097)).toBe(4097);
    expect(heldValue(run, 'train/loss', 9000)).toBeUndefined();
    expect(lab.calls).toHaveLength(asked);
  });

  test('between two recorded steps the one before is read, however far it lies', async () => {
    const values = Float64Array.from({ length: 50 }, (_, i) => i);
    lab.store({ metric: 'train/loss', first: 0, stride: 3000, values });
    const run = await opened('finished', 5);
    await expect(run.readPoint('train/loss', 3000 * 21 - 1)).resolves.toEqual({
      step: 3000 * 20,
      value: 20,
    });
    expect(heldValue(run, 'train/loss', 3000 * 21 - 2)).toBe(20);
  });

  test('what was recorded before the values that were read is not taken for nothing', async () => {
    const values = Float64Array.from({ length: 99 }, (_, i) => i);
    lab.store({ metric: 'train/loss', first: 0, stride: 700, values });
    const run = await opened('finished', 50);
    await run.readPoint('train/loss', 1500);
    expect(heldValue(run, 'train/loss', 1400)).toBe(2);
    expect(heldValue(run, 'train/loss', 1100)).toBeUndefined();
    await expect(run.readPoint('train/loss', 1100)).resolves.toEqual({ step: 700, value: 1 });
  });

  test('where a run still goes on, its end is read again', async () => {
    lab.store(ramp('train/loss', 0, 2999));
    const run = await opened('running', 10);
    await run.readPoint('train/loss', 2900);
    expect(heldValue(run, 'train/loss', 2901)).toBeUndefined();
    await run.readPoint('train/loss', 1500);
    expect(heldValue(run, 'train/loss', 1501)).toBe(1501);
  });

  test('a value that is not finite is read as it is, of a short and of a long run', async () => {
    const ends = [1, NaN, Infinity, -Infinity];
    lab.store({ metric: 'train/loss', first: 0, stride: 1, values: Float64Array.from(ends) });
    lab.store(ramp('eval/loss', 0, 9995));
    lab.store({ metric: 'eval/loss', first: 9996, stride: 1, values: Float64Array.from(ends) });
    const run = await opened('finished', 10);
    for (const [metric, first] of [
      ['train/loss', 0],
      ['eval/loss', 9996],
    ] as const) {
      const steps = ends.map((_, i) => first + i);
      expect(await Promise.all(steps.map((step) => run.readPoint(metric, step)))).toEqual(
        ends.map((value, i) => ({ step: first + i, value })),
      );
      expect(heldValue(run, metric, first + 2)).toBeUndefined();
    }
  });

  test('a value whose bytes are lost is none', async () => {
    lab.store(ramp('train/loss', 0, 9));
    const run = await opened('finished', 10);
    const lost = { first: [4], last: [4], min: [Infinity], max: [-Infinity], nonFinite: [0] };
    lab.answers['series:read'] = () =>
      Object.fromEntries(
        Object.entries(lost).map(([column, values]) => [column, Float64Array.from(values)]),
      ) as never;
    expect(await run.readPoint('train/loss', 4)).toBeNull();
  });
});

describe('values one by one', () => {
  test('are those of a short stored run at once, cut to the steps that are asked for', async () => {
    lab.store(ramp('param/0', 0, 99));
    const run = await opened('finished');
    const { steps, values } = run.points('param/0', 20, 30)!;
    expect([steps[0], steps.at(-1), values[3]]).toEqual([20, 30, 23]);
  });

  test('of a long one are there once they have been read, over the bounds of what is read at once', async () => {
    lab.store(ramp('param/0', 0, 9999));
    const run = await opened('finished', 10);
    expect(run.points('param/0', 800, 1400)).toBeNull();
    await run.readPoints('param/0', 800, 1400);
    const { steps, values } = run.points('param/0', 800, 1400)!;
    expect([...steps]).toEqual(upTo(1400).slice(800));
    expect([...values]).toEqual([...steps]);
    const asked = lab.calls.length;
    await run.readPoints('param/0', 1100, 1500);
    expect(lab.calls).toHaveLength(asked);
  });

  test('end with the run', async () => {
    lab.store(ramp('param/0', 0, 9999));
    const run = await opened('finished', 10);
    await run.readPoints('param/0', 9900, 20_000);
    expect(run.points('param/0', 9900, 20_000)!.steps.at(-1)).toBe(9999);
  });
});

test('a disposed run listens to nothing', async () => {
  const run = await opened('running');
  expect(lab.listening).toBeGreaterThan(0);
  run.dispose();
  expect(lab.listening).toBe(0);
});

test('many batches between two frames are drawn once', async () => {
  const run = summary('a', { state: 'running', reason: null });
  lab.serveStored(run);
  let asked = 0;
  const live = new LiveRun(lab, run, COLUMNS, () => asked++);
  await live.load();
  for (let i = 0; i < 5; i++) {
    const chunks = [ramp('train/loss', i * 10, i * 10 + 9)];
    lab.emit('run:chunks', { id: live.id, step: i * 10 + 10, chunks });
  }
  expect(asked).toBe(1);
});

describe('a long stored run', () => {
  const LAST = 99_999;

  async function long(): Promise<LiveRun> {
    lab.store(ramp('train/loss', 0, LAST));
    return opened('finished', 100);
  }
  const pieces = [
    { from: 0, to: 4999, columns: 2500 },
    { from: 5000, to: 100_000, columns: 20 },
  ];
  const widest = (view: SeriesView): number =>
    Math.max(...view.first.map((first, i) => view.last[i]! - first));

  test('is read more closely where a piece asks for it, once, and stays whole', async () => {
    const run = await long();
    const asked = (): number => lab.calls.filter(([channel]) => channel === 'series:read').length;
    const before = asked();
    expect(widest(run.view('train/loss', 0, 4999, 2500)!)).toBeGreaterThan(500);
    await run.refine(['train/loss', 'optim/lr'], pieces);
    expect(asked()).toBe(before + 1);
    expect(widest(run.view('train/loss', 0, 4000, 2500)!)).toBeLessThanOrEqual(2);
    const whole = run.view('train/loss', 0, LAST, 100)!;
    whole.first.forEach((first, i) => expect(first).toBe(i === 0 ? 0 : whole.last[i - 1]! + 1));
    expect(whole.last.at(-1)).toBe(LAST);
    await run.refine(['train/loss'], pieces);
    expect(asked()).toBe(before + 1);
  });

  test('a part of it is what begins between two steps', async () => {
    const run = await long();
    const part = run.view('train/loss', 20_000, 40_000, 100)!;
    expect(part.first[0]).toBeGreaterThanOrEqual(20_000);
    expect(part.first.at(-1)).toBeLessThanOrEqual(40_000);
  });
});
