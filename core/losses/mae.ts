import { defineLoss } from './loss.ts';
import { reductionParam } from './reduction.ts';

/**
 * Absolute error: every sample pulls with the same force, however far off it is.
 *
 * ℓ = |p − y|;  ∂ℓ/∂p = sign(p − y), and 0 where the residual is 0.
 */
export const mae = defineLoss({
  id: 'mae',
  name: { zh: '平均绝对误差（MAE）', en: 'mean absolute error (MAE)' },
  formula: ['\\ell = |p - y|', '\\partial\\ell/\\partial p = \\operatorname{sign}(p - y)'],
  summary: {
    zh: '不怕离群点；但梯度到谷底也不变小，步长固定就会一直来回跳。',
    en: 'Outliers do not matter, but the gradient never shrinks: with a fixed rate it hops about the minimum.',
  },
  tasks: ['regression', 'binary'],
  binary: 'probability',
  params: { reduction: reductionParam },
  create: ({ reduction }, { outputs }) => ({
    terms: outputs,
    reduction,
    evaluate(predictions, targets, rows, values, grad) {
      for (let i = 0; i < rows * outputs; i++) {
        const residual = predictions[i]! - targets[i]!;
        values[i] = Math.abs(residual);
        grad[i] = Math.sign(residual);
      }
    },
    curvatureTimes(_predictions, _targets, rows, _v, out) {
      out.fill(0, 0, rows * outputs);
    },
    kinkDistance(predictions, targets, rows) {
      let nearest = Infinity;
      for (let i = 0; i < rows * outputs; i++) {
        nearest = Math.min(nearest, Math.abs(predictions[i]! - targets[i]!));
      }
      return nearest;
    },
  }),
});
