import { defineLoss } from './loss.ts';
import { reductionParam } from './reduction.ts';

/**
 * Squared error: the farther off, the harder it pulls, in proportion to the residual.
 *
 * ℓ = (p − y)², or ½ (p − y)² with `half`;  ∂ℓ/∂p = 2 (p − y), or p − y.
 *
 * Variant: PyTorch's and Keras's has no ½; many textbooks have it. It halves the curvature, and so doubles 2/L.
 */
export const mse = defineLoss({
  id: 'mse',
  name: { zh: '均方误差（MSE）', en: 'mean squared error (MSE)' },
  formula: ['\\ell = (p - y)^2', '\\partial\\ell/\\partial p = 2(p - y)'],
  summary: {
    zh: '偏得越远拉得越用力，一个离群点就能压过其余所有点。',
    en: 'The farther off, the harder it pulls, so a single outlier can outweigh all the rest.',
  },
  tasks: ['regression', 'binary'],
  binary: 'probability',
  params: {
    reduction: reductionParam,
    half: {
      kind: 'boolean',
      label: { zh: '带系数 ½', en: 'with the factor ½' },
      help: {
        zh: '梯度和曲率减半，最大稳定学习率加倍。',
        en: 'Halves gradient and curvature, and doubles the largest stable rate.',
      },
      default: false,
    },
  },
  create: ({ reduction, half }, { outputs }) => {
    const factor = half ? 0.5 : 1;
    return {
      terms: outputs,
      reduction,
      evaluate(predictions, targets, rows, values, grad) {
        for (let i = 0; i < rows * outputs; i++) {
          const residual = predictions[i]! - targets[i]!;
          values[i] = factor * residual * residual;
          grad[i] = 2 * factor * residual;
        }
      },
      curvatureTimes(_predictions, _targets, rows, v, out) {
        for (let i = 0; i < rows * outputs; i++) out[i] = 2 * factor * v[i]!;
      },
    };
  },
});
