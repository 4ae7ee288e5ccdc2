import { defineObjective } from './objective.ts';

/**
 * A saddle: a valley along one axis, a ridge along the other, and no minimum at all.
 *
 *   f(x, y) = x² − y²
 *
 * Gradient descent multiplies x by 1 − 2η and y by 1 + 2η: on the ridge it needs a push to leave.
 */
export const saddle = defineObjective({
  id: 'saddle',
  name: { zh: '鞍面', en: 'saddle' },
  formula: ['f(x, y) = x^2 - y^2'],
  summary: {
    zh: '梯度为零不等于到了谷底：正好走在脊线上会停在鞍点，偏一点点就会滑走。',
    en: 'A zero gradient is not a minimum: exactly on the ridge a run stops, a hair beside it escapes.',
  },
  params: {},
  create: () => ({
    dim: 2,
    start: [2, 0.001],
    domain: [
      [-3, 3],
      [-3, 3],
    ],
    minima: [],
    valueAndGrad(point, grad) {
      const x = point[0]!;
      const y = point[1]!;
      grad[0] = 2 * x;
      grad[1] = -2 * y;
      return x * x - y * y;
    },
    hessian(_point, out) {
      out[0] = 2;
      out[1] = out[2] = 0;
      out[3] = -2;
    },
  }),
});
