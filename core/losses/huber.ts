import { defineLoss } from './loss.ts';
import { reductionParam } from './reduction.ts';

/**
 * Huber's loss: squared error near the target, absolute error far from it.
 *
 * With r = p − y:  ℓ = ½ r² for |r| ≤ δ, else δ (|r| − δ/2);  ∂ℓ/∂p = r, else δ sign(r).
 *
 * Variant: PyTorch's huber_loss and Keras's Huber. Dividing by δ gives smooth L1.
 * Source: Huber 1964, doi 10.1214/aoms/1177703732.
 */
export const huber = defineLoss({
  id: 'huber',
  name: { zh: 'Huber 损失', en: 'Huber loss' },
  formula: [
    'r = p - y',
    '\\ell = \\begin{cases}\\tfrac12 r^2 & |r| \\le \\delta\\\\ \\delta\\left(|r| - \\tfrac12\\delta\\right) & |r| > \\delta\\end{cases}',
    '\\partial\\ell/\\partial p = \\max(-\\delta, \\min(\\delta, r))',
  ],
  summary: {
    zh: '近处像平方误差那样能停稳，远处像绝对误差那样不理会离群点。',
    en: 'Settles like squared error nearby, and shrugs at outliers like absolute error far away.',
  },
  tasks: ['regression', 'binary'],
  binary: 'probability',
  params: {
    reduction: reductionParam,
    delta: {
      kind: 'number',
      symbol: '\\delta',
      label: { zh: '转折处 δ', en: 'corner δ' },
      help: {
        zh: '残差超过 δ 之后，拉力不再增大。',
        en: 'Beyond a residual of δ the pull grows no further.',
      },
      default: 1,
      offered: { min: 0.01, max: 10, scale: 'log' },
      valid: { min: 0, minExclusive: true, max: 1e9 },
    },
  },
  create: ({ reduction, delta }, { outputs }) => ({
    terms: outputs,
    reduction,
    evaluate(predictions, targets, rows, values, grad) {
      for (let i = 0; i < rows * outputs; i++) {
        const residual = predictions[i]! - targets[i]!;
        const size = Math.abs(residual);
        const near = size <= delta;
        values[i] = near ? 0.5 * residual * residual : delta * (size - 0.5 * delta);
        grad[i] = near ? residual : delta * Math.sign(residual);
      }
    },
    curvatureTimes(predictions, targets, rows, v, out) {
      for (let i = 0; i < rows * outputs; i++) {
        out[i] = Math.abs(predictions[i]! - targets[i]!) <= delta ? v[i]! : 0;
      }
    },
    kinkDistance(predictions, targets, rows) {
      let nearest = Infinity;
      for (let i = 0; i < rows * outputs; i++) {
        const size = Math.abs(predictions[i]! - targets[i]!);
        nearest = Math.min(nearest, Math.abs(size - delta));
      }
      return nearest;
    },
  }),
});
