import { batchRows, type NetworkWorkload, type Workload } from '../workloads.ts';
import { peer, type Training } from './contender.ts';

interface Neuron {
  squash: unknown;
  bias: number;
  readonly connections: { readonly inputs: Readonly<Record<string, Connection>> };
}
interface Connection {
  readonly from: Neuron;
  weight: number;
}
interface Layer {
  readonly list: readonly Neuron[];
  project(to: Layer): void;
}
interface Network {
  activate(input: Float64Array): readonly number[];
  propagate(rate: number, target: readonly number[]): void;
}
interface Synaptic {
  readonly Neuron: { readonly squash: Readonly<Record<'LOGISTIC' | 'TANH' | 'IDENTITY', unknown>> };
  readonly Layer: new (size: number) => Layer;
  readonly Network: new (layers: { input: Layer; hidden: Layer[]; output: Layer }) => Network;
}

/**
 * synaptic updates after every example; a step is as many examples as a batch has. Its code generation
 * takes minutes for the larger networks.
 */
export default function contender(workload: Workload): Training | null {
  if (workload.id !== 'W2' && workload.id !== 'W3') return null;
  const { Neuron, Layer, Network } = peer<Synaptic>('synaptic');
  const { widths, inputs, targets, batchSize, lr, rows } = workload;
  const layers = widths.map((width) => new Layer(width));
  layers.slice(1).forEach((layer, i) => layers[i]!.project(layer));
  layers.slice(1).forEach((layer, i) => {
    const last = i === layers.length - 2;
    const ends = workload.loss === 'binary' ? Neuron.squash.LOGISTIC : Neuron.squash.IDENTITY;
    for (const neuron of layer.list) neuron.squash = last ? ends : Neuron.squash.TANH;
  });
  setWeights(layers, workload);
  const net = new Network({
    input: layers[0]!,
    hidden: layers.slice(1, -1),
    output: layers.at(-1)!,
  });
  const row = Array.from({ length: rows }, (_, i) =>
    inputs.slice(i * widths[0]!, (i + 1) * widths[0]!),
  );
  const target = Array.from(targets, (value) => [value]);
  const loss = (output: number, wanted: number): number =>
    workload.loss === 'binary'
      ? -Math.log(wanted === 1 ? output : 1 - output)
      : (output - wanted) ** 2;
  const losses = new Float64Array(4096);

  let firstLoss = 0;
  for (let i = 0; i < batchSize; i++) {
    firstLoss += loss(net.activate(row[i]!)[0]!, targets[i]!) / batchSize;
  }
  let step = 0;
  return {
    firstLoss,
    run(steps) {
      for (let n = 0; n < steps; n++, step++) {
        const [from, to] = batchRows(workload, step);
        let sum = 0;
        for (let i = from; i < to; i++) {
          sum += loss(net.activate(row[i]!)[0]!, targets[i]!);
          net.propagate(lr / batchSize, target[i]!);
        }
        losses[step & 4095] = sum / (to - from);
      }
    },
  };
}

function setWeights(layers: readonly Layer[], { widths, weights }: NetworkWorkload): void {
  let at = 0;
  for (let l = 1; l < widths.length; l++) {
    const below = new Map(layers[l - 1]!.list.map((neuron, i) => [neuron, i]));
    layers[l]!.list.forEach((neuron, o) => {
      for (const connection of Object.values(neuron.connections.inputs)) {
        connection.weight = weights[at + o * widths[l - 1]! + below.get(connection.from)!]!;
      }
    });
    at += widths[l - 1]! * widths[l]!;
    for (const neuron of layers[l]!.list) neuron.bias = weights[at++]!;
  }
}
