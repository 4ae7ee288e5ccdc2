import type { Dataset } from '../datasets/dataset.ts';
import type { ModelProblemConfig } from '../experiment/config.ts';
import type { Model } from '../models/model.ts';
import type { Streams } from '../training/streams.ts';
import type { Problem } from './problem.ts';

/** The order in which the samples of this epoch are visited, and how far it has come. */
export interface DataOrder {
  order: Uint32Array;
  /** Epochs begun. */
  epochs: number;
  /** Samples of this epoch already used. */
  position: number;
}

/** A layer with more units is too wide to be looked at unit by unit. */
const WIDEST_EXPLAINED = 12;

type Batching = Pick<ModelProblemConfig, 'batchSize' | 'dropLast' | 'order' | 'initialParams'>;

/**
 * A model on a data set, by mini-batches: consecutive slices of a permutation of the training rows, one
 * per epoch, from the stream `batches` unless another `order` is given; an incomplete last batch is
 * skipped (`dropLast`) or used. Parameters start as the model draws them, or at `initialParams`.
 */
export function problemFromModel(
  model: Model,
  dataset: Dataset,
  { batchSize, dropLast, order, initialParams }: Batching,
): Problem<DataOrder> {
  const { train, test } = dataset;
  const usable = dropLast ? train.count - (train.count % batchSize) : train.count;
  const given =
    order === 'shuffled'
      ? []
      : order === 'sequential'
        ? [Array.from({ length: train.count }, (_, i) => i)]
        : order;
  const beginEpoch = (state: DataOrder, { batches }: Streams): void => {
    if (order === 'shuffled') batches.permute(state.order);
    else state.order.set(given[state.epochs % given.length]!);
    state.epochs++;
    state.position = 0;
  };
  /** Samples of the batch that ends at a position: batches begin at multiples of their size. */
  const lastBatch = (position: number): number => position % batchSize || batchSize;
  return {
    dim: model.dim,
    stepsPerEpoch: Math.ceil(usable / batchSize),
    batchSize,
    initialParams: ({ init }) =>
      initialParams ? Float64Array.from(initialParams) : model.init(init),
    initialState: () => ({ order: new Uint32Array(train.count), position: usable, epochs: 0 }),
    next(params, grad, state, streams) {
      if (state.position >= usable) beginEpoch(state, streams);
      const from = state.position;
      const to = Math.min(from + batchSize, usable);
      state.position = to;
      return model.lossAndGrad(params, train, state.order, from, to, grad);
    },
    stepLoss({ order: rows, position }) {
      const from = position - lastBatch(position);
      return {
        valueAndGrad: (params, grad) =>
          model.lossAndGrad(params, train, rows, from, position, grad),
        hessianTimes: (params, v, out) =>
          model.hessianTimes(params, train, rows, from, position, v, out),
      };
    },
    explainSample(params, { order: rows, position }, place) {
      const batch = lastBatch(position);
      const at = Math.min(place, batch - 1);
      const row = rows[position - batch + at]!;
      const passed = model.backPropagate?.(params, train, row, WIDEST_EXPLAINED);
      return passed ? { ...passed, place: at, batch, row } : null;
    },
    evaluate(params) {
      const onTrain = model.evaluate(params, train);
      const onTest = model.evaluate(params, test);
      const losses = { 'eval/train_loss': onTrain.loss, 'eval/test_loss': onTest.loss };
      if (onTrain.accuracy === null || onTest.accuracy === null) return losses;
      return {
        'eval/train_loss': onTrain.loss,
        'eval/train_accuracy': onTrain.accuracy,
        'eval/test_loss': onTest.loss,
        'eval/test_accuracy': onTest.accuracy,
      };
    },
  };
}
