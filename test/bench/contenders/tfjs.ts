import { batchRows, type NetworkWorkload, type Workload } from '../workloads.ts';
import { peer, type Training } from './contender.ts';

interface Tensor {
  dataSync(): ArrayLike<number>;
  dispose(): void;
}
type Optimizer = { minimize(loss: () => Tensor, returnCost: true): Tensor };
interface Tf {
  setBackend(name: string): Promise<boolean>;
  ready(): Promise<void>;
  tensor(values: Float32Array, shape: readonly number[]): Tensor;
  scalar(value: number): Tensor;
  variable(initial: Tensor): Tensor;
  tidy<T>(run: () => T): T;
  matMul(a: Tensor, b: Tensor): Tensor;
  add(a: Tensor, b: Tensor): Tensor;
  sub(a: Tensor, b: Tensor): Tensor;
  mul(a: Tensor, b: Tensor): Tensor;
  square(a: Tensor): Tensor;
  sum(a: Tensor): Tensor;
  slice(a: Tensor, from: number, size: number): Tensor;
  tanh(a: Tensor): Tensor;
  relu(a: Tensor): Tensor;
  readonly losses: Readonly<
    Record<
      'meanSquaredError' | 'sigmoidCrossEntropy' | 'softmaxCrossEntropy',
      (labels: Tensor, predictions: Tensor) => Tensor
    >
  >;
  readonly train: {
    sgd(lr: number): Optimizer;
    adam(lr: number): Optimizer;
  };
}

/** TensorFlow.js on one of its backends; the batches lie ready as tensors. */
export async function tfjs(backend: 'cpu' | 'wasm', workload: Workload): Promise<Training> {
  const tf = peer<Tf>('@tensorflow/tfjs');
  if (backend === 'wasm') peer('@tensorflow/tfjs-backend-wasm');
  await tf.setBackend(backend);
  await tf.ready();
  const lossOf =
    workload.kind === 'descent' ? rosenbrock(tf, workload.start) : network(tf, workload);
  const adam = workload.kind === 'descent' || workload.optimizer === 'adam';
  const optimizer = adam ? tf.train.adam(workload.lr) : tf.train.sgd(workload.lr);
  const losses = new Float64Array(4096);
  const firstLoss = tf.tidy(() => lossOf(0).dataSync()[0]!);
  let step = 0;
  return {
    firstLoss,
    run(steps) {
      for (let n = 0; n < steps; n++, step++) {
        const cost = optimizer.minimize(() => lossOf(step), true);
        losses[step & 4095] = cost.dataSync()[0]!;
        cost.dispose();
      }
    },
  };
}

function rosenbrock(tf: Tf, start: readonly number[]): () => Tensor {
  const point = tf.variable(tf.tensor(Float32Array.from(start), [2]));
  const one = tf.scalar(1);
  const hundred = tf.scalar(100);
  return () => {
    const x = tf.slice(point, 0, 1);
    const y = tf.slice(point, 1, 1);
    const valley = tf.mul(hundred, tf.square(tf.sub(y, tf.square(x))));
    return tf.sum(tf.add(tf.square(tf.sub(one, x)), valley));
  };
}

function network(tf: Tf, workload: NetworkWorkload): (step: number) => Tensor {
  const { widths, inputs, targets, weights, rows, batchSize, activation, loss } = workload;
  const layers: { readonly w: Tensor; readonly b: Tensor }[] = [];
  let at = 0;
  for (let l = 1; l < widths.length; l++) {
    const [fanIn, fanOut] = [widths[l - 1]!, widths[l]!];
    const transposed = new Float32Array(fanIn * fanOut);
    for (let o = 0; o < fanOut; o++) {
      for (let i = 0; i < fanIn; i++) transposed[i * fanOut + o] = weights[at + o * fanIn + i]!;
    }
    at += fanIn * fanOut + fanOut;
    layers.push({
      w: tf.variable(tf.tensor(transposed, [fanIn, fanOut])),
      b: tf.variable(tf.tensor(new Float32Array(fanOut), [fanOut])),
    });
  }
  const outputs = widths.at(-1)!;
  const batches = Array.from({ length: Math.ceil(rows / batchSize) }, (_, step) => {
    const [from, to] = batchRows(workload, step);
    const x = Float32Array.from(inputs.subarray(from * widths[0]!, to * widths[0]!));
    const y = new Float32Array((to - from) * outputs);
    for (let i = from; i < to; i++) {
      if (outputs === 1) y[i - from] = targets[i]!;
      else y[(i - from) * outputs + targets[i]!] = 1;
    }
    return { x: tf.tensor(x, [to - from, widths[0]!]), y: tf.tensor(y, [to - from, outputs]) };
  });
  const criterion = {
    squared: tf.losses.meanSquaredError,
    binary: tf.losses.sigmoidCrossEntropy,
    softmax: tf.losses.softmaxCrossEntropy,
  }[loss];
  return (step) => {
    const { x, y } = batches[step % batches.length]!;
    let h = x;
    layers.forEach(({ w, b }, l) => {
      h = tf.add(tf.matMul(h, w), b);
      if (l < layers.length - 1) h = activation === 'tanh' ? tf.tanh(h) : tf.relu(h);
    });
    return criterion(y, h);
  };
}
