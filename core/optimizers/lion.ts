import { beta1Param, beta2Param } from './average-params.ts';
import { defineOptimizer, indexed } from './optimizer.ts';
import { weightDecayParam } from './weight-decay.ts';

/**
 * Lion: every parameter moves by exactly the rate, in the direction of a running mean's sign.
 *
 * For t ≥ 1, elementwise:
 *   c_t = β₁ m_{t−1} + (1 − β₁) g_t
 *   Δθ_t = −η_{t−1} · (sign(c_t) + λ θ_{t−1})
 *   m_t = β₂ m_{t−1} + (1 − β₂) g_t
 *
 * m running mean, shape (dim,), zero at first; the direction c weighs the newest gradient more than the memory m
 * does; β₁ is cycled by some schedules. λ weight decay of the parameters, as in AdamW. Variant: the paper's
 * Algorithm 2, which the authors' code, Keras and Optax share.
 */
export const lion = defineOptimizer({
  id: 'lion',
  name: { zh: 'Lion', en: 'Lion' },
  summary: {
    zh: '由程序搜索得到，只存一份滑动平均，内存比 Adam 省一半；每一步在每个坐标上恰好走 η。代价是学习率不降就永远在谷底来回跳。',
    en: 'Found by program search; it stores one running mean, half of Adam’s memory, and moves each coordinate by exactly η. Unless the rate falls it jumps about the minimum for ever.',
  },
  formula: [
    'c_t = \\beta_1 m_{t-1} + (1-\\beta_1)\\, g_t',
    '\\theta_t = \\theta_{t-1} - \\eta_{t-1}\\,(\\operatorname{sign}(c_t) + \\lambda_{\\mathrm{wd}}\\,\\theta_{t-1})',
    'm_t = \\beta_2 m_{t-1} + (1-\\beta_2)\\, g_t',
  ],
  reference: {
    authors: 'Chen, Liang, Huang, Real, Wang, Liu, Pham, Dong, Luong, Hsieh, Lu, Le',
    title: 'Symbolic Discovery of Optimization Algorithms',
    year: 2023,
    url: 'https://arxiv.org/abs/2302.06675',
  },
  defaultLr: 1e-4,
  params: {
    beta1: beta1Param,
    beta2: {
      ...beta2Param,
      help: {
        zh: '越大，方向对旧梯度记得越久。',
        en: 'The larger, the longer the direction remembers old gradients.',
      },
      default: 0.99,
    },
    weightDecay: weightDecayParam,
  },
  slots: { m: indexed('m') },
  arithmetic: ({ weightDecay }) => [
    { name: 'c', symbol: 'c_t', formula: 'beta1*m + (1 - beta1)*g' },
    {
      name: 'theta',
      formula: `theta - eta*${weightDecay === 0 ? 'sign(c)' : '(sign(c) + weightDecay*theta)'}`,
    },
    { name: 'm', formula: 'beta2*m + (1 - beta2)*g' },
  ],
  create: ({ beta1, beta2, weightDecay }) => ({
    init: (dim) => ({ m: new Float64Array(dim) }),
    update({ lr, momentum: cycled, params, grad }, { m }, out) {
      const b1 = cycled ?? beta1;
      for (let i = 0; i < out.length; i++) {
        const g = grad[i]!;
        const mean = m[i]!;
        const direction = Math.sign(b1 * mean + (1 - b1) * g);
        out[i] = -lr * (direction + weightDecay * params[i]!);
        m[i] = beta2 * mean + (1 - beta2) * g;
      }
    },
  }),
});
