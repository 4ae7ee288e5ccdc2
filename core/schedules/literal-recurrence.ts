import { kummerR } from '../math/special.ts';
import { defineSchedule, type Schedule } from './schedule.ts';
import { decayParam } from './shared-params.ts';

/**
 * The inverse-time formula taken literally as code, `lr = lr / (1 + d * t)` executed at t = 0, 1, 2, …:
 * each value divides the one before, so η_t = η₀ / ∏_{k=1..t} (1 + d·k), which falls faster than any
 * exponential and whose sum is finite: η₀·₁F₁(1; 1 + 1/d; 1/d). A pitfall, not a recommendation.
 *
 * The product is taken by sequential division, as that code takes it. The place reached is kept, so that
 * t = 0, 1, 2, … costs one division each and going back starts again; it never changes what is returned.
 */
export const literalRecurrence = defineSchedule({
  id: 'literal-recurrence',
  family: 'time',
  name: { zh: '字面递推', en: 'literal recurrence' },
  formula: [
    '\\eta_t = \\dfrac{\\eta_{t-1}}{1 + d\\,t} = \\dfrac{\\eta_0}{\\prod_{k=1}^{t}(1 + d\\,k)}',
  ],
  summary: {
    zh: '把公式照字面写成 lr = lr/(1+d*t)：每一步都在上一步的结果上再除一次，学习率很快归零，运行冻住。',
    en: 'The formula coded as lr = lr/(1+d*t): every step divides the last result again, and the run freezes.',
  },
  reference: {
    authors: 'Keras authors',
    title: 'InverseTimeDecay (the closed form this code is mistaken for)',
    year: 2020,
    url: 'https://keras.io/api/optimizers/learning_rate_schedules/inverse_time_decay/',
  },
  params: { decay: decayParam },
  closed: {
    sum: ({ decay }, _total, steps) => quotientSum(decay, steps, 1),
    sumOfSquares: ({ decay }, _total, steps) => quotientSum(decay, steps, 2),
    budget: ({ decay }) => kummerR(1 / decay),
    noiseBudget: ({ decay }) =>
      decay > 0 && decay < STEPPED ? null : quotientSum(decay, Infinity, 2),
    halfLife({ decay }) {
      if (decay < STEPPED) return null;
      let t = 0;
      for (let product = 1; product < 2;) product *= 1 + decay * ++t;
      return t;
    },
  },
  arithmetic: (_values, _total, t) =>
    t === 0 ? { formula: 'eta0' } : { formula: 'before/(1 + decay*t)', recursive: true },
  create: ({ decay }, { lr }) => runningQuotient(lr, decay),
});

function runningQuotient(lr: number, decay: number): Schedule {
  if (decay === 0) return { lr: () => lr };
  let reached = 0;
  let rate = lr;
  return {
    lr(t) {
      if (t < reached) {
        reached = 0;
        rate = lr;
      }
      while (reached < t && rate !== 0) rate /= 1 + decay * ++reached;
      return rate;
    },
  };
}

/** Least decay for which the terms until they vanish, about 9/√d, are few enough to be gone through. */
const STEPPED = 1e-12;

/** Σ (η_t/η₀)^power over t = 0 … steps − 1; stops where the terms no longer change the sum. */
function quotientSum(decay: number, steps: number, power: number): number {
  if (decay === 0) return steps;
  let sum = 0;
  let ratio = 1;
  for (let t = 0; t < steps && ratio ** power > sum * 1e-18; t++) {
    sum += ratio ** power;
    ratio /= 1 + decay * (t + 1);
  }
  return sum;
}
