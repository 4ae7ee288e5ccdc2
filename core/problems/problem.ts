import type { BackPropagation } from '../models/back-propagation.ts';
import type { Streams } from '../training/streams.ts';
import type { MetricName } from '../training/metrics.ts';

/**
 * What a trainer minimises: an objective with optional gradient noise, a stream of gradients, or a model on
 * a data set.
 * `S` is what it remembers between steps (data order and position); it survives structuredClone.
 */
export interface Problem<S> {
  /** Number of parameters. */
  readonly dim: number;
  /** Updates in one pass over the data. */
  readonly stepsPerEpoch: number;
  /** Samples one update sees; 1 where there are no data. */
  readonly batchSize: number;
  initialParams(streams: Streams): Float64Array;
  initialState(streams: Streams): S;
  /**
   * Loss and (possibly noisy) gradient that the next update uses, at θ: of the whole objective, or of
   * the next mini-batch. Writes the gradient to `grad`; may write to `state`; draws only from `streams`.
   */
  next(params: Float64Array, grad: Float64Array, state: S, streams: Streams): number;
  /** Moves θ to the nearest point that is allowed, after each update; absent where everything is. */
  project?(params: Float64Array): void;
  /** The exact loss at θ, without any random draw; absent where a loss belongs to a batch. */
  value?(params: Float64Array): number;
  /** The loss that the update after the last `next` goes down; absent where it is another one at every update. */
  stepLoss?(state: S): StepLoss;
  /** Metrics on the whole data sets, without changing anything. */
  evaluate?(params: Float64Array): Readonly<Partial<Record<MetricName, number>>>;
  /**
   * Back-propagation of the sample at `place` (from 0; the last one for any larger) of the batch last drawn
   * into `state`; null where the model is too wide to be looked at.
   */
  explainSample?(params: Float64Array, state: S, place: number): ExplainedSample | null;
}

/** A loss as a function of θ, without any random draw: of a whole objective without its noise, or of one batch. */
export interface StepLoss {
  /** Returns the loss and writes its gradient to `grad`, shape (dim,). */
  valueAndGrad(params: Float64Array, grad: Float64Array): number;
  /** Writes H v to `out`, H being its Hessian at θ. */
  hessianTimes(params: Float64Array, v: Float64Array, out: Float64Array): void;
}

/** One sample of a batch on its way through a small network. */
export interface ExplainedSample extends BackPropagation {
  /** Its place in the batch, from 0, and the samples there. */
  readonly place: number;
  readonly batch: number;
  /** Its row of the training data, from 0. */
  readonly row: number;
}
