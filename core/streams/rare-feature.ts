import { defineGradientStream } from './stream.ts';

/**
 * Online regression in which one feature is always there and the other almost never.
 *
 *   x₁ ~ N(0, 1), then x₂ = 1 with probability p, else 0 (both from the stream `data`);  y = x₁ + x₂
 *   f_t(w) = ½ (w·x − y)²,  g_t = (w·x − y) x
 *
 * Best weights (1, 1). The loss shown is the expected one, ½ (w₁ − 1)² + ½ p (w₂ − 1)².
 */
export const rareFeature = defineGradientStream({
  id: 'rare-feature',
  name: { zh: '稀有特征（在线）', en: 'rare feature, online' },
  formula: [
    'f_t(w) = \\tfrac12\\left(w_1 x_1 + w_2 x_2 - (x_1 + x_2)\\right)^2',
    'x_1 \\sim \\mathcal N(0, 1), \\quad P(x_2 = 1) = p',
  ],
  summary: {
    zh: '第二个特征一百步才出现一次：共用一个学习率学不会它，逐坐标的学习率可以。',
    en: 'The second feature appears once in a hundred steps: one rate for all fails it, a rate per weight does not.',
  },
  reference: {
    authors: 'Duchi, Hazan, Singer',
    title: 'Adaptive Subgradient Methods for Online Learning and Stochastic Optimization',
    year: 2011,
    url: 'https://jmlr.org/papers/v12/duchi11a.html',
  },
  params: {
    probability: {
      kind: 'number',
      symbol: 'p',
      label: { zh: '出现概率 p', en: 'probability p' },
      help: {
        zh: '越小，第二个权重得到的梯度越少。',
        en: 'The smaller, the fewer gradients reach the second weight.',
      },
      default: 0.01,
      offered: { min: 0.001, max: 1, scale: 'log' },
      valid: { min: 0, max: 1 },
    },
  },
  isRandom: () => true,
  create: ({ probability }) => ({
    dim: 2,
    start: [0, 0],
    gradient(_t, w, grad, { data }) {
      const x1 = data.normal();
      const x2 = data.uniform() < probability ? 1 : 0;
      const error = (w[0]! - 1) * x1 + (w[1]! - 1) * x2;
      grad[0] = error * x1;
      grad[1] = error * x2;
    },
    loss(w) {
      const first = w[0]! - 1;
      const second = w[1]! - 1;
      return 0.5 * (first * first + probability * second * second);
    },
  }),
});
