import { powerSum } from '../math/special.ts';
import { defineSchedule } from './schedule.ts';
import { lengthOf, lengthParam, TENTH, tenthOfRun } from './shared-params.ts';

/**
 * Noam: a linear warm-up over W units, then the inverse square root of the step, with s = t + 1:
 * η_t = η₀·√W·min(s^(−1/2), s·W^(−3/2)), so that η₀ is the peak, reached at s = W.
 *
 * Variant: with scale `paper`, η₀ is the paper's factor instead, and the rate is
 * η₀·d^(−1/2)·min(s^(−1/2), s·W^(−3/2)) with the width d of the model: the peak is η₀/√(d·W).
 */
export const noam = defineSchedule({
  id: 'noam',
  family: 'up-and-down',
  name: { zh: 'Noam', en: 'Noam' },
  formula: [
    'a \\in \\bigl\\{\\sqrt{W},\\; 1/\\sqrt{d}\\,\\bigr\\}',
    '\\eta_t = \\eta_0\\,a\\,\\min\\bigl(s^{-1/2},\\; s\\,W^{-3/2}\\bigr),\\quad s = t + 1',
  ],
  summary: {
    zh: 'Transformer 原文的计划：线性预热，然后按步数的平方根倒数下降。',
    en: 'The schedule of the original Transformer: linear warm-up, then the inverse square root of the step.',
  },
  reference: {
    authors: 'Vaswani, Shazeer, Parmar, Uszkoreit, Jones, Gomez, Kaiser, Polosukhin',
    title: 'Attention Is All You Need',
    year: 2017,
    url: 'https://arxiv.org/abs/1706.03762',
  },
  params: {
    warmup: lengthParam(
      'W',
      { zh: '预热长度', en: 'warm-up' },
      { zh: '上升的时间', en: 'Time of the rise' },
      tenthOfRun,
    ),
    scale: {
      kind: 'choice',
      label: { zh: 'η₀ 的含义', en: 'meaning of η₀' },
      help: {
        zh: 'η₀ 是峰值，还是原文的系数。',
        en: 'Whether η₀ is the peak or the paper’s factor.',
      },
      default: 'peak',
      options: [
        {
          id: 'peak',
          label: { zh: '峰值', en: 'peak' },
          help: { zh: '预热结束时学习率正好是 η₀。', en: 'The rate is η₀ where the warm-up ends.' },
        },
        {
          id: 'paper',
          label: { zh: '原文系数', en: 'paper' },
          help: {
            zh: '峰值是 η₀/√(d·W)，随模型宽度变小。',
            en: 'The peak is η₀/√(d·W): the wider the model, the lower.',
          },
        },
      ],
    },
    modelDim: {
      kind: 'number',
      symbol: 'd',
      label: { zh: '模型宽度', en: 'model width' },
      help: {
        zh: '只在 η₀ 取原文系数时起作用。',
        en: 'Matters only where η₀ is the paper’s factor.',
      },
      default: 512,
      offered: { min: 1, max: 8192, scale: 'log' },
      valid: { min: 1, max: 1e9, integer: true },
    },
  },
  closed: {
    sum(values, total, steps) {
      const { rise, scale } = shapeOf(values, total);
      const n = Math.min(steps, rise);
      const up = (n / 2) * (n + 1) * rise ** -1.5;
      return scale * (up + powerSum(rise + 1, steps - n, -0.5));
    },
    sumOfSquares(values, total, steps) {
      const { rise, scale } = shapeOf(values, total);
      const n = Math.min(steps, rise);
      const up = ((n / 6) * (n + 1) * (2 * n + 1)) / rise ** 3;
      return scale ** 2 * (up + powerSum(rise + 1, steps - n, -1));
    },
    budget: () => Infinity,
    noiseBudget: () => Infinity,
    halfLife: (values, total) => 4 * shapeOf(values, total).rise - 1,
  },
  arithmetic(values, total) {
    const scale = values.scale === 'peak' ? 'eta0*sqrt(warmup)' : 'eta0/sqrt(modelDim)';
    return {
      formula: `${scale}*min(1/sqrt(t + 1), (t + 1)/warmup^(3/2))`,
      numbers: { warmup: shapeOf(values, total).rise },
    };
  },
  create(values, { lr, total }) {
    const { rise, scale } = shapeOf(values, total);
    const slope = rise ** -1.5;
    return { lr: (t) => lr * scale * Math.min((t + 1) ** -0.5, (t + 1) * slope) };
  },
});

function shapeOf(
  values: { readonly warmup: number; readonly scale: 'peak' | 'paper'; readonly modelDim: number },
  total: number,
): { readonly rise: number; readonly scale: number } {
  const rise = lengthOf(values.warmup, total, TENTH);
  return { rise, scale: values.scale === 'peak' ? Math.sqrt(rise) : values.modelDim ** -0.5 };
}
