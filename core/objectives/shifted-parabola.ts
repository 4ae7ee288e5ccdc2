import { defineObjective } from './objective.ts';

/** The first example of every course: f(x) = (x − 3)², f′ = 2 (x − 3), f″ = 2, minimum 0 at 3. */
export const shiftedParabola = defineObjective({
  id: 'shifted-parabola',
  name: { zh: '平移的抛物线', en: 'shifted parabola' },
  formula: ['f(x) = (x - 3)^2'],
  summary: {
    zh: '可以用纸笔跟着算的例子：x₀ = 0，η = 0.1 时，x 依次是 0、0.6、1.08、1.464。',
    en: 'To follow with pencil and paper: from 0 with rate 0.1, x is 0, 0.6, 1.08, 1.464.',
  },
  params: {},
  create: () => ({
    dim: 1,
    start: [0],
    domain: [[-1, 7]],
    minima: [[3]],
    valueAndGrad(point, grad) {
      const offset = point[0]! - 3;
      grad[0] = 2 * offset;
      return offset * offset;
    },
    hessian(_point, out) {
      out[0] = 2;
    },
  }),
});
