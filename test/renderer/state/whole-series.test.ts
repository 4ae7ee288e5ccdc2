import { describe, expect, it } from 'vitest';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import type { ValuesQuery } from '../../../electron/ipc/contract.ts';
import type { Lab } from '../../../renderer/src/api.ts';
import { ExploredRun } from '../../../renderer/src/state/explored-run.ts';
import type { StageRun } from '../../../renderer/src/state/stage-run.ts';
import { wholeSeries } from '../../../renderer/src/state/whole-series.ts';
import { bowl } from '../../support/experiments.ts';

const LAST = 1_999_990;

/** A library that holds value = step at every tenth step, and what is not finite at steps 20 and 30. */
function library(asked: ValuesQuery[]): Lab {
  const strange = new Map([
    [20, NaN],
    [30, -Infinity],
  ]);
  const request = (_channel: string, query: ValuesQuery): Promise<readonly MetricChunk[]> => {
    asked.push(query);
    const first = Math.ceil(query.from / 10) * 10;
    const n = Math.min(query.most, Math.floor((LAST - first) / 10) + 1);
    const values = Float64Array.from({ length: n }, (_, i) => {
      const step = first + 10 * i;
      return strange.get(step) ?? step;
    });
    const { metric } = query;
    return Promise.resolve(n > 0 ? [{ metric, first, stride: 10, values }] : []);
  };
  return { request, on: () => () => undefined } as never;
}

describe('every recorded value of a run', () => {
  it('is read from the library in stretches that meet without gap or overlap, to the bit', async () => {
    const asked: ValuesQuery[] = [];
    const run = { id: 'r', config: bowl(), lastStep: () => LAST } as unknown as StageRun;
    const { steps, values, title } = await wholeSeries(library(asked), run, 'train/loss', 'a');
    expect(title).toBe('a');
    expect(Array.from(steps)).toEqual(Array.from({ length: 200_000 }, (_, i) => i * 10));
    expect(Array.from(values).slice(0, 5)).toEqual([0, 10, NaN, -Infinity, 40]);
    expect(asked.map(({ from }) => from)).toEqual([0, 655_351, 1_310_711, 1_966_071]);
  });

  it('ends where what follows is damaged', async () => {
    const asked: ValuesQuery[] = [];
    const run = { id: 'r', config: bowl(), lastStep: () => LAST + 5000 } as unknown as StageRun;
    const { steps } = await wholeSeries(library(asked), run, 'train/loss', 'a');
    expect(steps.length).toBe(200_000);
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
    const asked: ValuesQuery[] = [];
    expect((await wholeSeries(library(asked), run, 'optim/lr', 'a')).steps).toEqual([]);
    expect(asked).toEqual([]);
  });
});
