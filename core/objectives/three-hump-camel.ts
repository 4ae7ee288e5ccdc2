import { defineObjective } from './objective.ts';

/**
 * Three basins in a row, the middle one lowest; the outer two catch what starts near them.
 *
 *   f(x, y) = 2x² − 1.05x⁴ + x⁶/6 + xy + y²,  minimum 0 at the origin
 *
 * The two other minima lie at ±(1.7476, −0.8738) with f = 0.2986.
 */
export const threeHumpCamel = defineObjective({
  id: 'three-hump-camel',
  name: { zh: '三峰驼函数', en: 'three-hump camel' },
  formula: ['f(x, y) = 2x^2 - 1.05x^4 + \\tfrac16 x^6 + xy + y^2'],
  summary: {
    zh: '三个并排的谷，中间的最低：从旁边出发，多半停在旁边。',
    en: 'Three basins in a row, the middle one lowest: a start at the side mostly ends at the side.',
  },
  reference: {
    authors: 'Jamil, Yang',
    title: 'A Literature Survey of Benchmark Functions for Global Optimization Problems',
    year: 2013,
    url: 'https://arxiv.org/abs/1308.4008',
  },
  params: {},
  create: () => ({
    dim: 2,
    start: [-2, 1.5],
    domain: [
      [-2.5, 2.5],
      [-2.5, 2.5],
    ],
    minima: [[0, 0]],
    valueAndGrad(point, grad) {
      const x = point[0]!;
      const y = point[1]!;
      const s = x * x;
      grad[0] = x * (4 + s * (s - 4.2)) + y;
      grad[1] = x + 2 * y;
      return s * (2 + s * (s / 6 - 1.05)) + x * y + y * y;
    },
    hessian(point, out) {
      const s = point[0]! * point[0]!;
      out[0] = 4 + s * (5 * s - 12.6);
      out[1] = out[2] = 1;
      out[3] = 2;
    },
  }),
});
