import type { ParamSpecs } from '../params.ts';
import { floorParam } from './shared-params.ts';

/** What reduce-on-plateau can be set to; some settings matter in one dialect only. */
export const plateauParams = {
  dialect: {
    kind: 'choice',
    label: { zh: '写法', en: 'dialect' },
    help: {
      zh: '同样的设置，各家降低的时刻并不相同。',
      en: 'With equal settings, frameworks cut at different moments.',
    },
    default: 'pytorch',
    options: [
      {
        id: 'pytorch',
        label: { zh: 'PyTorch', en: 'PyTorch' },
        help: {
          zh: '没进步的次数超过耐心才降。',
          en: 'Cuts once bad evaluations exceed patience.',
        },
      },
      {
        id: 'keras',
        label: { zh: 'Keras', en: 'Keras' },
        help: {
          zh: '没进步的次数达到耐心就降，阈值是绝对值。',
          en: 'Cuts once bad evaluations reach patience; the threshold is absolute.',
        },
      },
      {
        id: 'optax',
        label: { zh: 'Optax', en: 'Optax' },
        help: {
          zh: '达到耐心就降，相对阈值与绝对阈值同时起作用。',
          en: 'Cuts once bad evaluations reach patience; both thresholds count.',
        },
      },
    ],
  },
  mode: {
    kind: 'choice',
    label: { zh: '方向', en: 'mode' },
    help: {
      zh: '指标是越小越好还是越大越好。',
      en: 'Whether less or more of the metric is better.',
    },
    default: 'min',
    options: [
      {
        id: 'min',
        label: { zh: '越小越好', en: 'less is better' },
        help: { zh: '比如损失。', en: 'A loss, for instance.' },
      },
      {
        id: 'max',
        label: { zh: '越大越好', en: 'more is better' },
        help: { zh: '比如准确率。', en: 'An accuracy, for instance.' },
      },
    ],
  },
  factor: {
    kind: 'number',
    symbol: 'c',
    label: { zh: '倍率', en: 'factor' },
    help: { zh: '每次降低时学习率乘以它。', en: 'What each cut multiplies the rate by.' },
    default: 0.1,
    offered: { min: 0.05, max: 0.95, scale: 'linear' },
    valid: { min: 0, max: 1 },
  },
  patience: countParam(
    'P',
    { zh: '耐心', en: 'patience' },
    {
      zh: '能容忍多少次评估没有进步；越小，噪声越容易骗它降。',
      en: 'How many evaluations without progress it bears; the smaller, the more often noise makes it cut.',
    },
    10,
  ),
  threshold: {
    kind: 'number',
    symbol: '\\varepsilon',
    label: { zh: '阈值', en: 'threshold' },
    help: {
      zh: '好出这么多才算进步。',
      en: 'By how much a metric must be better to count as progress.',
    },
    default: 1e-4,
    offered: { min: 0, max: 0.1, scale: 'linear' },
    valid: { min: 0, max: 1e6 },
  },
  thresholdMode: {
    kind: 'choice',
    label: { zh: '阈值种类', en: 'threshold mode' },
    help: {
      zh: '只用于 PyTorch：阈值是比例还是绝对值。',
      en: 'PyTorch only: whether the threshold is a fraction or a difference.',
    },
    default: 'rel',
    options: [
      {
        id: 'rel',
        label: { zh: '相对', en: 'relative' },
        help: { zh: '阈值是最佳值的比例。', en: 'The threshold is a fraction of the best.' },
      },
      {
        id: 'abs',
        label: { zh: '绝对', en: 'absolute' },
        help: { zh: '阈值是与最佳值的差。', en: 'The threshold is a difference from the best.' },
      },
    ],
  },
  absoluteThreshold: {
    kind: 'number',
    symbol: '\\varepsilon_a',
    label: { zh: '绝对阈值', en: 'absolute threshold' },
    help: {
      zh: '只用于 Optax：在相对阈值之外还要好出这么多。',
      en: 'Optax only: a difference asked for beside the relative threshold.',
    },
    default: 0,
    offered: { min: 0, max: 0.1, scale: 'linear' },
    valid: { min: 0, max: 1e6 },
  },
  cooldown: countParam(
    'C',
    { zh: '冷却', en: 'cool-down' },
    {
      zh: '降低之后有多少次评估不计。',
      en: 'How many evaluations after a cut are not counted.',
    },
    0,
  ),
  floor: floorParam,
  eps: {
    kind: 'number',
    symbol: '\\epsilon_\\eta',
    label: { zh: '最小降幅', en: 'least cut' },
    help: {
      zh: '只用于 PyTorch：学习率降不了这么多就不降。',
      en: 'PyTorch only: a cut of no more than this is left out.',
    },
    default: 1e-8,
    offered: { min: 0, max: 1e-3, scale: 'linear' },
    valid: { min: 0, max: 1e6 },
  },
  averaged: {
    kind: 'number',
    symbol: 'A',
    label: { zh: '取平均的次数', en: 'averaged' },
    help: {
      zh: '只用于 Optax：攒够这么多个指标，取平均再判断一次。',
      en: 'Optax only: this many metrics are averaged for one judgement.',
    },
    default: 1,
    offered: { min: 1, max: 100, scale: 'log' },
    valid: { min: 1, max: 1e9, integer: true },
  },
} as const satisfies ParamSpecs;

function countParam(
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
    offered: { min: 0, max: 50, scale: 'linear' },
    valid: { min: 0, max: 1e9, integer: true },
  } as const;
}
