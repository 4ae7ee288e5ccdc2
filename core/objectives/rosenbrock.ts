import { defineObjective } from './objective.ts';

/**
 * A curved valley: falling into it is easy, following its floor to the minimum is slow.
 *
 *   f(x, y) = (a − x)² + b (y − x²)²,  minimum 0 at (a, a²)
 *
 * The larger b, the steeper the walls along the floor y = x², and the worse conditioned the valley.
 */
export const rosenbrock = defineObjective({
  id: 'rosenbrock',
  name: { zh: 'Rosenbrock 弯谷', en: 'Rosenbrock valley' },
  formula: ['f(x, y) = (a - x)^2 + b\\,(y - x^2)^2'],
  summary: {
    zh: '进谷容易走谷难：谷底又弯又平，谷壁却很陡，学习率被谷壁卡住。',
    en: 'The walls of a bent valley cap the rate, and its nearly flat floor makes the rest slow.',
  },
  reference: {
    authors: 'Rosenbrock',
    title: 'An Automatic Method for Finding the Greatest or Least Value of a Function',
    year: 1960,
    url: 'https://doi.org/10.1093/comjnl/3.3.175',
  },
  params: {
    a: {
      kind: 'number',
      symbol: 'a',
      label: { zh: '最小点 a', en: 'minimum a' },
      help: {
        zh: '最小点在 (a, a²)；a 越大，要沿弯谷走得越远。',
        en: 'The minimum lies at (a, a²): the larger a, the farther along the bend.',
      },
      default: 1,
      offered: { min: 0, max: 2, scale: 'linear' },
      valid: { min: -1e3, max: 1e3 },
    },
    b: {
      kind: 'number',
      symbol: 'b',
      label: { zh: '谷壁陡度 b', en: 'wall steepness b' },
      help: {
        zh: '越大，谷壁越陡，能承受的学习率越小。',
        en: 'The larger, the steeper the walls and the smaller the rate they bear.',
      },
      default: 100,
      offered: { min: 1, max: 1000, scale: 'log' },
      valid: { min: 0, minExclusive: true, max: 1e9 },
    },
  },
  create: ({ a, b }) => ({
    dim: 2,
    start: [-1.2, 1],
    domain: [
      [Math.min(-2, a - 1), Math.max(2, a + 1)],
      [-1, Math.max(3, a * a + 1)],
    ],
    minima: [[a, a * a]],
    valueAndGrad(p, grad) {
      const x = p[0]!;
      const ahead = a - x;
      const above = p[1]! - x * x;
      grad[0] = -2 * ahead - 4 * b * x * above;
      grad[1] = 2 * b * above;
      return ahead * ahead + b * above * above;
    },
    hessian(p, out) {
      const x = p[0]!;
      const above = p[1]! - x * x;
      out[0] = 2 + 4 * b * (2 * x * x - above);
      out[1] = out[2] = -4 * b * x;
      out[3] = 2 * b;
    },
  }),
});
