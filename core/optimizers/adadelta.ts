import { withDialects } from './dialect.ts';
import { epsParam } from './eps-param.ts';
import { defineOptimizer, indexed } from './optimizer.ts';
import {
  decayArithmetic,
  weightDecayLine,
  weightDecayOf,
  weightDecayParam,
} from './weight-decay.ts';

/**
 * Adadelta: the root mean square of past steps, over that of past gradients, takes the place of the rate.
 *
 * For t ≥ 1, elementwise:
 *   g_t ← g_t + λ θ_{t−1}
 *   s_t = ρ s_{t−1} + (1 − ρ) g_t²
 *   δ_t = √(d_{t−1} + ε) / √(s_t + ε) · g_t
 *   d_t = ρ d_{t−1} + (1 − ρ) δ_t²
 *   Δθ_t = −η_{t−1} · δ_t
 *
 * s and d running means of squared gradients and squared steps, shape (dim,), zero at first. Variant: PyTorch; the
 * paper has η = 1. All forms share the rule and differ in constants; Keras also shrinks the parameters by η λ θ.
 */
export const adadelta = defineOptimizer({
  id: 'adadelta',
  name: { zh: 'Adadelta', en: 'Adadelta' },
  summary: {
    zh: '想要不必挑学习率：步长由过去的步长自己定，从多陡的地方出发都不发散。代价是起步极慢，到了谷底还会轻微抖动。',
    en: 'Made so that no rate need be chosen: steps are measured by past steps, and no start is too steep. It starts very slowly and chatters near the end.',
  },
  formula: [
    weightDecayLine,
    's_t = \\rho\\, s_{t-1} + (1-\\rho)\\, g_t^2',
    '\\delta_t = \\dfrac{\\sqrt{d_{t-1} + \\varepsilon}}{\\sqrt{s_t + \\varepsilon}}\\, g_t',
    'd_t = \\rho\\, d_{t-1} + (1-\\rho)\\, \\delta_t^2',
    '\\theta_t = \\theta_{t-1} - \\eta_{t-1}\\, \\delta_t',
  ],
  reference: {
    authors: 'Zeiler',
    title: 'ADADELTA: An Adaptive Learning Rate Method',
    year: 2012,
    url: 'https://arxiv.org/abs/1212.5701',
  },
  defaultLr: 1,
  params: withDialects(
    {
      rho: {
        kind: 'number',
        symbol: '\\rho',
        label: { zh: '遗忘系数 ρ', en: 'forgetting factor ρ' },
        help: {
          zh: '越大，对过去的梯度和步长记得越久。',
          en: 'The larger, the longer past gradients and steps are remembered.',
        },
        default: 0.9,
        offered: { min: 0.5, max: 0.999, scale: 'linear' },
        valid: { min: 0, max: 1 },
      },
      eps: epsParam(1e-6),
      weightDecay: weightDecayParam,
    },
    [
      {
        id: 'keras',
        label: { zh: 'Keras', en: 'Keras' },
        help: {
          zh: '规则相同，权重衰减直接缩小参数；学习率设成 1 才是论文的方法。',
          en: 'The same rule, weight decay shrinks the parameters; only at a rate of 1 is it the paper’s method.',
        },
        defaults: { rho: 0.95, eps: 1e-7 },
        lr: 1e-3,
      },
      {
        id: 'paper',
        label: { zh: '论文', en: 'paper' },
        help: {
          zh: '规则相同，ρ 取 0.95，没有学习率（等于 1）。',
          en: 'The same rule with ρ = 0.95 and no rate at all, which is a rate of 1.',
        },
        defaults: { rho: 0.95, eps: 1e-6 },
      },
    ],
  ),
  slots: { squares: indexed('s'), deltas: indexed('d') },
  arithmetic({ weightDecay, dialect }) {
    const { first, last } = decayArithmetic(weightDecay, dialect);
    return [
      ...first,
      { name: 'squares', formula: 'rho*squares + (1 - rho)*g^2' },
      {
        name: 'delta',
        symbol: '\\delta_t',
        formula: 'sqrt(deltas + eps)/sqrt(squares + eps)*g',
      },
      { name: 'deltas', formula: 'rho*deltas + (1 - rho)*delta^2' },
      { name: 'theta', formula: `theta - eta*delta${last}` },
    ];
  },
  create({ rho, eps, weightDecay, dialect }) {
    const { coupled, decoupled } = weightDecayOf(weightDecay, dialect);
    return {
      init: (dim) => ({ squares: new Float64Array(dim), deltas: new Float64Array(dim) }),
      update({ lr, params, grad }, { squares, deltas }, out) {
        const decay = lr * decoupled;
        for (let i = 0; i < out.length; i++) {
          const g = grad[i]! + coupled * params[i]!;
          const s = rho * squares[i]! + (1 - rho) * g * g;
          const d = deltas[i]!;
          const delta = (Math.sqrt(d + eps) / Math.sqrt(s + eps)) * g;
          squares[i] = s;
          deltas[i] = rho * d + (1 - rho) * delta * delta;
          out[i] = -lr * delta - decay * params[i]!;
        }
      },
    };
  },
});
