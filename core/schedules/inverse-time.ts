import { decayParam } from './decay-param.ts';
import { defineSchedule } from './schedule.ts';

/**
 * Inverse-time decay: η_t = η₀ / (1 + d·t) for t = 0, 1, 2, …, so η₀ is used by the first update.
 * Half the rate is reached at t = 1/d, a quarter at 3/d; Σ η_t grows without bound, like (η₀/d)·ln t.
 *
 * Variant: continuous; the staircase is obtained by counting t in epochs.
 */
export const inverseTime = defineSchedule({
  id: 'inverse-time',
  name: { zh: '逆时间', en: 'inverse time' },
  formula: ['\\eta_t = \\dfrac{\\eta_0}{1 + d\\,t}'],
  summary: {
    zh: '第 1/d 步减半，之后越降越慢；总路程没有上限，所以不会冻住。',
    en: 'Halves at t = 1/d, then ever more slowly; the distance it can travel has no bound.',
  },
  reference: {
    authors: 'Robbins, Monro',
    title: 'A Stochastic Approximation Method',
    year: 1951,
    url: 'https://doi.org/10.1214/aoms/1177729586',
  },
  params: { decay: decayParam },
  create: ({ decay }, { lr }) => ({ lr: (t) => lr / (1 + decay * t) }),
});
