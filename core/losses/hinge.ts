import { defineLoss } from './loss.ts';
import { reductionParam } from './reduction.ts';

/**
 * Hinge loss, the loss of support vector machines: a sample that is right by a margin of 1 costs nothing.
 *
 * With y = ±1 and score z:  ℓ = max(0, 1 − y z);  ∂ℓ/∂z = −y where y z < 1, else 0 (also at the kink).
 *
 * Source: Cortes and Vapnik 1995, doi 10.1007/BF00994018.
 */
export const hinge = defineLoss({
  id: 'hinge',
  name: { zh: '合页损失', en: 'hinge loss' },
  formula: [
    '\\ell = \\max(0, 1 - y z),\\quad y = \\pm 1',
    '\\partial\\ell/\\partial z = -y\\,[\\,y z < 1\\,]',
  ],
  summary: {
    zh: '分对而且离边界够远的样本不再出力，只有靠近边界的在拉。',
    en: 'Samples that are right by enough pull no more; only those near the border do.',
  },
  tasks: ['binary'],
  binary: 'signed-score',
  params: { reduction: reductionParam },
  create: ({ reduction }, { outputs }) => ({
    terms: outputs,
    reduction,
    evaluate(scores, targets, rows, values, grad) {
      for (let i = 0; i < rows * outputs; i++) {
        const y = targets[i]!;
        const missing = 1 - y * scores[i]!;
        // Written so that a NaN score gives a NaN loss.
        values[i] = missing <= 0 ? 0 : missing;
        grad[i] = missing <= 0 ? 0 : -y;
      }
    },
    curvatureTimes(_scores, _targets, rows, _v, out) {
      out.fill(0, 0, rows * outputs);
    },
    kinkDistance(scores, targets, rows) {
      let nearest = Infinity;
      for (let i = 0; i < rows * outputs; i++) {
        nearest = Math.min(nearest, Math.abs(1 - targets[i]! * scores[i]!));
      }
      return nearest;
    },
  }),
});
