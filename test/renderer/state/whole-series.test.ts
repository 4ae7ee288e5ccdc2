import { describe, expect, it } from 'vitest';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { SeriesQuery } from '../../../electron/ipc/contract.ts';
import type { Lab } from '../../../renderer/src/api.ts';
import { ExploredRun } from '../../../renderer/src/state/explored-run.ts';
import type { StageRun } from '../../../renderer/src/state/stage-run.ts';
import { wholeSeries } from '../../../renderer/src/state/whole-series.ts';
import { bowl } from '../../support/experiments.ts';

/** A library that holds value = step at every tenth step, and NaN at step 20. */
function library(asked: SeriesQuery[]): Lab {
  const request = (_channel: string, query: SeriesQuery): Promise<SeriesView> => {
    asked.push(query);
    const first = Math.ceil(query.from / 10) * 10;
    const count = Math.max(0, Math.floor((query.to - first) / 10) + 1);
    const steps = Float64Array.from({ length: count }, (_, i) => first + 10 * i);
    const min = steps.map((step) => (step === 20 ? Infinity : step));
    const nonFinite = steps.map((step) => (step === 20 ? 1 : 0));
    return Promise.resolve({ first: steps, last: steps, min, max: min, nonFinite });
  };
  return { request, on: () => () => undefined } as never;
}

describe('every recorded value of a run', () => {
  it('is read from the library in stretches that meet without gap or overlap', async () => {
    const asked: SeriesQuery[] = [];
    const config = { ...bowl({ totalSteps: 200_000 }), recordEvery: 10, evaluateEvery: 0 };
    const run = { id: 'r', config, lastStep: () => 199_990 } as unknown as StageRun;
    const { steps, values, title } = await wholeSeries(library(asked), run, 'train/loss', 'a');
    expect(title).toBe('a');
    expect(Array.from(steps)).toEqual(Array.from({ length: 20_000 }, (_, i) => i * 10));
    expect(Array.from(values).slice(0, 4)).toEqual([0, 10, NaN, 30]);
    expect(asked.map(({ from, to }) => [from, to])).toEqual([
      [0, 81_919],
      [81_920, 163_839],
      [163_840, 199_990],
    ]);
  });

  it('is at hand for what was computed ahead, to the bit', async () => {
    const chunks = [
      { metric: 'train/loss', first: 0, stride: 1, values: Float64Array.of(1, 0.1, Infinity) },
    ];
    const explored = {
      outcome: { status: 'diverged', reason: 'loss' },
      result: {},
      step: 2,
      chunks,
    };
    const run = new ExploredRun(0, 'a', bowl(), explored as never);
    const { steps, values } = await wholeSeries(library([]), run, 'train/loss', 'a');
    expect(steps).toEqual([0, 1, 2]);
    expect(values).toEqual([1, 0.1, Infinity]);
  });

  it('is nothing where the metric was not recorded', async () => {
    const run = { id: 'r', config: bowl(), lastStep: () => -1 } as unknown as StageRun;
    const asked: SeriesQuery[] = [];
    expect((await wholeSeries(library(asked), run, 'optim/lr', 'a')).steps).toEqual([]);
    expect(asked).toEqual([]);
  });
});
