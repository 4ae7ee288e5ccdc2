import type { Dataset } from '../datasets/dataset.ts';
import type { Model } from '../models/model.ts';
import type { Problem } from './problem.ts';

/** The order in which the samples of this epoch are visited, and how far it has come. */
export interface DataOrder {
  order: Uint32Array;
  /** Samples of this epoch already used. */
  position: number;
}

/**
 * A model on a data set, by mini-batches: a fresh permutation of the training rows each epoch, from
 * the stream `batches`; an incomplete last batch is skipped (`dropLast`) or used.
 */
export function problemFromModel(
  model: Model,
  dataset: Dataset,
  batchSize: number,
  dropLast: boolean,
): Problem<DataOrder> {
  const { train, test } = dataset;
  const usable = dropLast ? train.count - (train.count % batchSize) : train.count;
  return {
    dim: model.dim,
    stepsPerEpoch: Math.ceil(usable / batchSize),
    batchSize,
    initialParams: (streams) => model.init(streams.init),
    initialState: () => ({ order: new Uint32Array(0), position: usable }),
    next(params, grad, state, streams) {
      if (state.position >= usable) {
        state.order = streams.batches.permutation(train.count);
        state.position = 0;
      }
      const from = state.position;
      const to = Math.min(from + batchSize, usable);
      state.position = to;
      return model.lossAndGrad(params, train, state.order, from, to, grad);
    },
    evaluate(params) {
      const onTrain = model.evaluate(params, train);
      const onTest = model.evaluate(params, test);
      return {
        'eval/train_loss': onTrain.loss,
        'eval/train_accuracy': onTrain.accuracy,
        'eval/test_loss': onTest.loss,
        'eval/test_accuracy': onTest.accuracy,
      };
    },
  };
}
