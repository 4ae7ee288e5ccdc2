import { powerSum } from '../math/special.ts';
import { partialWaveSum, wave } from './cosine.ts';
import { defineSchedule } from './schedule.ts';
import { floorParam } from './shared-params.ts';

/**
 * Warm-up, stable, decay: a short rise in a part w of the run, η₀ for most of it, and a cool-down in the last
 * part c, from η₀ to the floor f·η₀: along a line, along 1 − √x, or along half a cosine wave of the
 * time x in [0, 1] that has passed in it. A rise (t + 1)/W reaches η₀ with the last of its W updates.
 *
 * Only the cool-down needs to know where the run ends, so a run can be stopped or prolonged at will before
 * it. If both parts overlap, the cool-down begins where the rise ends.
 */
export const warmupStableDecay = defineSchedule({
  id: 'warmup-stable-decay',
  family: 'up-and-down',
  name: { zh: '预热—稳定—衰减', en: 'warm-up, stable, decay' },
  formula: [
    '\\eta_t = \\eta_0\\,\\tfrac{t+1}{W},\\quad t < W = wT',
    '\\eta_t = \\eta_0,\\quad W \\le t < (1-c)\\,T',
    '\\eta_t = \\eta_0\\bigl(f + (1-f)\\,g(x)\\bigr),\\quad x = \\tfrac{t - (1-c)T}{cT}',
  ],
  summary: {
    zh: '先升，再长时间不变，最后收尾时才降；想要结果时再收尾，不必事先定总步数。',
    en: 'Up, then level for most of the run, and down only at the end, whenever a result is wanted.',
  },
  reference: {
    authors: 'Hu, Tu, Han, He, Cui, Long, et al.',
    title:
      'MiniCPM: Unveiling the Potential of Small Language Models with Scalable Training Strategies',
    year: 2024,
    url: 'https://arxiv.org/abs/2404.06395',
  },
  params: {
    warmupShare: shareParam(
      'w',
      { zh: '预热占比', en: 'warm-up' },
      { zh: '上升段占整个运行的比例。', en: 'The part of the run in which the rate rises.' },
      0.05,
    ),
    cooldownShare: shareParam(
      'c',
      { zh: '收尾占比', en: 'cool-down' },
      { zh: '下降段占整个运行的比例。', en: 'The part of the run in which the rate falls.' },
      0.2,
    ),
    shape: {
      kind: 'choice',
      label: { zh: '收尾形状', en: 'shape' },
      help: { zh: '收尾时怎么降。', en: 'How the rate falls in the cool-down.' },
      default: 'linear',
      options: [
        {
          id: 'linear',
          label: { zh: '直线', en: 'linear' },
          help: { zh: '匀速降到底。', en: 'Falls evenly.' },
        },
        {
          id: 'one-minus-sqrt',
          label: { zh: '1 − √x', en: '1 − √x' },
          help: { zh: '一开始就大幅下降。', en: 'Falls most at once.' },
        },
        {
          id: 'cosine',
          label: { zh: '余弦', en: 'cosine' },
          help: { zh: '两头平、中间陡。', en: 'Flat at both ends.' },
        },
      ],
    },
    floor: floorParam,
  },
  closed: {
    sum: (values, total, steps) => partsSum(values, total, steps, 1),
    sumOfSquares: (values, total, steps) => partsSum(values, total, steps, 2),
    budget: (values, total) => endless(values, total, 1),
    noiseBudget: (values, total) => endless(values, total, 2),
    halfLife(values, total) {
      const { fallFrom, fall } = partsOf(values, total);
      const left = (0.5 - values.floor) / (1 - values.floor);
      return values.floor > 0.5 ? Infinity : fallFrom + fall * whenLeft(values.shape, left);
    },
  },
  arithmetic(values, total, t) {
    const { rise, fallFrom, fall } = partsOf(values, total);
    const numbers = { rise, fallFrom, fall };
    const symbols = { rise: 'W', fallFrom: '(1-c)T', fall: 'cT' };
    if (t < rise) return { formula: 'eta0*(t + 1)/rise', numbers, symbols };
    if (t < fallFrom) return { formula: 'eta0' };
    if (t >= fallFrom + fall) return { formula: 'eta0*floor' };
    const x = '(t - fallFrom)/fall';
    const left = {
      linear: `(1 - ${x})`,
      cosine: `(1/2)*(1 + cos(pi*${x}))`,
      'one-minus-sqrt': `(1 - sqrt(${x}))`,
    };
    const formula = `eta0*(floor + (1 - floor)*${left[values.shape]})`;
    return { formula, numbers, symbols };
  },
  create(values, { lr, total }) {
    const { rise, fallFrom, fall } = partsOf(values, total);
    const { shape, floor } = values;
    return {
      lr(t) {
        if (t < rise) return (lr * (t + 1)) / rise;
        if (t < fallFrom) return lr;
        const x = Math.min(t - fallFrom, fall) / fall;
        return lr * (floor + (1 - floor) * falling(shape, x));
      },
    };
  },
});

