import { decayParam } from './decay-param.ts';
import { defineSchedule, type Schedule } from './schedule.ts';

/**
 * The inverse-time formula taken literally as code, `lr = lr / (1 + d * t)` executed at t = 0, 1, 2, …:
 * each value divides the one before, so η_t = η₀ / ∏_{k=1..t} (1 + d·k), which falls faster than any
 * exponential and whose sum is finite. A pitfall, not a recommendation.
 *
 * The product is taken by sequential division, as that code takes it. Values already reached are kept
 * (at most until the first zero), so that t = 0, 1, 2, … costs one division each; the kept table never
 * changes what is returned.
 */
export const literalRecurrence = defineSchedule({
  id: 'literal-recurrence',
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
  create: ({ decay }, { lr }) => runningQuotient(lr, decay),
});

function runningQuotient(lr: number, decay: number): Schedule {
  if (decay === 0) return { lr: () => lr };
  const reached = [lr];
  return {
    lr(t) {
      let last = reached[reached.length - 1]!;
      while (reached.length <= t && last !== 0) {
        last /= 1 + decay * reached.length;
        reached.push(last);
      }
      return reached[t] ?? 0;
    },
  };
}
