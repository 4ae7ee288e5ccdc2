import { defineObjective } from './objective.ts';

/** k in the cone 20 (1 − e^(−kρ)), ρ = √(x² + y²): 0.2/√2. */
const k = Math.sqrt(0.02);

/**
 * A nearly flat, rippled plain around a narrow funnel that ends in a cusp.
 *
 *   f(x, y) = −20 exp(−0.2 √(½ (x² + y²))) − exp(½ (cos 2πx + cos 2πy)) + e + 20
 *           = 20 (1 − e^(−kρ)) + e (1 − e^(−s)),  ρ = √(x² + y²),  s = sin² πx + sin² πy
 *
 * Minimum 0 at the origin. The second form is the one computed: nothing cancels near the minimum.
 * At the cusp itself the gradient is defined as 0 and the curvature is infinite.
 */
export const ackley = defineObjective({
  id: 'ackley',
  name: { zh: 'Ackley 函数', en: 'Ackley function' },
  formula: [
    'f(x, y) = 20 + e - 20\\exp\\left(-0.2\\sqrt{\\tfrac12(x^2 + y^2)}\\right)',
    '\\qquad {} - \\exp\\left(\\tfrac12(\\cos 2\\pi x + \\cos 2\\pi y)\\right)',
  ],
  summary: {
    zh: '最低点是一个尖：固定学习率永远在尖上来回跳，只有衰减才能停下。',
    en: 'The lowest point is a cusp: a constant rate hops across it for ever, only a decay comes to rest.',
  },
  reference: {
    authors: 'Ackley',
    title: 'A Connectionist Machine for Genetic Hillclimbing',
    year: 1987,
    url: 'https://doi.org/10.1007/978-1-4613-1997-9',
  },
  params: {},
  create: () => ({
    dim: 2,
    start: [2.5, -1.8],
    domain: [
      [-5, 5],
      [-5, 5],
    ],
    minima: [[0, 0]],
    valueAndGrad(point, grad) {
      const x = point[0]!;
      const y = point[1]!;
      const radius = Math.hypot(x, y);
      const sx = Math.sin(Math.PI * x);
      const sy = Math.sin(Math.PI * y);
      const ripple = Math.expm1(-(sx * sx + sy * sy));
      const cone = Math.expm1(-k * radius);
      const pull = radius === 0 ? 0 : (20 * k * (cone + 1)) / radius;
      const height = Math.PI * Math.E * (ripple + 1);
      grad[0] = pull * x + height * Math.sin(2 * Math.PI * x);
      grad[1] = pull * y + height * Math.sin(2 * Math.PI * y);
      return -20 * cone - Math.E * ripple;
    },
    hessian(point, out) {
      const x = point[0]!;
      const y = point[1]!;
      const radius = Math.hypot(x, y);
      if (radius === 0) {
        out[0] = out[3] = Infinity;
        out[1] = out[2] = 0;
        return;
      }
      // On the unit vector u: ∇² 20(1 − e^(−kρ)) = 20k e^(−kρ) ((I − uuᵀ)/ρ − k uuᵀ).
      const ux = x / radius;
      const uy = y / radius;
      const inward = 20 * k * k * Math.exp(-k * radius);
      const across = inward / (k * radius);
      const sx = Math.sin(Math.PI * x);
      const sy = Math.sin(Math.PI * y);
      const height = Math.PI * Math.PI * Math.E * Math.exp(-(sx * sx + sy * sy));
      const wx = Math.sin(2 * Math.PI * x);
      const wy = Math.sin(2 * Math.PI * y);
      const bendX = height * (2 * Math.cos(2 * Math.PI * x) - wx * wx);
      const bendY = height * (2 * Math.cos(2 * Math.PI * y) - wy * wy);
      out[0] = across * uy * uy - inward * ux * ux + bendX;
      out[1] = out[2] = -(across + inward) * ux * uy - height * wx * wy;
      out[3] = across * ux * ux - inward * uy * uy + bendY;
    },
  }),
});
