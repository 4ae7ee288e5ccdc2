import { defineObjective } from './objective.ts';

/**
 * A bowl covered with ripples: about a hundred local minima, one of them global.
 *
 *   f(x, y) = 2A + Σ (xᵢ² − A cos 2πxᵢ) = Σ (xᵢ² + 2A sin² πxᵢ),  minimum 0 at the origin
 *
 * The form with sin² is the one computed: nothing cancels near the minima.
 */
export const rastrigin = defineObjective({
  id: 'rastrigin',
  name: { zh: 'Rastrigin 函数', en: 'Rastrigin function' },
  formula: ['f(x, y) = 2A + x^2 - A\\cos 2\\pi x + y^2 - A\\cos 2\\pi y'],
  summary: {
    zh: '碗上布满波纹：小学习率停在最近的坑里，大学习率或噪声才能跳出去。',
    en: 'A rippled bowl: a small rate rests in the nearest dent; a large one, or noise, can leave it.',
  },
  reference: {
    authors: 'Mühlenbein, Schomisch, Born',
    title: 'The Parallel Genetic Algorithm as Function Optimizer',
    year: 1991,
    url: 'https://doi.org/10.1016/S0167-8191(05)80052-3',
  },
  params: {
    amplitude: {
      kind: 'number',
      symbol: 'A',
      label: { zh: '波纹幅度 A', en: 'ripple height A' },
      help: {
        zh: '越大，坑越深，越难离开；0 就是一只光滑的碗。',
        en: 'The larger, the deeper the dents and the harder to leave them; 0 is a smooth bowl.',
      },
      default: 10,
      offered: { min: 0, max: 20, scale: 'linear' },
      valid: { min: 0, max: 1e6 },
    },
  },
  create: ({ amplitude }) => ({
    dim: 2,
    start: [2.2, 1.8],
    domain: [
      [-5.12, 5.12],
      [-5.12, 5.12],
    ],
    minima: [[0, 0]],
    valueAndGrad(point, grad) {
      let value = 0;
      for (let i = 0; i < 2; i++) {
        const x = point[i]!;
        const sine = Math.sin(Math.PI * x);
        grad[i] = 2 * x + 2 * Math.PI * amplitude * Math.sin(2 * Math.PI * x);
        value += x * x + 2 * amplitude * sine * sine;
      }
      return value;
    },
    hessian(point, out) {
      const ripple = 4 * Math.PI * Math.PI * amplitude;
      out[0] = 2 + ripple * Math.cos(2 * Math.PI * point[0]!);
      out[1] = out[2] = 0;
      out[3] = 2 + ripple * Math.cos(2 * Math.PI * point[1]!);
    },
  }),
});
