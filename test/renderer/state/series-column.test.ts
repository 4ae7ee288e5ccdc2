import { describe, expect, it } from 'vitest';
import type { MetricChunk } from '../../../core/training/metrics.ts';
import type { ValuesQuery } from '../../../electron/ipc/queries.ts';
import type { Lab } from '../../../renderer/src/api.ts';
import { ExploredRun } from '../../../renderer/src/state/explored-run.ts';
import type { StageRun } from '../../../renderer/src/state/stage-run.ts';
import {
  besideColumn,
  heldColumn,
  knownColumn,
  seriesColumn,
} from '../../../renderer/src/state/series-column.ts';
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
    const column = seriesColumn(library(asked), run, 'train/loss', 'a');
    expect([column.title, column.last]).toEqual(['a', LAST]);
    const { steps, values } = await column.read(-Infinity, Infinity);
    expect(Array.from(steps)).toEqual(Array.from({ length: 200_000 }, (_, i) => i * 10));
    expect(Array.from(values).slice(0, 5)).toEqual([0, 10, NaN, -Infinity, 40]);
    expect(asked.map(({ from }) => from)).toEqual([0, 655_351, 1_310_711, 1_966_071]);
  });

  it('ends where what follows is damaged', async () => {
    const asked: ValuesQuery[] = [];
    const run = { id: 'r', config: bowl(), lastStep: () => LAST + 5000 } as unknown as StageRun;
    const { steps } = await seriesColumn(library(asked), run, 'train/loss', 'a').read(0, Infinity);
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
    const column = seriesColumn(library([]), run, 'train/loss', 'a');
    const { steps, values } = await column.read(-Infinity, Infinity);
    expect(steps).toEqual([0, 1, 2]);
    expect(values).toEqual([1, 0.1, Infinity]);
    expect(await column.read(1, 1)).toEqual({ steps: [1], values: [0.1] });
    expect(await column.read(3, 9)).toEqual({ steps: [], values: [] });
  });

  it('is nothing where the metric was not recorded', async () => {
    const run = { id: 'r', config: bowl(), lastStep: () => -1 } as unknown as StageRun;
    const asked: ValuesQuery[] = [];
    const column = seriesColumn(library(asked), run, 'optim/lr', 'a');
    expect(await column.read(0, Infinity)).toEqual({ steps: [], values: [] });
    expect(asked).toEqual([]);
  });
});

describe('a part of a column', () => {
  it('of a stored run is read alone, and has no more than was asked for', async () => {
    const asked: ValuesQuery[] = [];
    const run = { id: 'r', config: bowl(), lastStep: () => LAST } as unknown as StageRun;
    const column = seriesColumn(library(asked), run, 'train/loss', 'a');
    expect(await column.read(1_000_001, 1_000_030)).toEqual({
      steps: [1_000_010, 1_000_020, 1_000_030],
      values: [1_000_010, 1_000_020, 1_000_030],
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]!.most).toBeLessThanOrEqual(30);
  });

  it('of what is known at every step has those steps; another stands beside it at the same', async () => {
    const known = knownColumn('rate', 9, (step) => (step < 8 ? step / 2 : null));
    expect(await known.read(6, 20)).toEqual({ steps: [6, 7], values: [3, 3.5] });
    const beside = besideColumn('Ση', known, (step) => step * 10);
    expect([beside.last, beside.spacing]).toEqual([9, 1]);
    expect(await beside.read(-Infinity, 1)).toEqual({ steps: [0, 1], values: [0, 10] });
  });

  it('of what is held is cut out of it', async () => {
    const column = heldColumn({ title: 'x', steps: [0.1, 0.2, 0.4], values: [1, 2, 3] });
    expect(await column.read(0.2, 0.3)).toEqual({ steps: [0.2], values: [2] });
  });
});
