import { matrixProduct } from '../math/matrix-product.ts';
import type { Activation } from './activation.ts';

/** One layer: z = W x + b. Offsets are into the flat parameter vector θ. */
export interface DenseLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** Where W begins; row-major, shape (outputs, inputs). */
  readonly weights: number;
  /** Where b begins; shape (outputs,). */
  readonly biases: number;
}

/** Layers from widths: θ is layer by layer W row-major [out][in], then b. */
export function denseLayers(widths: readonly number[]): readonly DenseLayer[] {
  const layers: DenseLayer[] = [];
  let from = 0;
  for (let l = 1; l < widths.length; l++) {
    const inputs = widths[l - 1]!;
    const outputs = widths[l]!;
    layers.push({ inputs, outputs, weights: from, biases: from + inputs * outputs });
    from += (inputs + 1) * outputs;
  }
  return layers;
}

/** Number of parameters of these layers. */
export function parameterCount(layers: readonly DenseLayer[]): number {
  return layers.reduce((sum, { inputs, outputs }) => sum + (inputs + 1) * outputs, 0);
}

/**
 * Z ← X Wᵀ + b for `rows` rows. X has shape (rows, inputs), Z (rows, outputs).
 * With `accumulate` Z ← Z + X Wᵀ, without the biases.
 */
export function affine(
  { inputs, outputs, weights, biases }: DenseLayer,
  params: Float64Array,
  x: Float64Array,
  rows: number,
  z: Float64Array,
  accumulate: boolean,
): void {
  const start = accumulate ? z : params;
  const from = accumulate ? 0 : biases;
  const row = accumulate ? outputs : 0;
  matrixProduct(
    rows,
    outputs,
    inputs,
    x,
    0,
    inputs,
    1,
    params,
    weights,
    1,
    inputs,
    z,
    0,
    outputs,
    start,
    from,
    row,
  );
}

/** ∂W ← Δᵀ X over the rows; with `accumulate`, added to what is there. */
export function weightGradient(
  { inputs, outputs, weights }: DenseLayer,
  delta: Float64Array,
  x: Float64Array,
  rows: number,
  grad: Float64Array,
  accumulate: boolean,
): void {
  const start = accumulate ? grad : null;
  matrixProduct(
    outputs,
    inputs,
    rows,
    delta,
    0,
    1,
    outputs,
    x,
    0,
    inputs,
    1,
    grad,
    weights,
    inputs,
    start,
    weights,
    inputs,
  );
}

/** A row of ones, as long as needed: its stride is 0. */
const one = Float64Array.of(1);

/** ∂b ← 1ᵀ Δ, the sum over the rows; with `accumulate`, added to what is there. */
export function biasGradient(
  { outputs, biases }: DenseLayer,
  delta: Float64Array,
  rows: number,
  grad: Float64Array,
  accumulate: boolean,
): void {
  const start = accumulate ? grad : null;
  matrixProduct(
    1,
    outputs,
    rows,
    one,
    0,
    0,
    0,
    delta,
    0,
    outputs,
    1,
    grad,
    biases,
    outputs,
    start,
    biases,
    outputs,
  );
}

/** ∂X ← Δ W; with `accumulate`, added to what is there. */
export function inputGradient(
  { inputs, outputs, weights }: DenseLayer,
  params: Float64Array,
  delta: Float64Array,
  rows: number,
  out: Float64Array,
  accumulate: boolean,
): void {
  const start = accumulate ? out : null;
  matrixProduct(
    rows,
    inputs,
    outputs,
    delta,
    0,
    outputs,
    1,
    params,
    weights,
    inputs,
    1,
    out,
    0,
    inputs,
    start,
    0,
    inputs,
  );
}

/**
 * A fully connected network for blocks of at most `rows` samples: forward pass and exact back-propagation,
 * in buffers that are allocated once.
 *
 *   z^l = W^l a^{l−1} + b^l,  a^l = φ(z^l)  (the last layer stays linear: z^L are the scores)
 *   δ^L = ∂ℓ/∂z^L,  δ^l = (W^{l+1})ᵀ δ^{l+1} ⊙ φ′(z^l),  ∂ℓ/∂W^l = δ^l (a^{l−1})ᵀ,  ∂ℓ/∂b^l = δ^l
 */
export class DenseNetwork {
  readonly layers: readonly DenseLayer[];
  readonly activation: Activation;
  /** a^0 … a^{L−1}, z^L; shape (rows, width) each. The caller fills the first. */
  readonly activations: readonly Float64Array[];
  /** δ^1 … δ^L; the caller fills the last. */
  readonly deltas: readonly Float64Array[];

  constructor(widths: readonly number[], activation: Activation, rows: number) {
    this.layers = denseLayers(widths);
    this.activation = activation;
    this.activations = widths.map((width) => new Float64Array(rows * width));
    this.deltas = widths.slice(1).map((width) => new Float64Array(rows * width));
  }

  get inputs(): Float64Array {
    return this.activations[0]!;
  }

  get scores(): Float64Array {
    return this.activations.at(-1)!;
  }

  get scoreDeltas(): Float64Array {
    return this.deltas.at(-1)!;
  }

  forward(params: Float64Array, rows: number): void {
    const { layers, activations } = this;
    const last = layers.length - 1;
    for (let l = 0; l <= last; l++) {
      const layer = layers[l]!;
      const z = activations[l + 1]!;
      affine(layer, params, activations[l]!, rows, z, false);
      if (l < last) this.activation.apply(z, rows * layer.outputs);
    }
  }

  /** Writes the gradient with respect to θ to `grad`, or adds it with `accumulate`. */
  backward(params: Float64Array, rows: number, grad: Float64Array, accumulate: boolean): void {
    const { layers, activations, deltas } = this;
    for (let l = layers.length - 1; l >= 0; l--) {
      const layer = layers[l]!;
      weightGradient(layer, deltas[l]!, activations[l]!, rows, grad, accumulate);
      biasGradient(layer, deltas[l]!, rows, grad, accumulate);
      if (l === 0) return;
      inputGradient(layer, params, deltas[l]!, rows, deltas[l - 1]!, false);
      this.activation.timesSlope(activations[l]!, deltas[l - 1]!, rows * layer.inputs);
    }
  }

  /** After `forward`: how near the hidden pre-activations come to the kink of φ. */
  kinkDistance(params: Float64Array, rows: number): number {
    const { kink } = this.activation;
    if (kink === null) return Infinity;
    let nearest = Infinity;
    for (let l = 0; l < this.layers.length - 1; l++) {
      const layer = this.layers[l]!;
      const z = this.deltas[l]!;
      affine(layer, params, this.activations[l]!, rows, z, false);
      for (let i = 0; i < rows * layer.outputs; i++) {
        nearest = Math.min(nearest, Math.abs(z[i]! - kink));
      }
    }
    return nearest;
  }
}
