import { defineGradientStream } from './stream.ts';

/** One large gradient at t = 1, 1 + period, 1 + 2 period, …, small opposite ones between. */
const variants = {
  three: { large: 3, small: -1, period: 3 },
  rare: { large: 1010, small: -10, period: 101 },
} as const;

/**
 * The stream on which Adam learns the wrong answer: rare large gradients outweigh many small ones on
 * average, but dividing by the running root mean square makes them count for less than the small ones.
 *
 *   g_t = C if t mod P = 1, else c;  f_t(θ) = g_t θ on −1 ≤ θ ≤ 1
 *
 * Its mean ḡ = (C + (P − 1) c)/P is positive, so −1 is best: the loss shown is the regret ḡ (θ + 1).
 * Variants of section 3 and of the experiments in section 5 of the paper: (C, c, P) = (3, −1, 3) and
 * (1010, −10, 101).
 */
export const reddi = defineGradientStream({
  id: 'reddi',
  name: { zh: 'Reddi 反例', en: "Reddi's counterexample" },
  formula: [
    'g_t = \\begin{cases} C & t \\bmod P = 1 \\\\ c & t \\bmod P \\ne 1 \\end{cases}',
    '-1 \\le \\theta \\le 1,\\quad \\theta^* = -1',
  ],
  summary: {
    zh: '少见的大梯度指向正确的方向，却被除得太小：Adam 走到错误的一端，AMSGrad 走对。',
    en: 'Rare large gradients point the right way but are divided away: Adam ends wrong, AMSGrad right.',
  },
  reference: {
    authors: 'Reddi, Kale, Kumar',
    title: 'On the Convergence of Adam and Beyond',
    year: 2018,
    url: 'https://arxiv.org/abs/1904.09237',
  },
  params: {
    variant: {
      kind: 'choice',
      label: { zh: '变体', en: 'variant' },
      help: {
        zh: '大梯度出现得越稀，需要记得越久才看得出真正的方向。',
        en: 'The rarer the large gradient, the longer the memory that sees the true direction.',
      },
      default: 'three',
      options: [
        {
          id: 'three',
          label: { zh: '每 3 步一次：3，−1，−1', en: 'every 3: 3, −1, −1' },
          help: {
            zh: 'β₁ = 0、β₂ = 0.1 时 Adam 走错。',
            en: 'Adam goes wrong with β₁ = 0 and β₂ = 0.1.',
          },
        },
        {
          id: 'rare',
          label: { zh: '每 101 步一次：1010，其余 −10', en: 'every 101: 1010, else −10' },
          help: {
            zh: 'β₁ = 0.9、β₂ = 0.99 时 Adam 也走错。',
            en: 'Adam goes wrong with β₁ = 0.9 and β₂ = 0.99, too.',
          },
        },
      ],
    },
  },
  isRandom: () => false,
  create: ({ variant }) => {
    const { large, small, period } = variants[variant];
    const mean = (large + (period - 1) * small) / period;
    return {
      dim: 1,
      start: [0],
      bounds: [-1, 1],
      gradient(t, _params, grad) {
        grad[0] = t % period === 1 ? large : small;
      },
      loss: (params) => mean * (params[0]! + 1),
    };
  },
});
