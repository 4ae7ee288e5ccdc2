import { defineObjective } from './objective.ts';

/**
 * Steep, flat, steep: convex with curvatures 1 and 25 only, and yet tuned heavy ball cycles on it.
 *
 *   f′(x) = 25x for x < 1;  x + 24 for 1 ≤ x < 2;  25x − 24 for x ≥ 2
 *
 * f is the integral with f(0) = 0. f′ is continuous; at the kinks 1 and 2 the curvature to the right is taken.
 */
export const lessardRechtPackard = defineObjective({
  id: 'lessard-recht-packard',
  name: { zh: 'Lessard–Recht–Packard 函数', en: 'Lessard–Recht–Packard function' },
  formula: [
    "f'(x) = \\begin{cases} 25x & x < 1 \\\\ x + 24 & 1 \\le x < 2 \\\\ 25x - 24 & x \\ge 2 \\end{cases}",
  ],
  summary: {
    zh: '函数是凸的，曲率只有 1 和 25；按二次函数调好的动量法却会永远转圈。',
    en: 'Convex, with curvatures 1 and 25 only; momentum tuned for a quadratic cycles on it for ever.',
  },
  reference: {
    authors: 'Lessard, Recht, Packard',
    title: 'Analysis and Design of Optimization Algorithms via Integral Quadratic Constraints',
    year: 2016,
    url: 'https://arxiv.org/abs/1408.3595',
  },
  params: {},
  create: () => ({
    dim: 1,
    start: [3.3],
    domain: [[-4, 4]],
    minima: [[0]],
    valueAndGrad(point, grad) {
      const x = point[0]!;
      if (x < 1) {
        grad[0] = 25 * x;
        return 12.5 * x * x;
      }
      if (x < 2) {
        grad[0] = x + 24;
        return 0.5 * x * x + 24 * x - 12;
      }
      grad[0] = 25 * x - 24;
      return 12.5 * x * x - 24 * x + 36;
    },
    hessian(point, out) {
      const x = point[0]!;
      out[0] = x >= 1 && x < 2 ? 1 : 25;
    },
  }),
});
