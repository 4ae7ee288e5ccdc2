import { batchRows, type Workload } from '../workloads.ts';
import { peer, type Training } from './contender.ts';

interface Vol {
  readonly w: Float64Array;
}
interface Net {
  makeLayers(layers: readonly Readonly<Record<string, unknown>>[]): void;
  forward(x: Vol): Vol;
  readonly layers: readonly {
    readonly layer_type: string;
    readonly filters: readonly Vol[];
    readonly biases: Vol;
  }[];
}
interface Convnet {
  readonly Net: new () => Net;
  readonly Vol: new (sx: number, sy: number, depth: number, fill: number) => Vol;
  readonly SGDTrainer: new (
    net: Net,
    options: Readonly<Record<string, unknown>>,
  ) => { train(x: Vol, y: number | readonly number[]): { readonly cost_loss: number } };
}

/**
 * convnetjs has no Adam; it runs SGD throughout. Logistic regression is its softmax of two classes, the
 * first with zero weights.
 */
export default function contender(workload: Workload): Training | null {
  if (workload.kind !== 'network') return null;
  const convnet = peer<Convnet>('convnetjs');
  const { widths, inputs, targets, rows, weights, lr, batchSize, activation, loss } = workload;
  const net = new convnet.Net();
  const features = widths[0]!;
  const end =
    loss === 'squared'
      ? { type: 'regression', num_neurons: 1 }
      : { type: 'softmax', num_classes: loss === 'binary' ? 2 : widths.at(-1)! };
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: features },
    ...widths.slice(1, -1).map((width) => ({ type: 'fc', num_neurons: width, activation })),
    end,
  ]);
  let at = 0;
  for (const layer of net.layers.filter(({ layer_type }) => layer_type === 'fc')) {
    const filters = loss === 'binary' ? layer.filters.slice(1) : layer.filters;
    for (const { w } of layer.filters) w.fill(0);
    for (const { w } of filters) {
      w.set(weights.subarray(at, at + w.length));
      at += w.length;
    }
    layer.biases.w.fill(0);
    at += filters.length;
  }
  const trainer = new convnet.SGDTrainer(net, {
    ...{ learning_rate: lr, momentum: 0, batch_size: batchSize, l2_decay: 0 },
  });
  const points = Array.from({ length: rows }, (_, i) => {
    const vol = new convnet.Vol(1, 1, features, 0);
    vol.w.set(inputs.subarray(i * features, (i + 1) * features));
    return vol;
  });
  const wanted = Array.from(targets, (value) => (loss === 'squared' ? [value] : value));
  const losses = new Float64Array(4096);

  let firstLoss = 0;
  for (let i = 0; i < batchSize; i++) {
    const { w } = net.forward(points[i]!);
    const one = loss === 'squared' ? (w[0]! - targets[i]!) ** 2 : -Math.log(w[targets[i]!]!);
    firstLoss += one / batchSize;
  }
  let step = 0;
  return {
    firstLoss,
    run(steps) {
      for (let n = 0; n < steps; n++, step++) {
        const [from, to] = batchRows(workload, step);
        let sum = 0;
        for (let i = from; i < to; i++) sum += trainer.train(points[i]!, wanted[i]!).cost_loss;
        losses[step & 4095] = sum / (to - from);
      }
    },
  };
}
