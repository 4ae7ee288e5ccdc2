import type { Samples } from '../datasets/dataset.ts';
import { termWeight } from '../losses/reduction.ts';
import type { Rng } from '../math/rng.ts';
import { activations, type ActivationId } from './activation.ts';
import type { Criterion } from './criterion.ts';
import type { BackPropagation, LayerPass } from './back-propagation.ts';
import { affine, DenseNetwork, parameterCount, type DenseLayer } from './dense-network.ts';
import type { Evaluation, Model } from './model.ts';
import { NetworkTangent } from './network-tangent.ts';

/** Samples that go through the network at once: their activations stay in the cache. */
export const BLOCK_ROWS = 128;

/**
 * A dense network with a criterion on its scores, as a model. Batches of any size go through in blocks;
 * sums run over the samples in order, whatever the block.
 */
export class NetworkModel implements Model {
  readonly dim: number;
  readonly layers: readonly DenseLayer[];
  readonly #network: DenseNetwork;
  readonly #activation: ActivationId;
  readonly #criterion: Criterion;
  readonly #initialise: (rng: Rng) => Float64Array;
  /** Made when a Hessian is first asked for: most runs never do. */
  #tangent: NetworkTangent | null = null;

  constructor(
    widths: readonly number[],
    activation: ActivationId,
    criterion: Criterion,
    initialise: (rng: Rng) => Float64Array,
  ) {
    this.#network = new DenseNetwork(widths, activations[activation], BLOCK_ROWS);
    this.#activation = activation;
    this.#criterion = criterion;
    this.#initialise = initialise;
    this.layers = this.#network.layers;
    this.dim = parameterCount(this.layers);
  }

  init(rng: Rng): Float64Array {
    return this.#initialise(rng);
  }

