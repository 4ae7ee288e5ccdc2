import { defineObjective } from './objective.ts';

/**
 * A kink: the slope has size 1 right up to the minimum, so a step never shrinks by itself.
 *
 *   f(x) = |x|,  f′ = sign x; at the kink the subgradient 0 is taken
 *
 * From a distance x₀ a run needs Σ η ≥ |x₀| to arrive, whatever the schedule.
 */
export const absoluteValue = defineObjective({
  id: 'absolute-value',
  name: { zh: '绝对值', en: 'absolute value' },
  formula: ['f(x) = |x|'],
  summary: {
    zh: '坡度处处是 1：能走多远只看学习率的总和，停得多准只看最后的学习率。',
    en: 'Slope 1 everywhere: the sum of the rates is the distance, the last rate is the precision.',
  },
  params: {},
  create: () => ({
    dim: 1,
    start: [1],
    domain: [[-1.5, 1.5]],
    minima: [[0]],
    valueAndGrad(point, grad) {
      const x = point[0]!;
      grad[0] = Math.sign(x);
      return Math.abs(x);
    },
    hessian(_point, out) {
      out[0] = 0;
    },
  }),
});
