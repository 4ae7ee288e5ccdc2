import { defineLoss } from './loss.ts';
import { reductionParam } from './reduction.ts';

/** Least logarithm: a probability of exactly 0 costs 100 instead of infinity. */
const LEAST_LOG = -100;
/** Least denominator p (1 − p): 1e-12 as a single-precision number, which is what PyTorch divides by. */
const LEAST_VARIANCE = Math.fround(1e-12);

/**
 * Cross-entropy of two classes from a probability p: exact as long as p is neither 0 nor 1.
 *
 * ℓ = −y max(log p, −100) − (1 − y) max(log(1 − p), −100);  ∂ℓ/∂p = (p − y) / max(p (1 − p), 10⁻¹²).
 *
 * Variant: PyTorch's BCELoss with its two guards. Beyond |z| ≈ 37 the sigmoid has rounded to 0 or 1, the guards
 * take over and the gradient with respect to z dies: compute from logits instead.
 */
export const binaryCrossEntropyFromProbabilities = defineLoss({
  id: 'binary-cross-entropy-from-probabilities',
  name: { zh: '二元交叉熵（由概率计算）', en: 'binary cross-entropy (from probabilities)' },
  formula: [
    '\\ell = -y\\max(\\log p, -100) - (1 - y)\\max(\\log(1 - p), -100)',
    '\\partial\\ell/\\partial p = (p - y) / \\max\\bigl(p(1 - p), 10^{-12}\\bigr)',
  ],
  summary: {
    zh: '同一个损失，但先算概率再取对数：概率舍入成 0 或 1 之后，梯度就没了。',
    en: 'The same loss taken after the sigmoid: once the probability rounds to 0 or 1, the gradient is gone.',
  },
  tasks: ['binary'],
  binary: 'probability',
  params: { reduction: reductionParam },
  create: ({ reduction }, { outputs }) => ({
    terms: outputs,
    reduction,
    evaluate(predictions, targets, rows, values, grad) {
      for (let i = 0; i < rows * outputs; i++) {
        const p = predictions[i]!;
        const y = targets[i]!;
        const logP = Math.max(Math.log(p), LEAST_LOG);
        const logRest = Math.max(Math.log(1 - p), LEAST_LOG);
        values[i] = -y * logP - (1 - y) * logRest;
        grad[i] = (p - y) / Math.max(p * (1 - p), LEAST_VARIANCE);
      }
    },
    curvatureTimes(predictions, targets, rows, v, out) {
      for (let i = 0; i < rows * outputs; i++) {
        const p = predictions[i]!;
        const y = targets[i]!;
        const guarded = p * (1 - p) < LEAST_VARIANCE;
        const curvature = guarded ? 1 / LEAST_VARIANCE : y / p ** 2 + (1 - y) / (1 - p) ** 2;
        out[i] = curvature * v[i]!;
      }
    },
  }),
});
