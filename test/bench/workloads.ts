/**
 * The workloads that all contenders train: same data, same initial weights, same order of the rows. The
 * rows are shuffled once, here; batches are consecutive slices, over and over.
 */
import { mulberry32 } from '../../core/math/rng.ts';

export type WorkloadId = 'W1' | 'W2' | 'W3' | 'W4' | 'W4b1' | 'W5';

/** A run of W1 begins anew after so many steps: at the minimum, numbers become too small to be typical. */
export const RUN_STEPS = 100_000;

/** W1: Rosenbrock's function from (−1.2, 1). */
export interface DescentWorkload {
  readonly id: 'W1';
  readonly kind: 'descent';
  readonly title: string;
  readonly start: readonly [number, number];
  readonly lr: number;
}

export interface NetworkWorkload {
  readonly id: Exclude<WorkloadId, 'W1'>;
  readonly kind: 'network';
  readonly title: string;
  /** Widths from the inputs to the outputs; hidden layers have the activation, the last is linear. */
  readonly widths: readonly number[];
  readonly activation: 'tanh' | 'relu';
  /** Binary cross-entropy of one logit, mean squared error, or softmax cross-entropy; mean of the batch. */
  readonly loss: 'binary' | 'squared' | 'softmax';
  readonly optimizer: 'sgd' | 'adam';
  readonly lr: number;
  readonly batchSize: number;
  readonly rows: number;
  /** Row-major, shape (rows, widths[0]). */
  readonly inputs: Float64Array;
  /** A target, or the index of a class, per row. */
  readonly targets: Float64Array;
  /** Layer by layer: W row-major [out][in], then b. */
  readonly weights: Float64Array;
}

export type Workload = DescentWorkload | NetworkWorkload;

/** Multiplications and additions of one step, matrix products only. */
export function flopsPerStep({ widths, batchSize }: NetworkWorkload): number {
  let flops = 0;
  for (let layer = 1; layer < widths.length; layer++) {
    // Forward and ∂W; ∂x too, but not of the data.
    const products = layer === 1 ? 2 : 3;
    flops += products * 2 * batchSize * widths[layer - 1]! * widths[layer]!;
  }
  return flops;
}

/** Glorot-normal weights, zero biases. */
function initialWeights(widths: readonly number[], seed: number): Float64Array {
  const rng = mulberry32(seed);
  const all: number[] = [];
  for (let layer = 1; layer < widths.length; layer++) {
    const [fanIn, fanOut] = [widths[layer - 1]!, widths[layer]!];
    const sd = Math.sqrt(2 / (fanIn + fanOut));
    for (let i = 0; i < fanIn * fanOut; i++) all.push(sd * rng.normal());
    for (let i = 0; i < fanOut; i++) all.push(0);
  }
  return Float64Array.from(all);
}

interface Data {
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
}

/** Twenty normal features; the class is the sign of a noisy linear score. */
function linearClasses(rows: number, features: number, seed: number): Data {
  const rng = mulberry32(seed);
  const truth = Float64Array.from({ length: features }, () => rng.normal());
  const inputs = Float64Array.from({ length: rows * features }, () => rng.normal());
  const targets = Float64Array.from({ length: rows }, (_, row) => {
    let score = rng.normal();
    for (let j = 0; j < features; j++) score += truth[j]! * inputs[row * features + j]!;
    return score > 0 ? 1 : 0;
  });
  return { inputs, targets };
}

/** Two spirals of one and a half turns, in random order. */
function spirals(rows: number, seed: number): Data {
  const rng = mulberry32(seed);
  const order = rng.permutation(rows);
  const inputs = new Float64Array(2 * rows);
  const targets = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    const radius = Math.sqrt(rng.uniform());
    const angle = radius * 3 * Math.PI + (i % 2) * Math.PI;
    const row = order[i]!;
    inputs[2 * row] = radius * Math.cos(angle) + 0.05 * rng.normal();
    inputs[2 * row + 1] = radius * Math.sin(angle) + 0.05 * rng.normal();
    targets[row] = i % 2;
  }
  return { inputs, targets };
}

/** Images of which four pixels in five are black, as in the usual digits; classes at random. */
function sparseImages(rows: number, pixels: number, classes: number, seed: number): Data {
  const rng = mulberry32(seed);
  return {
    inputs: Float64Array.from({ length: rows * pixels }, () =>
      rng.uniform() < 0.8 ? 0 : rng.uniform(),
    ),
    targets: Float64Array.from({ length: rows }, () => Math.floor(classes * rng.uniform())),
  };
}

/** The workload of this name; its data are made anew on every call, and are the same. */
export function workload(id: WorkloadId): Workload {
  switch (id) {
    case 'W1':
      return {
        ...{ id, kind: 'descent', title: '2-D Rosenbrock, Adam' },
        ...{ start: [-1.2, 1], lr: 0.01 },
      };
    case 'W2':
      return network({
        ...{ id, title: 'logistic regression, 20 features, batch 32, SGD' },
        ...{ widths: [20, 1], activation: 'tanh', loss: 'binary', optimizer: 'sgd', lr: 0.1 },
        ...{ batchSize: 32, rows: 1000, ...linearClasses(1000, 20, 2) },
      });
    case 'W3':
      return network({
        ...{ id, title: '2-8-8-1 tanh, squared error, batch 10, SGD' },
        ...{ widths: [2, 8, 8, 1], activation: 'tanh', loss: 'squared', optimizer: 'sgd' },
        ...{ lr: 0.03, batchSize: 10, rows: 500, ...spirals(500, 3) },
      });
    case 'W4':
    case 'W4b1':
      return network({
        ...{ id, title: `784-128-10 relu, softmax, batch ${id === 'W4' ? 64 : 1}, Adam` },
        ...{ widths: [784, 128, 10], activation: 'relu', loss: 'softmax', optimizer: 'adam' },
        ...{ lr: 0.001, batchSize: id === 'W4' ? 64 : 1, rows: 2048 },
        ...sparseImages(2048, 784, 10, 4),
      });
    case 'W5':
      return network({
        ...{ id, title: '2-64-64-64-2 relu, softmax, batch 32, Adam' },
        ...{ widths: [2, 64, 64, 64, 2], activation: 'relu', loss: 'softmax', optimizer: 'adam' },
        ...{ lr: 0.001, batchSize: 32, rows: 500, ...spirals(500, 3) },
      });
  }
}

const network = (given: Omit<NetworkWorkload, 'kind' | 'weights'>): NetworkWorkload => ({
  kind: 'network',
  ...given,
  weights: initialWeights(given.widths, 1),
});

/** Rows of batch `step`; the last batch of a pass may be smaller. */
export function batchRows(
  { rows, batchSize }: NetworkWorkload,
  step: number,
): readonly [from: number, to: number] {
  const from = (step % Math.ceil(rows / batchSize)) * batchSize;
  return [from, Math.min(from + batchSize, rows)];
}
