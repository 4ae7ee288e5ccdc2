import { definePrerequisite } from '../prerequisite.ts';
import { toned } from '../toned.ts';
import { density, EXPECTATION, meansOf, MOST_POWER, summary, VARIANCE } from './means.ts';

/** The means are to scatter so many times less than single samples do. */
const TIMES_LESS = 4;

function read([power]: readonly number[]) {
  const samples = 2 ** power!;
  const { mean, variance } = summary(meansOf(power!));
  const theory = VARIANCE / samples;
  const spread = Math.sqrt(theory);
  return {
    numbers: {
      samples,
      mean,
      variance,
      theory,
      spread,
      timesLess: TIMES_LESS,
      fewer: TIMES_LESS ** 2,
    },
    met: samples === TIMES_LESS ** 2,
  };
}

const axis = { min: 0, max: MOST_POWER, start: 0, step: 1, large: 2 };

/** What was measured of the variance at every batch size, as powers of two. */
export const measured = Array.from({ length: MOST_POWER + 1 }, (_, power) => ({
  power,
  get variance() {
    return Math.log2(summary(meansOf(power)).variance);
  },
}));

/** What is shown of the values of a mean. */
export const SHOWN = [0, 3] as const;
export const BINS = 60;

/** Outline of a histogram, bin after bin; shape (2 BINS, 2). */
export function outline(power: number): readonly (readonly [x: number, y: number])[] {
  const width = (SHOWN[1] - SHOWN[0]) / BINS;
  return density(meansOf(power), SHOWN, BINS).flatMap((height, i) => [
    [SHOWN[0] + i * width, height] as const,
    [SHOWN[0] + (i + 1) * width, height] as const,
  ]);
}

const scatter = toned(0, '\\operatorname{Var}[\\bar g]');
const law = toned(1, '\\frac{\\sigma^2}{B}');

export const variance = definePrerequisite({
  name: { zh: '期望与方差', en: 'Expectation and variance' },
  question: {
    zh: '一批样本的平均，有多可信？',
    en: 'How far can the mean of a batch be trusted?',
  },
  says: {
    zh: `单个样本忽大忽小；重复无穷多次的平均叫期望，离期望的距离平方后再平均叫方差 $\\sigma^2$。一批 $B$ 个独立样本的平均，期望不变，方差只有 $${law}$：图里真的抽了许多批，单个样本歪向一边，批量大了，平均值就挤成一口钟。可是散布要开方，只按 $1/\\sqrt{B}$ 变小：想减半，样本要四倍。`,
    en: `Single samples vary; their mean over endlessly many repetitions is the expectation, and the mean squared distance from it is the variance $\\sigma^2$. The mean of a batch of $B$ independent samples has the same expectation but only $${law}$ of variance: of the many batches that were really drawn here, single samples lean to one side, and the means of larger batches crowd into a bell. But their spread is a root and shrinks as $1/\\sqrt{B}$ only: to halve it takes four times the samples.`,
  },
  formula: `${scatter} = ${law}, \\qquad ${toned(0, '{{variance}}')} \\approx ${toned(1, '\\frac{1}{ {{samples}} } = {{theory}}')}`,
  rows: [
    {
      symbol: 'B',
      label: { zh: '一批的样本数', en: 'samples in a batch' },
      number: 'samples',
      whole: true,
    },
    {
      symbol: '\\mathbb{E}[\\bar g]',
      label: { zh: '各批平均的平均（期望为一）', en: 'mean of the means (one, as expected)' },
      number: 'mean',
    },
    {
      symbol: '\\operatorname{Var}[\\bar g]',
      label: { zh: '各批平均的方差', en: 'variance of the means' },
      number: 'variance',
      tone: 0,
    },
    { symbol: '\\sigma^2/B', label: { zh: '理论值', en: 'by theory' }, number: 'theory', tone: 1 },
    {
      symbol: '\\sigma/\\sqrt{B}',
      label: { zh: '散布（标准差）', en: 'spread (standard deviation)' },
      number: 'spread',
    },
  ],
  goal: {
    zh: '让各批的平均只有单个样本四分之一的散布。',
    en: 'Make the means spread a quarter as far as single samples do.',
  },
  reached: {
    zh: '到了：散布小到四分之一，一批要 {{fewer}} 个样本，不是 {{timesLess}} 个。',
    en: 'There: a quarter of the spread takes {{fewer}} samples in a batch, not {{timesLess}}.',
  },
  handle: { zh: '一批的样本数 B', en: 'Samples in a batch, B' },
  spoken: {
    zh: '一批 {{samples}} 个样本；平均值的方差 {{variance}}，理论值 {{theory}}',
    en: '{{samples}} samples in a batch; variance of the means {{variance}}, by theory {{theory}}',
  },
  used: {
    zh: '小批量的梯度就是这样的平均；固定的学习率因此停在噪声地板上，衰减就是为了让它再往下走。',
    en: 'The gradient of a batch is such a mean; because of it a fixed rate stalls at a noise floor, which decay is there to lower.',
  },
  lessons: [5, 6],
  own: ['expectation', 'variance'],
  terms: ['batch', 'noiseFloor'],
  labels: {
    means: { zh: '各批的平均值', en: 'Means of batches' },
    scatter: { zh: '平均值的方差', en: 'Variance of the means' },
    samples: { zh: '一批的样本数 B →', en: 'batch size B →' },
    drawn: { zh: '抽样得到', en: 'as drawn' },
    spread: { zh: '一个标准差', en: 'one standard deviation' },
  },
  axes: [axis],
  read,
  tiny([power]) {
    const bars = outline(power!);
    const highest = Math.max(...bars.map(([, height]) => height));
    const [lo, hi] = SHOWN;
    return {
      x: SHOWN,
      y: [-0.12 * highest, 1.15 * highest],
      lines: [
        { points: [[lo, 0], ...bars, [hi, 0]], tone: 0, filled: true },
        { points: bars, tone: 0 },
        {
          points: [
            [EXPECTATION, 0],
            [EXPECTATION, 1.1 * highest],
          ],
          tone: null,
        },
      ],
      point: null,
    };
  },
});
