import { defineLoss } from './loss.ts';
import { reductionParam } from './reduction.ts';

/**
 * Cross-entropy of two classes from the score (logit) z: −log of the probability given to what is true.
 *
 * With ς(z) = log(1 + eᶻ) = max(z, 0) + log(1 + e^−|z|), finite for every z, and positive weight w:
 *   ℓ = w y ς(−z) + (1 − y) ς(z);  ∂ℓ/∂z = (1 − y) σ(z) − w y σ(−z), which is σ(z) − y for w = 1.
 * y may lie between 0 and 1 (soft targets).
 *
 * Variant: PyTorch's BCEWithLogitsLoss with pos_weight.
 */
export const binaryCrossEntropy = defineLoss({
  id: 'binary-cross-entropy',
  name: { zh: '二元交叉熵（由 logit 计算）', en: 'binary cross-entropy (from logits)' },
  formula: [
    '\\ell = -w\\,y\\,\\log\\sigma(z) - (1 - y)\\log\\bigl(1 - \\sigma(z)\\bigr)',
    '\\partial\\ell/\\partial z = (1 - y)\\,\\sigma(z) - w\\,y\\,\\bigl(1 - \\sigma(z)\\bigr)',
  ],
  summary: {
    zh: '错得越自信，拉得越用力；梯度就是概率减去目标。',
    en: 'The more confidently wrong, the harder it pulls: the gradient is probability minus target.',
  },
  tasks: ['binary'],
  binary: 'score',
  params: {
    reduction: reductionParam,
    posWeight: {
      kind: 'number',
      symbol: 'w',
      label: { zh: '正类权重 w', en: 'positive weight w' },
      help: {
        zh: '大于 1 时，漏掉一个正例比误报一个负例更贵。',
        en: 'Above 1, missing a positive costs more than a false alarm.',
      },
      default: 1,
      offered: { min: 0.1, max: 10, scale: 'log' },
      valid: { min: 0, max: 1e9 },
    },
  },
  create: ({ reduction, posWeight }, { outputs }) => ({
    terms: outputs,
    reduction,
    evaluate(predictions, targets, rows, values, grad) {
      for (let i = 0; i < rows * outputs; i++) {
        const z = predictions[i]!;
        const positive = posWeight * targets[i]!;
        const negative = 1 - targets[i]!;
        const decay = Math.exp(-Math.abs(z));
        const bend = Math.log1p(decay);
        const larger = 1 / (1 + decay);
        const smaller = decay * larger;
        values[i] =
          z > 0 ? positive * bend + negative * (z + bend) : positive * (bend - z) + negative * bend;
        grad[i] =
          z > 0 ? negative * larger - positive * smaller : negative * smaller - positive * larger;
      }
    },
    curvatureTimes(predictions, targets, rows, v, out) {
      for (let i = 0; i < rows * outputs; i++) {
        const weight = posWeight * targets[i]! + 1 - targets[i]!;
        const decay = Math.exp(-Math.abs(predictions[i]!));
        out[i] = ((weight * decay) / (1 + decay) ** 2) * v[i]!;
      }
    },
  }),
});
