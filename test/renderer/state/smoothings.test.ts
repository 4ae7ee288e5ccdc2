import { describe, expect, it } from 'vitest';
import { MovingAverage } from '../../../core/analysis/smoothing.ts';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import { MOST_VALUES, type ValuesQuery } from '../../../electron/ipc/queries.ts';
import { LiveRun } from '../../../renderer/src/state/live-run.svelte.ts';
import { Smoothings } from '../../../renderer/src/state/smoothings.svelte.ts';
import type { StageRun } from '../../../renderer/src/state/stage-run.ts';
import { bowl } from '../../support/experiments.ts';
import { FakeLab, summary } from '../../support/fake-lab.ts';

const LONG = 150_000;
const METRIC = 'train/loss';
const BETA = 0.99;
const loss = (step: number): number => 2 + Math.sin(step * 12.9898);

/** The average at a step, of the values from `begin` on. */
function averageAt(step: number, begin = 0): number {
  const average = new MovingAverage(BETA);
  let mean = NaN;
  for (let s = begin; s <= step; s++) mean = average.next(loss(s));
  return mean;
}

/** A library whose values behind `from` and before `to` are damaged. */
function library(damage: readonly [from: number, to: number] = [LONG, LONG]): {
  lab: FakeLab;
  asked: ValuesQuery[];
} {
  const lab = new FakeLab();
  const asked: ValuesQuery[] = [];
  lab.answers['series:values'] = (query): readonly MetricChunk[] => {
    asked.push(query);
    const { metric, from, most } = query;
    const kept = [
      [from, damage[0]],
      [Math.max(from, damage[1]), LONG],
    ] as const;
    let room = most;
    return kept.flatMap(([first, end]) => {
      const n = Math.min(room, Math.max(0, end - first));
      room -= n;
      const values = Float64Array.from({ length: n }, (_, i) => loss(first + i));
      return n > 0 ? [{ metric, first, stride: 1, values }] : [];
    });
  };
  return { lab, asked };
}

const run = {
  id: 'long',
  config: bowl({ totalSteps: LONG - 1 }),
  ended: true,
  lastStep: () => LONG - 1,
  points: () => null,
} as unknown as StageRun;

describe('the moving average of a long stored run', () => {
  it('is made of every stored value, read in slices, once', async () => {
    const { lab, asked } = library();
    const smoothings = new Smoothings(lab);
    expect(smoothings.of(run, METRIC, BETA)).toBeUndefined();
    await Promise.all([1, 2].map(() => smoothings.follow([[run, METRIC]], BETA)));
    const series = smoothings.of(run, METRIC, BETA)!;
    for (const step of [0, 1, MOST_VALUES, LONG - 1]) {
      expect(series.at(step)).toBe(averageAt(step));
    }
    expect(asked.map(({ from }) => from)).toEqual([0, MOST_VALUES, 2 * MOST_VALUES]);
    await smoothings.follow([[run, METRIC]], BETA);
    expect(asked).toHaveLength(3);
  });

  it('begins anew behind what is damaged, and is not asked for what is lost at the end', async () => {
    const { lab } = library([70_000, 80_000]);
    const smoothings = new Smoothings(lab);
    await smoothings.follow([[run, METRIC]], BETA);
    const series = smoothings.of(run, METRIC, BETA)!;
    expect(series.at(69_999)).toBe(averageAt(69_999));
    expect(series.at(75_000)).toBeNull();
    expect(series.at(80_010)).toBe(averageAt(80_010, 80_000));

    const ends = library([140_000, LONG]);
    const cut = new Smoothings(ends.lab);
    await cut.follow([[run, METRIC]], BETA);
    const asked = ends.asked.length;
    expect(cut.of(run, METRIC, BETA)!.lastStep).toBe(139_999);
    await cut.follow([[run, METRIC]], BETA);
    expect(ends.asked).toHaveLength(asked);
  });

  it('is not asked for without end where reading it fails', async () => {
    const { lab } = library();
    let asked = 0;
    lab.answers['series:values'] = () => {
      asked++;
      throw new Error('no answer');
    };
    const smoothings = new Smoothings(lab);
    await expect(smoothings.follow([[run, METRIC]], BETA)).rejects.toThrow('no answer');
    expect(smoothings.of(run, METRIC, BETA)).toBeDefined();
    await smoothings.follow([[run, METRIC]], BETA);
    expect(asked).toBe(1);
  });

  it('of another β, begun while one is read, stays in its place', async () => {
    const { lab, asked } = library();
    const smoothings = new Smoothings(lab);
    const before = smoothings.follow([[run, METRIC]], BETA);
    await Promise.all([before, smoothings.follow([[run, METRIC]], 0.5)]);
    expect(smoothings.of(run, METRIC, 0.5)!.at(0)).toBe(loss(0));
    // What was read of the other is let go: one slice was on its way.
    expect(asked).toHaveLength(4);
  });

  it('of another β takes its place', async () => {
    const { lab } = library();
    const smoothings = new Smoothings(lab);
    await smoothings.follow([[run, METRIC]], BETA);
    expect(smoothings.of(run, METRIC, 0.5)).toBeUndefined();
    await smoothings.follow([[run, METRIC]], 0.5);
    expect(smoothings.of(run, METRIC, 0.5)!.at(0)).toBe(loss(0));
  });
});

it('the moving average grows with a run that goes on', async () => {
  const lab = new FakeLab();
  const stored = summary('a', { state: 'running', reason: null, step: 0 });
  lab.serveStored(stored);
  const live = new LiveRun(lab, stored, 100, (callback) => callback());
  await live.load();
  const smoothings = new Smoothings(lab);
  const stream = (first: number, ...values: number[]): void =>
    lab.emit('run:chunks', {
      id: live.id,
      step: first + values.length,
      chunks: [{ metric: METRIC, first, stride: 1, values: Float64Array.from(values) }],
    });
  stream(0, 4, 4);
  expect(smoothings.of(live, METRIC, 0.5)!.at(1)).toBe(4);
  stream(2, 6);
  expect(smoothings.of(live, METRIC, 0.5)!.at(2)).toBeCloseTo(36 / 7, 14);
});
