import { defineSchedule } from './schedule.ts';

/** The rate stays what it is: η_t = η₀. */
export const constant = defineSchedule({
  id: 'constant',
  family: 'steps',
  name: { zh: '常数', en: 'constant' },
  formula: ['\\eta_t = \\eta_0'],
  summary: {
    zh: '学习率从头到尾不变。有梯度噪声时，损失会停在一层噪声地板上。',
    en: 'The rate never changes. With gradient noise the loss stalls on a floor.',
  },
  reference: {
    authors: 'Lemaréchal',
    title: 'Cauchy and the Gradient Method',
    year: 2012,
    url: 'https://www.math.uni-bielefeld.de/documenta/vol-ismp/40_lemarechal-claude.pdf',
  },
  params: {},
  closed: {
    sum: (_values, _total, steps) => steps,
    sumOfSquares: (_values, _total, steps) => steps,
    budget: () => Infinity,
    noiseBudget: () => Infinity,
    halfLife: () => Infinity,
  },
  arithmetic: () => ({ formula: 'eta0' }),
  create: (_values, { lr }) => ({ lr: () => lr }),
});
