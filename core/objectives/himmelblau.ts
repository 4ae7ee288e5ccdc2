import { defineObjective } from './objective.ts';

/**
 * Four equal minima: where a run ends is decided by where it starts, and by the rate.
 *
 *   f(x, y) = p² + q²,  p = x² + y − 11,  q = x + y² − 7
 *
 * All four minima have value 0; (3, 2) is exact, the other three are rounded to double precision.
 */
export const himmelblau = defineObjective({
  id: 'himmelblau',
  name: { zh: 'Himmelblau 函数', en: 'Himmelblau function' },
  formula: ['f(x, y) = (x^2 + y - 11)^2 + (x + y^2 - 7)^2'],
  summary: {
    zh: '四个一样深的谷：终点取决于起点，也取决于学习率。',
    en: 'Four equally deep minima: the start decides which one is found, and so does the rate.',
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
    start: [-1, -1],
    domain: [
      [-5, 5],
      [-5, 5],
    ],
    minima: [
      [3, 2],
      [-2.805118086952745, 3.131312518250573],
      [-3.779310253377747, -3.28318599128617],
      [3.584428340330492, -1.848126526964404],
    ],
    valueAndGrad(point, grad) {
      const x = point[0]!;
      const y = point[1]!;
      const p = x * x + y - 11;
      const q = x + y * y - 7;
      grad[0] = 4 * x * p + 2 * q;
      grad[1] = 2 * p + 4 * y * q;
      return p * p + q * q;
    },
    hessian(point, out) {
      const x = point[0]!;
      const y = point[1]!;
      out[0] = 12 * x * x + 4 * y - 42;
      out[1] = out[2] = 4 * (x + y);
      out[3] = 12 * y * y + 4 * x - 26;
    },
  }),
});
