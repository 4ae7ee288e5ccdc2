import { defineLoss } from './loss.ts';
import { reductionParam } from './reduction.ts';

/**
 * Squared hinge loss: the hinge without its kink; the pull fades as the margin of 1 comes near.
 *
 * With y = ±1, score z and m = max(0, 1 − y z):  ℓ = m²;  ∂ℓ/∂z = −2 y m.
 */
export const squaredHinge = defineLoss({
  id: 'squared-hinge',
  name: { zh: '平方合页损失', en: 'squared hinge loss' },
  formula: [
    'm = \\max(0, 1 - y z),\\quad y = \\pm 1',
    '\\ell = m^2',
    '\\partial\\ell/\\partial z = -2\\,y\\,m',
  ],
  summary: {
    zh: '没有尖角的合页损失：快到间隔时拉力渐渐变小，但错得远的样本也罚得更重。',
    en: 'The hinge without its kink: the pull fades near the margin, and far mistakes cost more.',
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
        const margin = Math.max(0, 1 - y * scores[i]!);
        values[i] = margin * margin;
        grad[i] = -2 * y * margin;
      }
    },
    curvatureTimes(scores, targets, rows, v, out) {
      for (let i = 0; i < rows * outputs; i++) {
        const y = targets[i]!;
        out[i] = y * scores[i]! < 1 ? 2 * y * y * v[i]! : 0;
      }
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
