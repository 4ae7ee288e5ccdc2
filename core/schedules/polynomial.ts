import { powerSum } from '../math/special.ts';
import { defineSchedule } from './schedule.ts';
import { floorParam, lengthOf, lengthParam, wholeRun } from './shared-params.ts';

/**
 * Polynomial decay: from η₀ down to the floor f·η₀ within D units, along a power of what is left:
 * η_t = η₀·(f + (1 − f)(1 − t/D)^p) for t ≤ D, then the floor. p = 1 is a straight line; a larger p falls
 * early and lands gently, a smaller one falls late.
 *
 * Variant: PyTorch's PolynomialLR (f = 0) and Keras' PolynomialDecay. With `cycle`, as in Keras, D is
 * stretched to the next multiple each time t passes it, so that the rate jumps up and falls again.
 */
export const polynomial = defineSchedule({
  id: 'polynomial',
  family: 'time',
  name: { zh: '多项式', en: 'polynomial' },
  formula: ['\\eta_t = \\eta_0\\Bigl(f + (1-f)\\bigl(1 - \\tfrac{\\min(t,D)}{D}\\bigr)^{p}\\Bigr)'],
  summary: {
    zh: '在限定的长度里沿剩余时间的幂次降到底；幂次越高，前面降得越快，最后落得越轻。',
    en: 'Reaches its floor in a given length along a power of the time left; a higher power falls early and lands gently.',
  },
  reference: {
    authors: 'Chen, Papandreou, Kokkinos, Murphy, Yuille',
    title:
      'DeepLab: Semantic Image Segmentation with Deep Convolutional Nets, Atrous Convolution, and Fully Connected CRFs',
    year: 2016,
    url: 'https://arxiv.org/abs/1606.00915',
  },
  params: {
    power: {
      kind: 'number',
      symbol: 'p',
      label: { zh: '幂次', en: 'power' },
      help: {
        zh: '1 是直线；大于 1 先快后慢，小于 1 先慢后快。',
        en: '1 is a straight line; above 1 the rate falls early, below 1 late.',
      },
      default: 2,
      offered: { min: 0.25, max: 5, scale: 'linear' },
      valid: { min: 0, max: 100 },
    },
    length: lengthParam(
      'D',
      { zh: '长度', en: 'length' },
      { zh: '降到底所用的时间', en: 'Time to reach the floor' },
      wholeRun,
    ),
    floor: floorParam,
    cycle: {
      kind: 'boolean',
      label: { zh: '循环', en: 'cycle' },
      help: {
        zh: '打开后降到底又跳起来再降，每一轮都更平缓。',
        en: 'When on, the rate jumps up from the floor and falls again, more slowly each time.',
      },
      default: false,
    },
  },
  closed: {
    sum: (values, total, steps) => polynomialSum(values, total, steps, 1),
    sumOfSquares: (values, total, steps) => polynomialSum(values, total, steps, 2),
    budget: (values, total) => polynomialSum(values, total, Infinity, 1),
    noiseBudget: (values, total) => polynomialSum(values, total, Infinity, 2),
    halfLife({ power, length, floor }, total) {
      const left = (0.5 - floor) / (1 - floor);
      return floor > 0.5 || power === 0
        ? Infinity
        : lengthOf(length, total) * (1 - left ** (1 / power));
    },
  },
  arithmetic({ length, floor, cycle }, total, t) {
    const end = lengthOf(length, total);
    const span = cycle ? end * Math.max(1, Math.ceil(t / end)) : end;
    const left = t <= span ? '(1 - t/length)^power' : '0^power';
    return {
      formula: floor === 0 ? `eta0*${left}` : `eta0*(floor + (1 - floor)*${left})`,
      numbers: { length: span },
    };
  },
  create({ power, length, floor, cycle }, { lr, total }) {
    const end = lengthOf(length, total);
    return {
      lr(t) {
        const span = cycle ? end * Math.max(1, Math.ceil(t / end)) : end;
        const left = (span - Math.min(t, span)) / span;
        return lr * (floor + (1 - floor) * left ** power);
      },
    };
  },
});

interface Polynomial {
  readonly power: number;
  readonly length: number;
  readonly floor: number;
  readonly cycle: boolean;
}

/** Σ (η_t/η₀)^order for order 1 or 2: the powers (j/D)^p down from j = D, and the floor after them. */
function polynomialSum(
  { power, length, floor, cycle }: Polynomial,
  total: number,
  steps: number,
  order: 1 | 2,
): number | null {
  const end = lengthOf(length, total);
  if (cycle && steps > end) return null;
  const n = Math.min(steps, end);
  const powers = (p: number): number => powerSum(end - n + 1, n, p, end);
  const rise = 1 - floor;
  const falling =
    order === 1
      ? floor * n + rise * powers(power)
      : floor ** 2 * n + 2 * floor * rise * powers(power) + rise ** 2 * powers(2 * power);
  const last = floor + rise * 0 ** power;
  return last === 0 ? falling : falling + (steps - n) * last ** order;
}
