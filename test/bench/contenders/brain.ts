import { batchRows, type Workload } from '../workloads.ts';
import { peer, type Training } from './contender.ts';

interface Pattern {
  readonly input: Float32Array;
  readonly output: Float32Array;
}
interface NeuralNetwork {
  sizes: number[];
  initialize(): void;
  updateTrainingOptions(options: Readonly<Record<string, unknown>>): void;
  trainPattern(pattern: Pattern, withError: true): number;
}
interface Brain {
  readonly NeuralNetwork: new (options: { activation: string }) => NeuralNetwork;
}

/**
 * brain.js updates after every example; a step is as many examples as a batch has. All its layers have one
 * activation and the error is squared, so its losses are others.
 */
export default function contender(workload: Workload): Training | null {
  if (workload.kind !== 'network') return null;
  const { NeuralNetwork } = peer<Brain>('brain.js');
  const { widths, inputs, targets, rows, optimizer, lr, batchSize } = workload;
  const activation = workload.loss === 'binary' ? 'sigmoid' : workload.activation;
  const net = new NeuralNetwork({ activation });
  net.sizes = [...widths];
  net.updateTrainingOptions({
    learningRate: lr / batchSize,
    ...(optimizer === 'adam' ? { praxis: 'adam' } : {}),
  });
  net.initialize();
  const outputs = widths.at(-1)!;
  const patterns = Array.from({ length: rows }, (_, i) => ({
    input: Float32Array.from(inputs.subarray(i * widths[0]!, (i + 1) * widths[0]!)),
    output: Float32Array.from({ length: outputs }, (_, k) =>
      outputs === 1 ? targets[i]! : Number(k === targets[i]),
    ),
  }));
  const losses = new Float64Array(4096);
  let step = 0;
  return {
    firstLoss: null,
    run(steps) {
      for (let n = 0; n < steps; n++, step++) {
        const [from, to] = batchRows(workload, step);
        let sum = 0;
        for (let i = from; i < to; i++) sum += net.trainPattern(patterns[i]!, true);
        losses[step & 4095] = sum / (to - from);
      }
    },
  };
}
