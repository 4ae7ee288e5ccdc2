import { geometricSum } from '../math/special.ts';
import { defineSchedule } from './schedule.ts';
import { gammaParam, lengthOf, lengthParam, staircaseParam, wholeRun } from './shared-params.ts';

/**
 * Exponential decay: every D units the rate is multiplied by γ, smoothly in between: η_t = η₀·γ^(t/D).
 * The half-life D·ln ½ / ln γ never changes, and the travel Σ η_t ends at η₀/(1 − γ^(1/D)).
 *
 * Variant: D = 1 is PyTorch's ExponentialLR; D and the staircase (t/D rounded down) are those of Keras'
 * ExponentialDecay. By default the run ends at 1 % of η₀.
 */
export const exponential = defineSchedule({
  id: 'exponential',
  family: 'time',
  name: { zh: '指数', en: 'exponential' },
  formula: ['\\eta_t = \\eta_0\\,\\gamma^{\\,t/D}'],
  summary: {
    zh: '每过相同的时间乘上同一个倍率，半衰期始终不变；总路程有限，降得太快就会冻住。',
    en: 'Equal times multiply the rate by equal factors; the distance it can travel is finite, so too fast a decay freezes.',
  },
  reference: {
    authors: 'Li, Arora',
    title: 'An Exponential Learning Rate Schedule for Deep Learning',
    year: 2019,
    url: 'https://arxiv.org/abs/1910.07454',
  },
  params: {
    gamma: gammaParam(
      {
        zh: '每过一个衰减长度，学习率乘以它；越小降得越快。',
        en: 'The rate is multiplied by it once per decay length; the smaller, the faster the fall.',
      },
      0.01,
    ),
    decayLength: lengthParam(
      'D',
      { zh: '衰减长度', en: 'decay length' },
      { zh: '每过这么久乘一次倍率', en: 'The factor applies once per this length' },
      wholeRun,
    ),
    staircase: staircaseParam,
  },
  closed: {
    sum: (values, total, steps) => decaySum(values, total, steps, 1),
    sumOfSquares: (values, total, steps) => decaySum(values, total, steps, 2),
    budget: (values, total) => decaySum(values, total, Infinity, 1),
    noiseBudget: (values, total) => decaySum(values, total, Infinity, 2),
    halfLife({ gamma, decayLength, staircase }, total) {
      if (gamma >= 1) return Infinity;
      const spans = Math.log(0.5) / Math.log(gamma);
      return lengthOf(decayLength, total) * (staircase ? Math.max(1, Math.ceil(spans)) : spans);
    },
  },
  arithmetic({ decayLength, staircase }, total) {
    return {
      formula: `eta0*gamma^${staircase ? 'floor(t/decayLength)' : '(t/decayLength)'}`,
      numbers: { decayLength: lengthOf(decayLength, total) },
    };
  },
  create({ gamma, decayLength, staircase }, { lr, total }) {
    const length = lengthOf(decayLength, total);
    if (staircase) return { lr: (t) => lr * gamma ** Math.floor(t / length) };
    return { lr: (t) => lr * gamma ** (t / length) };
  },
});

interface Exponential {
  readonly gamma: number;
  readonly decayLength: number;
  readonly staircase: boolean;
}

/** Σ γ^(power·t/D) over t = 0 … steps − 1. */
function decaySum(values: Exponential, total: number, steps: number, power: number): number {
  const { gamma, decayLength, staircase } = values;
  const length = lengthOf(decayLength, total);
  const log = power * Math.log(gamma);
  return staircase ? stairSum(log, length, steps) : geometricSum(log / length, steps);
}

/** Σ e^(g·⌊t/length⌋) over t = 0 … steps − 1, for a rate that falls in equal steps; steps may be Infinity. */
export function stairSum(g: number, length: number, steps: number): number {
  const whole = Math.floor(steps / length);
  if (whole === Infinity) return length * geometricSum(g, whole);
  const rest = steps - whole * length;
  return length * geometricSum(g, whole) + rest * (whole === 0 ? 1 : Math.exp(whole * g));
}
