import { defineObjective } from './objective.ts';

/**
 * One direction, one curvature: f(x) = ½ λ x², f′ = λx, f″ = λ, minimum 0 at 0.
 * Gradient descent multiplies x by 1 − ηλ: monotone, alternating, cycling or diverging.
 */
export const parabola = defineObjective({
  id: 'parabola',
  name: { zh: '抛物线', en: 'parabola' },
  formula: ['f(x) = \\tfrac12 \\lambda x^2'],
  summary: {
    zh: '每一步把 x 乘以 1 − ηλ：单调、左右交替、原地往返还是发散，只看 ηλ。',
    en: 'Each step multiplies x by 1 − ηλ: whether it creeps, alternates, cycles or diverges is ηλ alone.',
  },
  params: {
    curvature: {
      kind: 'number',
      symbol: '\\lambda',
      label: { zh: '曲率 λ', en: 'curvature λ' },
      help: {
        zh: '越大，坡越陡，能承受的学习率越小：上限是 2/λ。',
        en: 'The larger, the steeper and the smaller the rate it bears: at most 2/λ.',
      },
      default: 1,
      offered: { min: 0.001, max: 100, scale: 'log' },
      valid: { min: 0, minExclusive: true, max: 1e9 },
    },
  },
  create: ({ curvature }) => ({
    dim: 1,
    start: [10],
    domain: [[-12, 12]],
    minima: [[0]],
    valueAndGrad(point, grad) {
      const x = point[0]!;
      grad[0] = curvature * x;
      return 0.5 * curvature * x * x;
    },
    hessian(_point, out) {
      out[0] = curvature;
    },
  }),
});
