import { partialWaveSum, wave } from './cosine.ts';
import { defineSchedule } from './schedule.ts';
import { floorParam, lengthOf, lengthParam, SEVENTH } from './shared-params.ts';

/**
 * Cosine with warm restarts: half a cosine wave from η₀ to the floor, then a jump back to η₀ and the next
 * wave, each `lengthFactor` times as long as the one before: D, m·D, m²·D, …
 *
 * Variant: PyTorch's CosineAnnealingWarmRestarts. By default D is a seventh of the run and m = 2, so that
 * three whole waves (1 + 2 + 4) fill it.
 */
export const cosineWarmRestarts = defineSchedule({
  id: 'cosine-warm-restarts',
  family: 'cosine',
  name: { zh: '余弦重启', en: 'cosine with restarts' },
  formula: [
    '\\eta_t = \\eta_0\\Bigl(f + (1-f)\\,\\tfrac12\\bigl(1 + \\cos\\tfrac{\\pi\\,\\tau}{D_i}\\bigr)\\Bigr)',
    'D_i = D\\,m^{i},\\quad \\tau = t - (D_0 + \\dots + D_{i-1})',
  ],
  summary: {
    zh: '一轮余弦降到底，立刻跳回 η₀ 再来一轮，一轮比一轮长。',
    en: 'One cosine to the floor, a jump back to η₀, and the next one, each longer than the last.',
  },
  reference: {
    authors: 'Loshchilov, Hutter',
    title: 'SGDR: Stochastic Gradient Descent with Warm Restarts',
    year: 2017,
    url: 'https://arxiv.org/abs/1608.03983',
  },
  params: {
    firstLength: lengthParam(
      'D',
      { zh: '首轮长度', en: 'first wave' },
      { zh: '第一轮的长度', en: 'Length of the first wave' },
      { zh: '运行的七分之一', en: 'a seventh of the run' },
    ),
    lengthFactor: {
      kind: 'number',
      symbol: 'm',
      label: { zh: '轮长倍数', en: 'stretch' },
      help: {
        zh: '每一轮是上一轮的几倍长。',
        en: 'How many times as long as the last each wave is.',
      },
      default: 2,
      offered: { min: 1, max: 4, scale: 'linear' },
      valid: { min: 1, max: 100, integer: true },
    },
    floor: floorParam,
  },
  closed: {
    sum: (values, total, steps) => restartSum(values, total, steps, 1),
    sumOfSquares: (values, total, steps) => restartSum(values, total, steps, 2),
    budget: () => Infinity,
    noiseBudget: () => Infinity,
    halfLife({ firstLength, floor }, total) {
      if (floor > 0.5) return Infinity;
      const first = lengthOf(firstLength, total, SEVENTH);
      const halved = (first * Math.acos(-floor / (1 - floor))) / Math.PI;
      // A very short wave may jump back before an index has fallen on its lower half.
      return Math.ceil(halved) < first ? halved : null;
    },
  },
  arithmetic({ firstLength, lengthFactor, floor }, total, t) {
    let length = lengthOf(firstLength, total, SEVENTH);
    let begin = 0;
    if (lengthFactor === 1) begin = t - (t % length);
    else for (; t - begin >= length; length *= lengthFactor) begin += length;
    const wave = '(1/2)*(1 + cos(pi*(t - begin)/length))';
    return {
      formula: floor === 0 ? `eta0*${wave}` : `eta0*(floor + (1 - floor)*${wave})`,
      numbers: { begin, length },
      symbols: { begin: 't_i', length: 'T_i' },
    };
  },
  create({ firstLength, lengthFactor, floor }, { lr, total }) {
    const first = lengthOf(firstLength, total, SEVENTH);
    return {
      lr(t) {
        if (lengthFactor === 1) return lr * wave((t % first) / first, floor);
        let length = first;
        let tau = t;
        for (; tau >= length; length *= lengthFactor) tau -= length;
        return lr * wave(tau / length, floor);
      },
    };
  },
});

interface Restarts {
  readonly firstLength: number;
  readonly lengthFactor: number;
  readonly floor: number;
}

/** Whole waves one by one (equal ones at once), then the part of the last. */
function restartSum(values: Restarts, total: number, steps: number, order: 1 | 2): number {
  const { firstLength, lengthFactor, floor } = values;
  let length = lengthOf(firstLength, total, SEVENTH);
  let left = steps;
  let sum = 0;
  if (lengthFactor === 1) {
    const whole = Math.floor(steps / length);
    left = steps - whole * length;
    sum = whole * partialWaveSum(length, length, floor, order);
  }
  for (; left >= length; length *= lengthFactor) {
    sum += partialWaveSum(length, length, floor, order);
    left -= length;
  }
  return sum + partialWaveSum(left, length, floor, order);
}
