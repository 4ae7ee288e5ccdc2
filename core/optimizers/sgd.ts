import { defineOptimizer } from './optimizer.ts';
import { decayArithmetic, weightDecayLine, weightDecayParam } from './weight-decay.ts';

/**
 * (Stochastic) gradient descent: step against the gradient, by the learning rate.
 *
 * For t ≥ 1, elementwise:  g_t ← g_t + λ θ_{t−1},  Δθ_t = −η_{t−1} · g_t
 *
 * θ parameters, g gradient at θ_{t−1}, both of shape (dim,); η rate; λ weight decay. Without momentum all
 * libraries agree, since decay in the gradient and decay of the parameters are the same thing here.
 * Variant: PyTorch's SGD with momentum 0. Source: Robbins and Monro 1951.
 */
export const sgd = defineOptimizer({
  id: 'sgd',
  name: { zh: '梯度下降（SGD）', en: 'Gradient descent (SGD)' },
  summary: {
    zh: '沿负梯度走一步。曲率给学习率定上限 2/L，梯度噪声给损失留下一层地板。',
    en: 'One step against the gradient. Curvature caps the rate at 2/L; gradient noise leaves a floor.',
  },
  formula: [weightDecayLine, '\\theta_t = \\theta_{t-1} - \\eta_{t-1}\\, g_t'],
  reference: {
    authors: 'Robbins, Monro',
    title: 'A Stochastic Approximation Method',
    year: 1951,
    url: 'https://doi.org/10.1214/aoms/1177729586',
  },
  defaultLr: 1e-3,
  params: { weightDecay: weightDecayParam },
  slots: {},
  arithmetic: ({ weightDecay }) => [
    ...decayArithmetic(weightDecay, 'pytorch').first,
    { name: 'theta', formula: 'theta - eta*g' },
  ],
  create: ({ weightDecay }) => ({
    init: () => ({}),
    update({ lr, params, grad }, _state, out) {
      for (let i = 0; i < out.length; i++) out[i] = -lr * (grad[i]! + weightDecay * params[i]!);
    },
  }),
});
