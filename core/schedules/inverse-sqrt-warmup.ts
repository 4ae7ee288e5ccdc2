import { powerSum } from '../math/special.ts';
import { defineSchedule } from './schedule.ts';
import { factorParam, lengthOf, lengthParam, TENTH, tenthOfRun } from './shared-params.ts';

/**
 * Inverse square root with warm-up: a straight line from i·η₀ to η₀ over W units, then η₀·√(W/t), which
 * meets the line at t = W without a jump.
 *
 * Variant: fairseq's inverse_sqrt, with t from 0: i = 0 makes the very first update a step of length zero.
 */
export const inverseSqrtWarmup = defineSchedule({
  id: 'inverse-sqrt-warmup',
  family: 'up-and-down',
  name: { zh: '预热 + 平方根倒数', en: 'warm-up, inverse square root' },
  formula: [
    '\\eta_t = \\eta_0\\bigl(i + (1-i)\\,t/W\\bigr),\\quad t < W',
    '\\eta_t = \\eta_0\\sqrt{W/t},\\quad t \\ge W',
  ],
  summary: {
    zh: '先沿直线升到 η₀，再按 1/√t 慢慢降，不需要事先知道总步数。',
    en: 'Rises to η₀ along a line, then falls like 1/√t; the length of the run need not be known.',
  },
  reference: {
    authors: 'Ott, Edunov, Baevski, Fan, Gross, Ng, Grangier, Auli',
    title: 'fairseq: A Fast, Extensible Toolkit for Sequence Modeling',
    year: 2019,
    url: 'https://arxiv.org/abs/1904.01038',
  },
  params: {
    warmup: lengthParam(
      'W',
      { zh: '预热长度', en: 'warm-up' },
      { zh: '上升的时间', en: 'Time of the rise' },
      tenthOfRun,
    ),
    initFactor: factorParam(
      'i',
      { zh: '起点', en: 'start' },
      { zh: '第一个学习率与 η₀ 之比。', en: 'The first rate, as a fraction of η₀.' },
      0,
    ),
  },
  closed: {
    sum({ warmup, initFactor }, total, steps) {
      const end = lengthOf(warmup, total, TENTH);
      const n = Math.min(steps, end);
      const line = n * initFactor + ((1 - initFactor) * ((n / 2) * (n - 1))) / end;
      return line + powerSum(end, steps - n, -0.5, end);
    },
    sumOfSquares({ warmup, initFactor }, total, steps) {
      const end = lengthOf(warmup, total, TENTH);
      const n = Math.min(steps, end);
      const slope = (1 - initFactor) / end;
      const line =
        n * initFactor ** 2 +
        initFactor * slope * n * (n - 1) +
        (slope ** 2 * n * (n - 1) * (2 * n - 1)) / 6;
      return line + powerSum(end, steps - n, -1, end);
    },
    budget: () => Infinity,
    noiseBudget: () => Infinity,
    halfLife: ({ warmup, initFactor }, total) =>
      initFactor > 1 ? null : 4 * lengthOf(warmup, total, TENTH),
  },
  arithmetic({ warmup }, total, t) {
    const end = lengthOf(warmup, total, TENTH);
    return {
      formula: t < end ? 'eta0*(initFactor + (1 - initFactor)*t/warmup)' : 'eta0*sqrt(warmup/t)',
      numbers: { warmup: end },
    };
  },
  create({ warmup, initFactor }, { lr, total }) {
    const end = lengthOf(warmup, total, TENTH);
    return {
      lr: (t) => (t < end ? lr * ((initFactor * (end - t) + t) / end) : lr * Math.sqrt(end / t)),
    };
  },
});
