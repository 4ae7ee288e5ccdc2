import { losses, type LossId } from '../losses/index.ts';
import { sigmoid } from '../math/sigmoid.ts';

/**
 * In what a classifier says how sure it is: as the probability of the class it chooses, or, trained on a margin
 * (hinge losses), as the size of its score, which should reach 1.
 */
export type CertaintyUnit = 'probability' | 'margin';

export function certaintyUnit(loss: LossId): CertaintyUnit {
  const spec = losses[loss];
  return 'binary' in spec && spec.binary === 'signed-score' ? 'margin' : 'probability';
}

/**
 * How sure the scores of sample `i`, shape (n, outputs), are of the class they choose: for a single score σ(|z|)
 * or |z|, for several the softmax of the largest. NaN where a score is.
 */
export function certainty(
  scores: Float64Array,
  i: number,
  outputs: number,
  unit: CertaintyUnit,
): number {
  if (outputs === 1) {
    const size = Math.abs(scores[i]!);
    return unit === 'margin' ? size : sigmoid(size);
  }
  const from = i * outputs;
  let most = -Infinity;
  for (let k = 0; k < outputs; k++) most = Math.max(most, scores[from + k]!);
  let sum = 0;
  for (let k = 0; k < outputs; k++) sum += Math.exp(scores[from + k]! - most);
  return 1 / sum;
}
