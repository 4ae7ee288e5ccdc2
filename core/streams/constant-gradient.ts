import { defineGradientStream } from './stream.ts';

/**
 * The same gradient every time: g_t = c. How long is a step, if the gradient never changes?
 *
 * f_t(θ) = c θ has no minimum; the loss shown is c θ, so it falls by c times the distance travelled.
 */
export const constantGradient = defineGradientStream({
  id: 'constant-gradient',
  name: { zh: '不变的梯度', en: 'constant gradient' },
  formula: ['g_t = c'],
  summary: {
    zh: '梯度一直不变，步长却可能变：偏差修正、滑动平均起步时的失真，在这里一眼可见。',
    en: 'The gradient never changes, yet steps may: it lays bare how running means start.',
  },
  params: {
    gradient: {
      kind: 'number',
      symbol: 'c',
      label: { zh: '梯度 c', en: 'gradient c' },
      help: {
        zh: '对 SGD 步长与它成正比，对 Adam 类方法与它无关。',
        en: 'Steps of SGD grow with it, those of Adam and its kin do not.',
      },
      default: 1,
      offered: { min: 0.001, max: 1000, scale: 'log' },
      valid: { min: -1e9, max: 1e9 },
    },
  },
  isRandom: () => false,
  create: ({ gradient }) => ({
    dim: 1,
    start: [0],
    gradient(_t, _params, grad) {
      grad[0] = gradient;
    },
    loss: (params) => gradient * params[0]!,
  }),
});
