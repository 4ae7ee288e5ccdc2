import type { ActivationId } from './activation.ts';

/** One layer on the way forward and back, for one sample: what it was given, what it made of it, what comes back. */
export interface LayerPass {
  /** W, row-major, shape (outputs, inputs), and b, shape (outputs,). */
  readonly weights: readonly number[];
  readonly biases: readonly number[];
  /** a^{l−1}, shape (inputs,). */
  readonly input: readonly number[];
  /** z^l = W a^{l−1} + b and a^l = φ(z^l), shape (outputs,) each; in the last layer a is z. */
  readonly z: readonly number[];
  readonly a: readonly number[];
  /** φ′(z^l), shape (outputs,); 1 in the last layer. */
  readonly slope: readonly number[];
  /** δ^l = ∂ℓ/∂z^l, shape (outputs,): also ∂ℓ/∂b^l. */
  readonly delta: readonly number[];
  /** ∂ℓ/∂W^l = δ^l (a^{l−1})ᵀ, row-major, shape (outputs, inputs). */
  readonly weightGradient: readonly number[];
}

/** Back-propagation of one sample, layer by layer from the inputs on. */
export interface BackPropagation {
  /** The bend of the hidden layers. */
  readonly activation: ActivationId;
  /** A number, or the class. */
  readonly target: number;
  /** ℓ of this sample alone, without the penalty on weights. */
  readonly loss: number;
  readonly layers: readonly LayerPass[];
}