type Shape = 'linear' | 'one-minus-sqrt' | 'cosine';

function falling(shape: Shape, x: number): number {
  if (shape === 'linear') return 1 - x;
  return shape === 'cosine' ? wave(x, 0) : 1 - Math.sqrt(x);
}

/** The x in [0, 1] at which g(x) is `left`. */
function whenLeft(shape: Shape, left: number): number {
  if (shape === 'linear') return 1 - left;
  return shape === 'cosine' ? Math.acos(2 * left - 1) / Math.PI : (1 - left) ** 2;
}

/** Σ (η_t/η₀)^order over the rise, the level part, the cool-down and the floor after it. */
function partsSum(values: Parts, total: number, steps: number, order: 1 | 2): number {
  const { rise, fallFrom, fall } = partsOf(values, total);
  const { floor, shape } = values;
  const n = Math.min(steps, rise);
  const level = Math.max(0, Math.min(steps, fallFrom) - rise);
  const m = Math.max(0, Math.min(steps - fallFrom, fall));
  const rest = Math.max(0, steps - fallFrom - fall) * floor ** order;
  const first = shapeSum(shape, m, fall, 1);
  const falling =
    order === 1
      ? floor * m + (1 - floor) * first
      : floor ** 2 * m +
        2 * floor * (1 - floor) * first +
        (1 - floor) ** 2 * shapeSum(shape, m, fall, 2);
  return powerSum(1, n, order, rise) + level + falling + rest;
}

/** Σ over all t: Infinity where the rate does not end at zero. */
function endless(values: Parts, total: number, order: 1 | 2): number {
  const { fallFrom, fall } = partsOf(values, total);
  return values.floor > 0 || fallFrom === Infinity
    ? Infinity
    : partsSum(values, total, fallFrom + fall, order);
}

/** Σ g(j/n)^order over j = 0 … m − 1. */
function shapeSum(shape: Shape, m: number, n: number, order: 1 | 2): number {
  if (m === 0) return 0;
  if (shape === 'linear') return powerSum(n - m + 1, m, order, n);
  if (shape === 'cosine') return partialWaveSum(m, n, 0, order);
  const roots = powerSum(1, m - 1, 0.5, n);
  return order === 1 ? m - roots : m - 2 * roots + (m * (m - 1)) / (2 * n);
}

interface Parts {
  readonly warmupShare: number;
  readonly cooldownShare: number;
  readonly shape: Shape;
  readonly floor: number;
}

/** Length of the rise, start of the cool-down (Infinity: none) and its length. */
export function partsOf(
  values: Parts,
  total: number,
): { readonly rise: number; readonly fallFrom: number; readonly fall: number } {
  const end = Math.max(1, total);
  const rise = Math.round(values.warmupShare * end);
  const cooldown = Math.round(values.cooldownShare * end);
  if (cooldown === 0) return { rise, fallFrom: Infinity, fall: 1 };
  const fallFrom = Math.max(rise, end - cooldown);
  return { rise, fallFrom, fall: Math.max(1, end - fallFrom) };
}

function shareParam(
  symbol: string,
  label: { readonly zh: string; readonly en: string },
  help: { readonly zh: string; readonly en: string },
  usual: number,
) {
  return {
    kind: 'number',
    symbol,
    label,
    help,
    default: usual,
    offered: { min: 0, max: 1, scale: 'linear' },
    valid: { min: 0, max: 1 },
  } as const;
}