  lossAndGrad(
    params: Float64Array,
    samples: Samples,
    rows: Uint32Array | null,
    from: number,
    to: number,
    grad: Float64Array,
  ): number {
    const weight = termWeight(this.#criterion.loss, to - from);
    let sum = 0;
    for (let at = from; at < to; at += BLOCK_ROWS) {
      const n = Math.min(BLOCK_ROWS, to - at);
      this.#load(samples, rows, at, n);
      this.#network.forward(params, n);
      const { scores, scoreDeltas } = this.#network;
      sum = this.#criterion.judge(scores, n, weight, scoreDeltas, sum);
      this.#network.backward(params, n, grad, at > from);
    }
    return sum * weight + this.#penalty(params, grad);
  }

  hessianTimes(
    params: Float64Array,
    samples: Samples,
    rows: Uint32Array | null,
    from: number,
    to: number,
    v: Float64Array,
    out: Float64Array,
  ): void {
    const network = this.#network;
    const criterion = this.#criterion;
    const tangent = (this.#tangent ??= new NetworkTangent(network));
    const weight = termWeight(criterion.loss, to - from);
    for (let at = from; at < to; at += BLOCK_ROWS) {
      const n = Math.min(BLOCK_ROWS, to - at);
      this.#load(samples, rows, at, n);
      network.forward(params, n);
      tangent.forward(params, v, n);
      criterion.judge(network.scores, n, weight, network.scoreDeltas, 0);
      const { scoreTangents, scoreDeltaTangents } = tangent;
      criterion.curvatureTimes(network.scores, n, weight, scoreTangents, scoreDeltaTangents);
      tangent.backward(params, v, n, out, at > from);
    }
    this.#forEachWeight((i) => (out[i] = out[i]! + criterion.l2 * v[i]!));
  }

  kinkDistance(
    params: Float64Array,
    samples: Samples,
    rows: Uint32Array | null,
    from: number,
    to: number,
  ): number {
    let nearest = Infinity;
    for (let at = from; at < to; at += BLOCK_ROWS) {
      const n = Math.min(BLOCK_ROWS, to - at);
      this.#load(samples, rows, at, n);
      this.#network.forward(params, n);
      const inside = this.#network.kinkDistance(params, n);
      nearest = Math.min(nearest, inside, this.#criterion.kinkDistance(this.#network.scores, n));
    }
    return nearest;
  }

  evaluate(params: Float64Array, samples: Samples): Evaluation {
    const { scores, scoreDeltas } = this.#network;
    const { loss, task } = this.#criterion;
    let sum = 0;
    let correct = 0;
    for (let at = 0; at < samples.count; at += BLOCK_ROWS) {
      const n = Math.min(BLOCK_ROWS, samples.count - at);
      this.#load(samples, null, at, n);
      this.#network.forward(params, n);
      sum = this.#criterion.judge(scores, n, 1, scoreDeltas, sum);
      if (task !== 'regression') correct += this.#criterion.countCorrect(scores, samples, at, n);
    }
    const terms = loss.reduction === 'sum' ? 1 : samples.count * loss.terms;
    return {
      loss: sum / terms + this.#penalty(params, null),
      accuracy: task === 'regression' ? null : correct / samples.count,
    };
  }

  scores(params: Float64Array, samples: Omit<Samples, 'targets'>, out: Float64Array): void {
    const { outputs } = this.#criterion;
    for (let at = 0; at < samples.count; at += BLOCK_ROWS) {
      const n = Math.min(BLOCK_ROWS, samples.count - at);
      this.#loadInputs(samples, null, at, n);
      this.#network.forward(params, n);
      out.set(this.#network.scores.subarray(0, n * outputs), at * outputs);
    }
  }

  backPropagate(
    params: Float64Array,
    samples: Samples,
    row: number,
    widest: number,
  ): BackPropagation | null {
    const network = this.#network;
    const { layers, activations, deltas } = network;
    if (layers.some(({ inputs, outputs }) => Math.max(inputs, outputs) > widest)) return null;
    const weight = termWeight(this.#criterion.loss, 1);
    const grad = new Float64Array(this.dim);
    this.#load(samples, Uint32Array.of(row), 0, 1);
    network.forward(params, 1);
    const sum = this.#criterion.judge(network.scores, 1, weight, network.scoreDeltas, 0);
    network.backward(params, 1, grad, false);
    const passes = layers.map((layer, l): LayerPass => {
      const { inputs, outputs, weights, biases } = layer;
      const z = new Float64Array(outputs);
      affine(layer, params, activations[l]!, 1, z, false);
      const a = activations[l + 1]!.slice(0, outputs);
      const slope = new Float64Array(outputs).fill(1);
      if (l < layers.length - 1) network.activation.timesSlope(a, slope, outputs);
      return {
        weights: [...params.subarray(weights, biases)],
        biases: [...params.subarray(biases, biases + outputs)],
        input: [...activations[l]!.subarray(0, inputs)],
        z: [...z],
        a: [...a],
        slope: [...slope],
        delta: [...deltas[l]!.subarray(0, outputs)],
        weightGradient: [...grad.subarray(weights, biases)],
      };
    });
    const target = samples.targets[row]!;
    return { activation: this.#activation, target, loss: sum * weight, layers: passes };
  }

  /** Copies inputs and targets of the block `rows[from … from + n)` to where the network reads them. */
  #load(samples: Samples, rows: Uint32Array | null, from: number, n: number): void {
    this.#loadInputs(samples, rows, from, n);
    this.#criterion.load(samples, rows, from, n);
  }

  #loadInputs(
    { features, inputs }: Omit<Samples, 'targets'>,
    rows: Uint32Array | null,
    from: number,
    n: number,
  ): void {
    const block = this.#network.inputs;
    for (let i = 0; i < n; i++) {
      const source = (rows ? rows[from + i]! : from + i) * features;
      const target = i * features;
      for (let j = 0; j < features; j++) block[target + j] = inputs[source + j]!;
    }
  }

  /** ½ λ ‖W‖², its gradient added to `grad`. */
  #penalty(params: Float64Array, grad: Float64Array | null): number {
    const { l2 } = this.#criterion;
    if (l2 === 0) return 0;
    let squares = 0;
    this.#forEachWeight((i) => {
      squares += params[i]! * params[i]!;
      if (grad) grad[i] = grad[i]! + l2 * params[i]!;
    });
    return 0.5 * l2 * squares;
  }

  #forEachWeight(visit: (index: number) => void): void {
    for (const { weights, biases } of this.#network.layers) {
      for (let i = weights; i < biases; i++) visit(i);
    }
  }
}
