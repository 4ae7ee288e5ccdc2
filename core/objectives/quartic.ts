import { defineObjective } from './objective.ts';

/**
 * Curvature that grows with the distance: steep far out, ever flatter near the minimum.
 *
 *   f(x) = x⁴/4,  f′ = x³,  f″ = 3x²
 *
 * Gradient descent from x₀ converges only below the rate 2/x₀²; near 0 it needs about 1/(2η x²) steps.
 */
export const quartic = defineObjective({
  id: 'quartic',
  name: { zh: '四次函数', en: 'quartic' },
  formula: ['f(x) = \\tfrac14 x^4'],
  summary: {
    zh: '远处极陡，近处极平：第一个梯度有 1000，靠近谷底时几乎为零。',
    en: 'Very steep far out, very flat near the minimum: the first gradient is 1000, the last ones are tiny.',
  },
  params: {},
  create: () => ({
    dim: 1,
    start: [10],
    domain: [[-12, 12]],
    minima: [[0]],
    valueAndGrad(point, grad) {
      const x = point[0]!;
      const square = x * x;
      grad[0] = square * x;
      return 0.25 * square * square;
    },
    hessian(point, out) {
      out[0] = 3 * point[0]! * point[0]!;
    },
  }),
});
