/**
 * What is recorded, and at which step. Step s is the state after s updates.
 *
 * - `train/loss`      loss at θ_s: of the whole objective, or of the mini-batch the next update uses
 * - `optim/lr`        rate η that update s + 1 uses (none at the last step)
 * - `optim/grad_norm` Euclidean norm of the gradient that update s + 1 uses
 * - `eval/*`          loss (nats) and accuracy (fraction) on the whole training and test sets, at the point
 *                     the optimizer wants judged: θ_s, or its running average, for instance
 * - `eval/loss`       loss of the whole objective at that point, where the optimizer has one besides θ_s
 * - `ensemble/*`      over all seeds of the run at step s: mean loss, and its 10 % and 90 % quantiles
 * - `param/i`         coordinate i of θ_s, for objectives of at most three dimensions
 */
export const metricNames = [
  'train/loss',
  'optim/lr',
  'optim/grad_norm',
  'eval/loss',
  'eval/train_loss',
  'eval/train_accuracy',
  'eval/test_loss',
  'eval/test_accuracy',
  'ensemble/loss_mean',
  'ensemble/loss_low',
  'ensemble/loss_high',
  'param/0',
  'param/1',
  'param/2',
] as const;

export type MetricName = (typeof metricNames)[number];

/**
 * One metric over a stretch of steps `first, first + stride, …` (implicit, in steps).
 * NaN and ±Infinity are kept: divergence is data.
 */
export interface MetricChunk {
  readonly metric: MetricName;
  readonly first: number;
  readonly stride: number;
  readonly values: Float64Array;
}

/** No chunk holds more values than this. */
export const CHUNK_POINTS = 4096;

/** The same values to the bit at the same steps. */
export function isSameChunk(a: MetricChunk, b: MetricChunk): boolean {
  return (
    a.metric === b.metric &&
    a.first === b.first &&
    a.stride === b.stride &&
    a.values.length === b.values.length &&
    (a.values === b.values || a.values.every((value, i) => Object.is(value, b.values[i])))
  );
}
