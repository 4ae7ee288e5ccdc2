import { defineObjective } from './objective.ts';

/**
 * A well in a plateau: far out the gradient all but vanishes although the minimum is not reached.
 *
 *   f(x) = 1 − e^(−x²/2),  f′ = x e^(−x²/2),  f″ = (1 − x²) e^(−x²/2)
 *
 * Beyond |x| = 1 the curvature is negative. Computed with expm1, so that nothing cancels near 0.
 */
export const plateauWell = defineObjective({
  id: 'plateau-well',
  name: { zh: '高原上的井', en: 'well in a plateau' },
  formula: ['f(x) = 1 - e^{-x^2/2}'],
  summary: {
    zh: '在高原上损失几乎不变，看起来像收敛了，其实还没开始。',
    en: 'On the plateau the loss hardly changes: it looks converged before it has begun.',
  },
  params: {},
  create: () => ({
    dim: 1,
    start: [4.5],
    domain: [[-6, 6]],
    minima: [[0]],
    valueAndGrad(point, grad) {
      const x = point[0]!;
      grad[0] = x * Math.exp(-0.5 * x * x);
      return -Math.expm1(-0.5 * x * x);
    },
    hessian(point, out) {
      const square = point[0]! * point[0]!;
      out[0] = (1 - square) * Math.exp(-0.5 * square);
    },
  }),
});
