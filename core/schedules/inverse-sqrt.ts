import { powerSum } from '../math/special.ts';
import { defineSchedule } from './schedule.ts';
import { decayParam } from './shared-params.ts';

/**
 * Inverse square root: η_t = η₀ / √(1 + d·t). Falls more slowly than inverse time: both Σ η_t (like √t) and
 * Σ η_t² (like ln t) grow without bound; the classical choice where the iterates are averaged.
 */
export const inverseSqrt = defineSchedule({
  id: 'inverse-sqrt',
  family: 'time',
  name: { zh: '平方根倒数', en: 'inverse square root' },
  formula: ['\\eta_t = \\dfrac{\\eta_0}{\\sqrt{1 + d\\,t}}'],
  summary: {
    zh: '比逆时间降得慢，走得更远，噪声也去得更慢；配合参数平均时是经典选择。',
    en: 'Falls more slowly than inverse time: it travels farther and keeps more noise, which averaging removes.',
  },
  reference: {
    authors: 'Nemirovski, Juditsky, Lan, Shapiro',
    title: 'Robust Stochastic Approximation Approach to Stochastic Programming',
    year: 2009,
    url: 'https://doi.org/10.1137/070704277',
  },
  params: { decay: decayParam },
  closed: {
    sum: ({ decay }, _total, steps) => rootSum(decay, steps, -0.5),
    sumOfSquares: ({ decay }, _total, steps) => rootSum(decay, steps, -1),
    budget: () => Infinity,
    noiseBudget: () => Infinity,
    halfLife: ({ decay }) => 3 / decay,
  },
  arithmetic: () => ({ formula: 'eta0/sqrt(1 + decay*t)' }),
  create: ({ decay }, { lr }) => ({ lr: (t) => lr / Math.sqrt(1 + decay * t) }),
});

function rootSum(decay: number, steps: number, power: number): number {
  const a = 1 / decay;
  return a > 1e300 ? steps : powerSum(a, steps, power, a);
}
