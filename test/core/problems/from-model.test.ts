import { expect, test } from 'vitest';
import type { Dataset } from '../../../core/datasets/dataset.ts';
import type { BatchOrder } from '../../../core/experiment/config.ts';
import type { Model } from '../../../core/models/model.ts';
import { problemFromModel } from '../../../core/problems/from-model.ts';
import { createStreams } from '../../../core/training/streams.ts';

/** A model that only notes which rows it was shown. */
function recorder(): { model: Model; seen: number[][] } {
  const seen: number[][] = [];
  const model: Model = {
    dim: 1,
    init: () => new Float64Array(1),
    lossAndGrad: (_params, _samples, rows, from, to) => {
      seen.push([...rows!.subarray(from, to)]);
      return 0;
    },
    hessianTimes: () => undefined,
    kinkDistance: () => Infinity,
    evaluate: () => ({ loss: 0, accuracy: 0 }),
    layers: [],
    scores: () => undefined,
  };
  return { model, seen };
}

const samples = {
  count: 10,
  features: 1,
  inputs: new Float64Array(10),
  targets: new Float64Array(10),
};
const dataset: Dataset = { classes: 2, train: samples, test: samples };

const batching = { batchSize: 4, order: 'shuffled', initialParams: null } as const;

function run(dropLast: boolean, batches: number, order: BatchOrder = 'shuffled'): number[][] {
  const { model, seen } = recorder();
  const problem = problemFromModel(model, dataset, { ...batching, dropLast, order });
  const streams = createStreams(1);
  const state = problem.initialState(streams);
  const grad = new Float64Array(1);
  for (let i = 0; i < batches; i++) problem.next(new Float64Array(1), grad, state, streams);
  return seen;
}

test('every epoch visits every row once, in a fresh order; the last batch may be small', () => {
  const seen = run(false, 6);
  expect(seen.map((rows) => rows.length)).toEqual([4, 4, 2, 4, 4, 2]);
  const epochs = [seen.slice(0, 3).flat(), seen.slice(3).flat()];
  for (const epoch of epochs)
    expect([...epoch].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(epochs[0]).not.toEqual(epochs[1]);
});

test('dropLast skips an incomplete batch', () => {
  expect(run(true, 4).map((rows) => rows.length)).toEqual([4, 4, 4, 4]);
  const { model } = recorder();
  const steps = [true, false].map(
    (dropLast) => problemFromModel(model, dataset, { ...batching, dropLast }).stepsPerEpoch,
  );
  expect(steps).toEqual([2, 3]);
});

test('a recorded order is followed, epoch by epoch, and begins again when it is through', () => {
  const rows = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
  const other = [1, 0, 3, 2, 5, 4, 7, 6, 9, 8];
  const epochs = run(false, 9, [rows, other]);
  expect(epochs.slice(0, 3).flat()).toEqual(rows);
  expect(epochs.slice(3, 6).flat()).toEqual(other);
  expect(epochs.slice(6).flat()).toEqual(rows);
});

test('sequential: as the rows lie, every epoch', () => {
  expect(run(false, 6, 'sequential').flat()).toEqual(
    [0, 1].flatMap(() => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
  );
});

test('given initial parameters replace the model’s own, and nobody else’s memory', () => {
  const { model } = recorder();
  const initialParams = [0.25];
  const problem = problemFromModel(model, dataset, { ...batching, dropLast: false, initialParams });
  const start = problem.initialParams(createStreams(1));
  start[0] = 7;
  expect([...problem.initialParams(createStreams(1))]).toEqual([0.25]);
});
