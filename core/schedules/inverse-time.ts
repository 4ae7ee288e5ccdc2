import { powerSum } from '../math/special.ts';
import { defineSchedule } from './schedule.ts';
import { decayParam, lengthOf, lengthParam, staircaseParam, wholeRun } from './shared-params.ts';

/**
 * Inverse-time decay: η_t = η₀ / (1 + d·t/D) for t = 0, 1, 2, …, so η₀ is used by the first update.
 * Half the rate is reached at t = D/d, a quarter at 3D/d; Σ η_t grows without bound, like (η₀D/d)·ln t,
 * while Σ η_t² stays finite.
 *
 * Variant: D = 1 is the textbook form; D and the staircase (the quotient t/D rounded down) are those of
 * Keras' InverseTimeDecay. Sums: Σ 1/(1 + t/a) = a·(ψ(T + a) − ψ(a)) with a = D/d.
 */
export const inverseTime = defineSchedule({
  id: 'inverse-time',
  family: 'time',
  name: { zh: '逆时间', en: 'inverse time' },
  formula: ['\\eta_t = \\dfrac{\\eta_0}{1 + d\\,t/D}'],
  summary: {
    zh: '第 D/d 步减半，之后越降越慢；总路程没有上限，所以不会冻住。',
    en: 'Halves at t = D/d, then ever more slowly; the distance it can travel has no bound.',
  },
  reference: {
    authors: 'Robbins, Monro',
    title: 'A Stochastic Approximation Method',
    year: 1951,
    url: 'https://doi.org/10.1214/aoms/1177729586',
  },
  params: {
    decay: decayParam,
    decayLength: {
      ...lengthParam(
        'D',
        { zh: '衰减长度', en: 'decay length' },
        { zh: '时间以它为单位来数', en: 'Time is counted in multiples of it' },
        wholeRun,
      ),
      default: 1,
    },
    staircase: staircaseParam,
  },
  closed: {
    sum: (values, total, steps) => inverseSum(values, total, steps, -1),
    sumOfSquares: (values, total, steps) => inverseSum(values, total, steps, -2),
    budget: () => Infinity,
    noiseBudget: (values, total) => inverseSum(values, total, Infinity, -2),
    halfLife({ decay, decayLength, staircase }, total) {
      const spans = staircase ? Math.ceil(1 / decay) : 1 / decay;
      return lengthOf(decayLength, total) * spans;
    },
  },
  arithmetic({ decayLength, staircase }, total) {
    if (decayLength === 1 && !staircase) return { formula: 'eta0/(1 + decay*t)' };
    return {
      formula: `eta0/(1 + decay*${staircase ? 'floor(t/decayLength)' : '(t/decayLength)'})`,
      numbers: { decayLength: lengthOf(decayLength, total) },
    };
  },
  create({ decay, decayLength, staircase }, { lr, total }) {
    const length = lengthOf(decayLength, total);
    if (staircase) return { lr: (t) => lr / (1 + decay * Math.floor(t / length)) };
    return { lr: (t) => lr / (1 + decay * (t / length)) };
  },
});

interface InverseTime {
  readonly decay: number;
  readonly decayLength: number;
  readonly staircase: boolean;
}

/** Σ (1 + d·t/D)^power over t = 0 … steps − 1. */
function inverseSum(values: InverseTime, total: number, steps: number, power: number): number {
  const length = lengthOf(values.decayLength, total);
  const spans = values.staircase ? 1 / values.decay : length / values.decay;
  if (spans > 1e300) return steps;
  if (!values.staircase) return powerSum(spans, steps, power, spans);
  const whole = Math.floor(steps / length);
  const stairs = length * powerSum(spans, whole, power, spans);
  const rest = whole === Infinity ? 0 : (steps - whole * length) * (1 + whole / spans) ** power;
  return stairs + rest;
}
