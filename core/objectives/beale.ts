import { defineObjective } from './objective.ts';

/**
 * A flat floor between steep corners: one rate suits neither.
 *
 *   f(x, y) = Σᵢ rᵢ²,  rᵢ = cᵢ − x (1 − yⁱ),  i = 1, 2, 3,  c = (1.5, 2.25, 2.625)
 *
 * Minimum 0 at (3, ½). Gradient and Hessian follow from ∂rᵢ/∂x = yⁱ − 1 and ∂rᵢ/∂y = i x yⁱ⁻¹.
 */
export const beale = defineObjective({
  id: 'beale',
  name: { zh: 'Beale 函数', en: 'Beale function' },
  formula: [
    'f(x, y) = (1.5 - x + x y)^2 + (2.25 - x + x y^2)^2',
    '\\qquad {} + (2.625 - x + x y^3)^2',
  ],
  summary: {
    zh: '中间一片平地，四角陡峭：适合平地的学习率，在角上会发散。',
    en: 'A flat floor between steep corners: a rate that suits the floor blows up in the corners.',
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
    start: [1, 1],
    domain: [
      [-4.5, 4.5],
      [-4.5, 4.5],
    ],
    minima: [[3, 0.5]],
    valueAndGrad(p, grad) {
      const x = p[0]!;
      const y = p[1]!;
      const r1 = 1.5 - x + x * y;
      const r2 = 2.25 - x + x * y * y;
      const r3 = 2.625 - x + x * y * y * y;
      grad[0] = 2 * (r1 * (y - 1) + r2 * (y * y - 1) + r3 * (y * y * y - 1));
      grad[1] = 2 * x * (r1 + 2 * y * r2 + 3 * y * y * r3);
      return r1 * r1 + r2 * r2 + r3 * r3;
    },
    hessian(p, out) {
      const x = p[0]!;
      const y = p[1]!;
      const y2 = y * y;
      const u1 = y - 1;
      const u2 = y2 - 1;
      const u3 = y2 * y - 1;
      const r2 = 2.25 + x * u2;
      const r3 = 2.625 + x * u3;
      out[0] = 2 * (u1 * u1 + u2 * u2 + u3 * u3);
      out[1] = 2 * (1.5 + 2 * x * u1 + 2 * y * (r2 + x * u2) + 3 * y2 * (r3 + x * u3));
      out[2] = out[1];
      out[3] = 2 * x * (x + 4 * x * y2 + 9 * x * y2 * y2 + 2 * r2 + 6 * y * r3);
    },
  }),
});
