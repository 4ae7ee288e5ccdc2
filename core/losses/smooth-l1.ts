import { defineLoss } from './loss.ts';
import { reductionParam } from './reduction.ts';

/**
 * Smooth L1: absolute error with its kink rounded off.
 *
 * With r = p − y:  ℓ = r² / 2β for |r| < β, else |r| − β/2;  ∂ℓ/∂p = r/β, else sign(r).
 *
 * Variant: PyTorch's smooth_l1_loss: Huber's loss divided by its δ = β, so the pull of far samples stays 1 when
 * β changes. β = 0 is plain absolute error, with gradient 0 at residual 0 (PyTorch 1.13 gives −1 there).
 * Source: Girshick 2015, Fast R-CNN, arXiv 1504.08083.
 */
export const smoothL1 = defineLoss({
  id: 'smooth-l1',
  name: { zh: '平滑 L1 损失', en: 'smooth L1 loss' },
  formula: [
    'r = p - y',
    '\\ell = \\begin{cases} r^2 / 2\\beta & |r| < \\beta\\\\ |r| - \\tfrac12\\beta & |r| \\ge \\beta\\end{cases}',
    '\\partial\\ell/\\partial p = \\max(-1, \\min(1, r/\\beta))',
  ],
  summary: {
    zh: '就是绝对误差，只是把谷底的尖角磨圆，好让它停得下来。',
    en: 'Absolute error with the corner at the bottom rounded, so that it can come to rest.',
  },
  tasks: ['regression', 'binary'],
  binary: 'probability',
  params: {
    reduction: reductionParam,
    beta: {
      kind: 'number',
      symbol: '\\beta',
      label: { zh: '圆角宽度 β', en: 'width β' },
      help: {
        zh: '越小越接近绝对误差，谷底的曲率 1/β 也越大。',
        en: 'The smaller, the closer to absolute error and the larger the curvature 1/β at the bottom.',
      },
      default: 1,
      offered: { min: 0.01, max: 10, scale: 'log' },
      valid: { min: 0, max: 1e9 },
    },
  },
  create: ({ reduction, beta }, { outputs }) => ({
    terms: outputs,
    reduction,
    evaluate(predictions, targets, rows, values, grad) {
      for (let i = 0; i < rows * outputs; i++) {
        const residual = predictions[i]! - targets[i]!;
        const size = Math.abs(residual);
        const near = size < beta;
        values[i] = near ? (0.5 * residual * residual) / beta : size - 0.5 * beta;
        grad[i] = near ? residual / beta : Math.sign(residual);
      }
    },
    curvatureTimes(predictions, targets, rows, v, out) {
      for (let i = 0; i < rows * outputs; i++) {
        out[i] = Math.abs(predictions[i]! - targets[i]!) < beta ? v[i]! / beta : 0;
      }
    },
    kinkDistance(predictions, targets, rows) {
      let nearest = Infinity;
      for (let i = 0; i < rows * outputs; i++) {
        const size = Math.abs(predictions[i]! - targets[i]!);
        nearest = Math.min(nearest, Math.abs(size - beta));
      }
      return nearest;
    },
  }),
});
