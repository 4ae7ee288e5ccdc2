import { batchRows, type Workload } from '../workloads.ts';
import { peer, type Training } from './contender.ts';

interface JaxArray {
  readonly ref: JaxArray;
  add(other: JaxArray): JaxArray;
  sub(other: JaxArray): JaxArray;
  mul(other: JaxArray | number): JaxArray;
  sum(axis?: number): JaxArray;
  mean(): JaxArray;
  neg(): JaxArray;
  reshape(shape: readonly number[]): JaxArray;
  dataSync(): ArrayLike<number>;
}
type Params = readonly JaxArray[];
interface Jax {
  init(): Promise<unknown>;
  defaultDevice(name: string): unknown;
  jit<F>(run: F): F;
  valueAndGrad(
    loss: (params: Params, x: JaxArray, y: JaxArray) => JaxArray,
  ): (params: Params, x: JaxArray, y: JaxArray) => readonly [JaxArray, Params];
  readonly numpy: {
    array(values: Float32Array): JaxArray;
    matmul(a: JaxArray, b: JaxArray): JaxArray;
    tanh(a: JaxArray): JaxArray;
  };
  readonly nn: {
    relu(a: JaxArray): JaxArray;
    softplus(a: JaxArray): JaxArray;
    logSoftmax(a: JaxArray): JaxArray;
  };
}

/** jax-js on WebAssembly, the whole step compiled; SGD throughout, which is the cheaper update. */
export default async function contender(workload: Workload): Promise<Training | null> {
  if (workload.kind !== 'network') return null;
  const jax = peer<Jax>('@jax-js/jax');
  await jax.init();
  jax.defaultDevice('wasm');
  const { numpy: np, nn } = jax;
  const { widths, inputs, targets, weights, rows, batchSize, activation, loss, lr } = workload;
  const outputs = widths.at(-1)!;

  let params: Params = [];
  let at = 0;
  for (let l = 1; l < widths.length; l++) {
    const [fanIn, fanOut] = [widths[l - 1]!, widths[l]!];
    const transposed = new Float32Array(fanIn * fanOut);
    for (let o = 0; o < fanOut; o++) {
      for (let i = 0; i < fanIn; i++) transposed[i * fanOut + o] = weights[at + o * fanIn + i]!;
    }
    at += fanIn * fanOut + fanOut;
    params = [
      ...params,
      np.array(transposed).reshape([fanIn, fanOut]),
      np.array(new Float32Array(fanOut)).reshape([fanOut]),
    ];
  }
  const batches = Array.from({ length: Math.ceil(rows / batchSize) }, (_, step) => {
    const [from, to] = batchRows(workload, step);
    const x = Float32Array.from(inputs.subarray(from * widths[0]!, to * widths[0]!));
    const y = new Float32Array((to - from) * outputs);
    for (let i = from; i < to; i++) {
      if (outputs === 1) y[i - from] = targets[i]!;
      else y[(i - from) * outputs + targets[i]!] = 1;
    }
    return {
      x: np.array(x).reshape([to - from, widths[0]!]),
      y: np.array(y).reshape([to - from, outputs]),
    };
  });

  const lossOf = (given: Params, x: JaxArray, y: JaxArray): JaxArray => {
    let h = x;
    for (let l = 0; l < given.length; l += 2) {
      h = np.matmul(h, given[l]!).add(given[l + 1]!);
      if (l < given.length - 2) h = activation === 'tanh' ? np.tanh(h) : nn.relu(h);
    }
    if (loss === 'squared') {
      const error = h.sub(y);
      return error.ref.mul(error).mean();
    }
    // log(1 + eᶻ) − y z
    if (loss === 'binary') return nn.softplus(h.ref).sub(y.mul(h)).mean();
    return nn.logSoftmax(h).mul(y).sum(1).mean().neg();
  };
  const valueAndGrad = jax.valueAndGrad(lossOf);
  const update = jax.jit((given: Params, x: JaxArray, y: JaxArray) => {
    const [value, grads] = valueAndGrad(
      given.map(({ ref }) => ref),
      x,
      y,
    );
    return [value, ...given.map((param, i) => param.sub(grads[i]!.mul(lr)))];
  });
  const first = batches[0]!;
  const firstLoss = lossOf(
    params.map(({ ref }) => ref),
    first.x.ref,
    first.y.ref,
  ).dataSync()[0]!;
  const losses = new Float64Array(4096);
  let step = 0;
  return {
    firstLoss,
    run(steps) {
      for (let n = 0; n < steps; n++, step++) {
        const { x, y } = batches[step % batches.length]!;
        const [value, ...next] = update(params, x.ref, y.ref);
        params = next;
        losses[step & 4095] = value!.dataSync()[0]!;
      }
    },
  };
}
