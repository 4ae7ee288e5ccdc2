import { defineOptimizer } from './optimizer.ts';

/**
 * (Stochastic) gradient descent: step against the gradient, by the learning rate.
 *
 * For t ≥ 1, elementwise:  Δθ_t = −η_{t−1} · g_t
 *
 * Variant: plain, without momentum or weight decay (PyTorch's SGD with its defaults).
 */
export const sgd = defineOptimizer({
  id: 'sgd',
  name: { zh: '随机梯度下降（SGD）', en: 'Gradient descent (SGD)' },
  summary: {
    zh: '沿负梯度走一步。曲率给学习率定上限 2/L，梯度噪声给损失留下一层地板。',
    en: 'One step against the gradient. Curvature caps the rate at 2/L; gradient noise leaves a floor.',
  },
  formula: ['\\theta_{t+1} = \\theta_t - \\eta_t\\, g_t'],
  reference: {
    authors: 'Robbins, Monro',
    title: 'A Stochastic Approximation Method',
    year: 1951,
    url: 'https://doi.org/10.1214/aoms/1177729586',
  },
  params: {},
  create: () => ({
    init: () => ({}),
    update({ lr, grad }, _state, out) {
      for (let i = 0; i < out.length; i++) out[i] = -lr * grad[i]!;
    },
  }),
});
