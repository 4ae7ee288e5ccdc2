import { geometricSum } from '../math/special.ts';
import { stairSum } from './exponential.ts';
import { defineSchedule } from './schedule.ts';
import { lengthOf, lengthParam, staircaseParam, wholeRun } from './shared-params.ts';

/**
 * Natural exponential decay: η_t = η₀·e^(−k·t/D), the same curve as exponential decay with γ = e^(−k).
 * The rate is divided by e each time k·t/D grows by one; half-life D·ln 2 / k.
 *
 * Variant: natural_exp_decay of TensorFlow 1, with its decay_steps D and staircase (t/D rounded down).
 */
export const naturalExponential = defineSchedule({
  id: 'natural-exponential',
  family: 'time',
  name: { zh: '自然指数', en: 'natural exponential' },
  formula: ['\\eta_t = \\eta_0\\,e^{-k\\,t/D}'],
  summary: {
    zh: '以 e 为底的指数衰减：k·t/D 每增加 1，学习率除以 e。',
    en: 'Exponential decay to the base e: the rate is divided by e each time k·t/D grows by one.',
  },
  reference: {
    authors: 'TensorFlow authors',
    title: 'tf.compat.v1.train.natural_exp_decay',
    year: 2016,
    url: 'https://www.tensorflow.org/api_docs/python/tf/compat/v1/train/natural_exp_decay',
  },
  params: {
    k: {
      kind: 'number',
      symbol: 'k',
      label: { zh: '衰减率', en: 'decay rate' },
      help: {
        zh: '越大降得越快：过一个衰减长度，学习率剩下 e⁻ᵏ。',
        en: 'The larger, the faster the fall: e⁻ᵏ of the rate is left after one decay length.',
      },
      default: 5,
      offered: { min: 0, max: 20, scale: 'linear' },
      valid: { min: 0, max: 1e6 },
    },
    decayLength: lengthParam(
      'D',
      { zh: '衰减长度', en: 'decay length' },
      { zh: '时间以它为单位来数', en: 'Time is counted in multiples of it' },
      wholeRun,
    ),
    staircase: staircaseParam,
  },
  closed: {
    sum: (values, total, steps) => decaySum(values, total, steps, 1),
    sumOfSquares: (values, total, steps) => decaySum(values, total, steps, 2),
    budget: (values, total) => decaySum(values, total, Infinity, 1),
    noiseBudget: (values, total) => decaySum(values, total, Infinity, 2),
    halfLife({ k, decayLength, staircase }, total) {
      const spans = Math.LN2 / k;
      return lengthOf(decayLength, total) * (staircase ? Math.ceil(spans) : spans);
    },
  },
  arithmetic({ decayLength, staircase }, total) {
    return {
      formula: `eta0*exp(-k*${staircase ? 'floor(t/decayLength)' : '(t/decayLength)'})`,
      numbers: { decayLength: lengthOf(decayLength, total) },
    };
  },
  create({ k, decayLength, staircase }, { lr, total }) {
    const length = lengthOf(decayLength, total);
    if (staircase) return { lr: (t) => lr * Math.exp(-k * Math.floor(t / length)) };
    return { lr: (t) => lr * Math.exp(-k * (t / length)) };
  },
});

interface NaturalExponential {
  readonly k: number;
  readonly decayLength: number;
  readonly staircase: boolean;
}

/** Σ e^(−power·k·t/D) over t = 0 … steps − 1. */
function decaySum(values: NaturalExponential, total: number, steps: number, power: number): number {
  const { k, decayLength, staircase } = values;
  const length = lengthOf(decayLength, total);
  return staircase
    ? stairSum(-power * k, length, steps)
    : geometricSum((-power * k) / length, steps);
}
