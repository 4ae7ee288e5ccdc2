import { defineObjective } from './objective.ts';

/**
 * The smallest network there is, one weight after another: a whole curve of minima, flat and sharp.
 *
 *   f(x, y) = ½ (xy − 1)²,  ∇f = (xy − 1)(y, x)
 *
 * On the curve xy = 1 the Hessian has eigenvalues 0 and x² + y² ≥ 2, so a rate η can only rest where
 * x² + y² < 2/η: a large rate is thrown out of the sharp minima and ends in a flatter one.
 */
export const hyperbola = defineObjective({
  id: 'hyperbola',
  name: { zh: '双曲线谷', en: 'hyperbola valley' },
  formula: ['f(x, y) = \\tfrac12 (xy - 1)^2'],
  summary: {
    zh: '谷底是一条曲线，有的地方尖、有的地方平：学习率太大时会被甩到更平的地方。',
    en: 'The minima form a curve, sharp here and flat there: a large rate is thrown to where it is flat.',
  },
  reference: {
    authors: 'Cohen, Kaur, Li, Kolter, Talwalkar',
    title: 'Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability',
    year: 2021,
    url: 'https://arxiv.org/abs/2103.00065',
  },
  params: {},
  create: () => ({
    dim: 2,
    start: [4, 0.3],
    domain: [
      [-2, 5],
      [-2, 3],
    ],
    minima: [
      [1, 1],
      [-1, -1],
    ],
    valueAndGrad(point, grad) {
      const x = point[0]!;
      const y = point[1]!;
      const residual = x * y - 1;
      grad[0] = residual * y;
      grad[1] = residual * x;
      return 0.5 * residual * residual;
    },
    hessian(point, out) {
      const x = point[0]!;
      const y = point[1]!;
      out[0] = y * y;
      out[1] = out[2] = 2 * x * y - 1;
      out[3] = x * x;
    },
  }),
});
