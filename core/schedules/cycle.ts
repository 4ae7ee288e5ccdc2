import { firstHalved } from './list.ts';
import { defineSchedule } from './schedule.ts';

/**
 * Cycle: rates given by hand, as multiples of η₀, each held for H units, over and over:
 * η_t = η₀·v_(⌊t/H⌋ mod n). A long step and a short one in turn can beat every constant rate.
 */
export const cycle = defineSchedule({
  id: 'cycle',
  family: 'hand',
  name: { zh: '手写循环', en: 'cycle' },
  formula: ['\\eta_t = \\eta_0\\,v_{\\lfloor t/H \\rfloor \\bmod n}'],
  summary: {
    zh: '几个学习率轮流用；一长一短配得好，比任何固定的学习率都快。',
    en: 'A few rates in turn; a long and a short one that match are faster than any constant rate.',
  },
  reference: {
    authors: 'Oymak',
    title: 'Provable Super-Convergence with a Large Cyclical Learning Rate',
    year: 2021,
    url: 'https://arxiv.org/abs/2102.10734',
  },
  params: {
    values: {
      kind: 'numbers',
      symbol: 'v',
      label: { zh: '倍数', en: 'values' },
      help: { zh: '轮流使用的学习率与 η₀ 之比。', en: 'The rates in turn, as multiples of η₀.' },
      default: [0.2, 1],
      valid: { min: 0, max: 1e6 },
      length: { min: 1, max: 10_000 },
    },
    hold: {
      kind: 'number',
      symbol: 'H',
      label: { zh: '每段长度', en: 'hold' },
      help: { zh: '每个值保持多久。', en: 'How long each value is kept.' },
      default: 1,
      offered: { min: 1, max: 1000, scale: 'log' },
      valid: { min: 1, max: 1e9, integer: true },
    },
  },
  closed: {
    sum: (values, _total, steps) => rounds(values, steps, 1),
    sumOfSquares: (values, _total, steps) => rounds(values, steps, 2),
    budget: ({ values }) => (values.some((value) => value > 0) ? Infinity : 0),
    noiseBudget: ({ values }) => (values.some((value) => value > 0) ? Infinity : 0),
    halfLife({ values, hold }) {
      const k = firstHalved([...values, ...values]);
      return k < 0 ? Infinity : k * hold;
    },
  },
  arithmetic({ values, hold }, _total, t) {
    const count = values.length;
    const place = placeIn(values, hold, t);
    const held = hold === 1 ? 't' : 'floor(t/hold)';
    const round = hold === 1 ? 'count' : '(count*hold)';
    return {
      formula: 'eta0*factor',
      numbers: { count, factor: values[place]! },
      symbols: { count: 'n', factor: `v_{${place}}` },
      lines: [{ name: 'k', symbol: 'k', formula: `${held} - count*floor(t/${round})` }],
    };
  },
  create: ({ values, hold }, { lr }) => ({
    lr: (t) => lr * values[placeIn(values, hold, t)]!,
  }),
});

/** The place, from 0, of the value in force at index t. */
function placeIn(values: readonly number[], hold: number, t: number): number {
  return Math.floor(t / hold) % values.length;
}

/** Whole rounds at once, then the values of the last one as far as it goes. */
function rounds(
  { values, hold }: { readonly values: readonly number[]; readonly hold: number },
  steps: number,
  power: number,
): number {
  const round = hold * values.length;
  const whole = Math.floor(steps / round);
  const left = steps - whole * round;
  let sum = 0;
  values.forEach((value, k) => {
    const partial = Math.min(Math.max(left - k * hold, 0), hold);
    sum += (whole * hold + partial) * value ** power;
  });
  return sum;
}
