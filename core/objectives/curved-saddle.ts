import { defineObjective } from './objective.ts';

/**
 * A saddle with a way out: the ridge between two minima.
 *
 *   f(x, y) = x²/2 − y²/2 + y⁴/4,  minima −¼ at (0, ±1), saddle at the origin
 *
 * Near the saddle y grows by the factor 1 + η per step, so escaping from y₀ takes about ln(1/y₀)/η steps.
 */
export const curvedSaddle = defineObjective({
  id: 'curved-saddle',
  name: { zh: '有出口的鞍面', en: 'saddle with a way out' },
  formula: ['f(x, y) = \\tfrac12 x^2 - \\tfrac12 y^2 + \\tfrac14 y^4'],
  summary: {
    zh: '在鞍点附近要耽搁多久，只取决于 y₀ 有多小，而且只按对数变长。',
    en: 'How long the saddle holds a run depends on how small y₀ is, and only by its logarithm.',
  },
  params: {},
  create: () => ({
    dim: 2,
    start: [1, 1e-4],
    domain: [
      [-1.5, 1.5],
      [-1.5, 1.5],
    ],
    minima: [
      [0, 1],
      [0, -1],
    ],
    valueAndGrad(point, grad) {
      const x = point[0]!;
      const y = point[1]!;
      const square = y * y;
      grad[0] = x;
      grad[1] = y * (square - 1);
      return 0.5 * x * x + square * (0.25 * square - 0.5);
    },
    hessian(point, out) {
      out[0] = 1;
      out[1] = out[2] = 0;
      out[3] = 3 * point[1]! * point[1]! - 1;
    },
  }),
});
