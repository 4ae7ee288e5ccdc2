import { defineObjective } from './objective.ts';

/** The lowest root of 2x³ − 16x + 2.5, rounded to double precision. */
const LOWEST = -2.903534027771177;

/**
 * Four basins of different depth: two double wells, one along each axis.
 *
 *   f(x, y) = ½ Σ (xᵢ⁴ − 16 xᵢ² + 5 xᵢ),  minimum −78.33233… at (−2.9035…, −2.9035…)
 */
export const styblinskiTang = defineObjective({
  id: 'styblinski-tang',
  name: { zh: 'Styblinski–Tang 函数', en: 'Styblinski–Tang function' },
  formula: ['f(x, y) = \\tfrac12\\left(x^4 - 16x^2 + 5x + y^4 - 16y^2 + 5y\\right)'],
  summary: {
    zh: '四个深浅不同的谷：起点在哪一格，多半就停在哪一格。',
    en: 'Four basins of different depth: a run mostly ends in the one it starts in.',
  },
  reference: {
    authors: 'Styblinski, Tang',
    title:
      'Experiments in Nonconvex Optimization: Stochastic Approximation with Function Smoothing and Simulated Annealing',
    year: 1990,
    url: 'https://doi.org/10.1016/0893-6080(90)90029-K',
  },
  params: {},
  create: () => ({
    dim: 2,
    start: [1, -1],
    domain: [
      [-5, 5],
      [-5, 5],
    ],
    minima: [[LOWEST, LOWEST]],
    valueAndGrad(point, grad) {
      let value = 0;
      for (let i = 0; i < 2; i++) {
        const x = point[i]!;
        const square = x * x;
        grad[i] = 2 * x * (square - 8) + 2.5;
        value += square * (square - 16) + 5 * x;
      }
      return 0.5 * value;
    },
    hessian(point, out) {
      out[0] = 6 * point[0]! * point[0]! - 16;
      out[1] = out[2] = 0;
      out[3] = 6 * point[1]! * point[1]! - 16;
    },
  }),
});
