import {
  affine,
  biasGradient,
  inputGradient,
  weightGradient,
  type DenseNetwork,
} from './dense-network.ts';

/**
 * Directional derivative of the gradient of a network: H v without H (Pearlmutter's R-operator, 1994).
 * Every line of the two passes is differentiated along θ + ε v at ε = 0; R{·} is that derivative.
 *
 *   R{z^l} = V^l a^{l−1} + c^l + W^l R{a^{l−1}},  R{a^l} = φ′ R{z^l}     (v = (V, c) laid out like θ)
 *   R{δ^L} = (∂²ℓ/∂z²) R{z^L}
 *   e^l = (W^{l+1})ᵀ δ^{l+1},  R{e^l} = (V^{l+1})ᵀ δ^{l+1} + (W^{l+1})ᵀ R{δ^{l+1}}
 *   R{δ^l} = φ′ R{e^l} + φ″ R{z^l} e^l
 *   R{∂W^l} = R{δ^l} (a^{l−1})ᵀ + δ^l R{a^{l−1}}ᵀ,  R{∂b^l} = R{δ^l}
 *
 * Source: Pearlmutter 1994, doi 10.1162/neco.1994.6.1.147.
 */
export class NetworkTangent {
  readonly #network: DenseNetwork;
  /** Index l − 1 holds layer l, shape (rows, outputs). */
  readonly #zTangents: readonly Float64Array[];
  readonly #aTangents: readonly Float64Array[];
  readonly #deltaTangents: readonly Float64Array[];
  readonly #errors: readonly Float64Array[];

  constructor(network: DenseNetwork) {
    const alike = (): readonly Float64Array[] =>
      network.deltas.map((delta) => new Float64Array(delta.length));
    this.#network = network;
    this.#zTangents = alike();
    this.#aTangents = alike();
    this.#deltaTangents = alike();
    this.#errors = alike();
  }

  /** R{z^L}, shape (rows, outputs). */
  get scoreTangents(): Float64Array {
    return this.#zTangents.at(-1)!;
  }

  /** R{δ^L}, to be filled by the caller between the passes. */
  get scoreDeltaTangents(): Float64Array {
    return this.#deltaTangents.at(-1)!;
  }

  /** After `network.forward` with the same parameters and rows. */
  forward(params: Float64Array, v: Float64Array, rows: number): void {
    const { layers, activations, activation } = this.#network;
    for (let l = 0; l < layers.length; l++) {
      const layer = layers[l]!;
      const tangent = this.#zTangents[l]!;
      affine(layer, v, activations[l]!, rows, tangent, false);
      if (l > 0) affine(layer, params, this.#aTangents[l - 1]!, rows, tangent, true);
      if (l === layers.length - 1) return;
      this.#aTangents[l]!.set(tangent);
      activation.timesSlope(activations[l + 1]!, this.#aTangents[l]!, rows * layer.outputs);
    }
  }

  /** With δ^L and R{δ^L} filled in: writes H v to `out`, or adds it with `accumulate`. */
  backward(
    params: Float64Array,
    v: Float64Array,
    rows: number,
    out: Float64Array,
    accumulate: boolean,
  ): void {
    const { layers, activations, deltas, activation } = this.#network;
    for (let l = layers.length - 1; l >= 0; l--) {
      const layer = layers[l]!;
      const tangent = this.#deltaTangents[l]!;
      weightGradient(layer, tangent, activations[l]!, rows, out, accumulate);
      biasGradient(layer, tangent, rows, out, accumulate);
      if (l === 0) return;
      weightGradient(layer, deltas[l]!, this.#aTangents[l - 1]!, rows, out, true);
      const n = rows * layer.inputs;
      const error = this.#errors[l - 1]!;
      inputGradient(layer, params, deltas[l]!, rows, error, false);
      const below = this.#deltaTangents[l - 1]!;
      inputGradient(layer, v, deltas[l]!, rows, below, false);
      inputGradient(layer, params, tangent, rows, below, true);
      activation.timesSlope(activations[l]!, below, n);
      const zTangent = this.#zTangents[l - 1]!;
      for (let i = 0; i < n; i++) zTangent[i] = zTangent[i]! * error[i]!;
      activation.addTimesBend(activations[l]!, zTangent, below, n);
      deltas[l - 1]!.set(error);
      activation.timesSlope(activations[l]!, deltas[l - 1]!, n);
    }
  }
}
