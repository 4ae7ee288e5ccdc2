import { logSumExp } from '../math/stable.ts';

/**
 * Cross-entropy of one sample from its logits z, in nats: −log softmax(z)_y = logsumexp(z) − z_y.
 * Finite for any finite logits (checked at ±1000).
 *
 * Reads `z[from … from + classes)`. Where `grad` is given, writes ∂loss/∂z = softmax(z) − onehot(y)
 * to the same range of it.
 */
export function softmaxCrossEntropy(
  z: Float64Array,
  from: number,
  classes: number,
  label: number,
  grad?: Float64Array,
): number {
  const normaliser = logSumExp(z, from, classes);
  if (grad) {
    for (let k = 0; k < classes; k++) grad[from + k] = Math.exp(z[from + k]! - normaliser);
    grad[from + label] = grad[from + label]! - 1;
  }
  return normaliser - z[from + label]!;
}
