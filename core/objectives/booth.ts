import { defineObjective } from './objective.ts';

/**
 * A bowl whose long axis lies across both coordinate axes.
 *
 *   f(x, y) = (x + 2y − 7)² + (2x + y − 5)²,  minimum 0 at (1, 3)
 *
 * Its Hessian is (10 8; 8 10): curvature 18 along (1, 1)/√2 and 2 along (1, −1)/√2, so κ = 9.
 */
export const booth = defineObjective({
  id: 'booth',
  name: { zh: 'Booth 函数', en: 'Booth function' },
  formula: ['f(x, y) = (x + 2y - 7)^2 + (2x + y - 5)^2'],
  summary: {
    zh: '一只斜放的碗：逐坐标缩放步长的方法，在这里拿不到好处。',
    en: 'A tilted bowl: scaling each coordinate by itself gains nothing here.',
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
    start: [-5, 5],
    domain: [
      [-10, 10],
      [-10, 10],
    ],
    minima: [[1, 3]],
    valueAndGrad(point, grad) {
      const p = point[0]! + 2 * point[1]! - 7;
      const q = 2 * point[0]! + point[1]! - 5;
      grad[0] = 2 * p + 4 * q;
      grad[1] = 4 * p + 2 * q;
      return p * p + q * q;
    },
    hessian(_point, out) {
      out[0] = out[3] = 10;
      out[1] = out[2] = 8;
    },
  }),
});
