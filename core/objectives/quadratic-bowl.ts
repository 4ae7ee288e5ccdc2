import type { NumberParam } from '../params.ts';
import { defineObjective } from './objective.ts';

const curvature = (symbol: string, value: number, zh: string, en: string): NumberParam => ({
  kind: 'number',
  symbol,
  label: { zh, en },
  help: {
    zh: '越大，这个方向越陡，能承受的学习率越小：上限是 2/λ。',
    en: 'The larger, the steeper this direction and the smaller the rate it bears: at most 2/λ.',
  },
  default: value,
  offered: { min: 0.001, max: 100, scale: 'log' },
  valid: { min: 0, minExclusive: true, max: 1e9 },
});

/**
 * A bowl with two curvatures, f(θ) = ½ (λ₁ θ₁² + λ₂ θ₂²), minimum 0 at the origin.
 * Its largest curvature L = max(λ₁, λ₂) sets the stability limit 2/L of gradient descent.
 */
export const quadraticBowl = defineObjective({
  id: 'quadratic-bowl',
  name: { zh: '二次碗', en: 'quadratic bowl' },
  formula: ['f(\\theta) = \\tfrac12\\left(\\lambda_1\\theta_1^2 + \\lambda_2\\theta_2^2\\right)'],
  summary: {
    zh: '两个方向、两种曲率：陡的一边限制学习率，缓的一边决定要走多久。',
    en: 'Two directions, two curvatures: the steep one caps the rate, the flat one sets the time.',
  },
  params: {
    lambda1: curvature('\\lambda_1', 1, '曲率 λ₁', 'curvature λ₁'),
    lambda2: curvature('\\lambda_2', 0.05, '曲率 λ₂', 'curvature λ₂'),
  },
  create: ({ lambda1, lambda2 }) => ({
    dim: 2,
    start: [1, 1],
    domain: [
      [-1.5, 1.5],
      [-1.5, 1.5],
    ],
    minima: [[0, 0]],
    valueAndGrad(x, grad) {
      const a = x[0]!;
      const b = x[1]!;
      grad[0] = lambda1 * a;
      grad[1] = lambda2 * b;
      return 0.5 * (lambda1 * a * a + lambda2 * b * b);
    },
    hessian(_x, out) {
      out[0] = lambda1;
      out[1] = 0;
      out[2] = 0;
      out[3] = lambda2;
    },
  }),
});
