import { defineGradientStream } from './stream.ts';

/**
 * Nothing but noise: g_t,i = σᵢ ξ, ξ standard normal, drawn in the order of the coordinates from the
 * stream `noise`. There is nothing to learn, so what moves θ is the optimizer's own doing: its random
 * walk, and its weight decay.
 *
 * The mean of the losses is flat; shown instead is ½ ‖θ‖², the penalty that weight decay shrinks.
 */
export const gradientNoise = defineGradientStream({
  id: 'gradient-noise',
  name: { zh: '只有噪声', en: 'nothing but noise' },
  formula: ['g_{t,i} = \\sigma_i\\,\\xi_{t,i}, \\quad \\xi \\sim \\mathcal N(0, 1)'],
  summary: {
    zh: '没有可学的东西：Adam 加 L2 对吵的权重几乎不衰减，AdamW 对两个权重一视同仁。',
    en: 'Nothing to learn: Adam with L2 hardly decays the noisy weight, AdamW treats both alike.',
  },
  params: {
    sigmas: {
      kind: 'numbers',
      symbol: '\\sigma_i',
      label: { zh: '各坐标的噪声 σᵢ', en: 'noise σᵢ of each coordinate' },
      help: {
        zh: '有几个就有几个权重；差得越多，L2 与解耦衰减的区别越大。',
        en: 'As many as weights; the more they differ, the farther L2 and decoupled decay part.',
      },
      default: [0.1, 10],
      valid: { min: 0, max: 1e6 },
      length: { min: 1, max: 64 },
    },
  },
  isRandom: ({ sigmas }) => sigmas.some((sigma) => sigma > 0),
  create: ({ sigmas }) => ({
    dim: sigmas.length,
    start: sigmas.map(() => 1),
    gradient(_t, _params, grad, streams) {
      for (let i = 0; i < grad.length; i++) grad[i] = sigmas[i]! * streams.noise.normal();
    },
    loss(params) {
      let sum = 0;
      for (let i = 0; i < params.length; i++) sum += params[i]! * params[i]!;
      return 0.5 * sum;
    },
  }),
});
