import { defineSchedule } from './schedule.ts';
import { lengthParam } from './shared-params.ts';

/**
 * List: rates given by hand, as multiples of η₀, each held for H units, the last one for ever:
 * η_t = η₀·v_⌊t/H⌋. Any schedule at all can be written down so. H = 0 shares out the run equally.
 */
export const list = defineSchedule({
  id: 'list',
  family: 'hand',
  name: { zh: '手写列表', en: 'list' },
  formula: ['\\eta_t = \\eta_0\\,v_{\\min(\\lfloor t/H \\rfloor,\\; n-1)}'],
  summary: {
    zh: '学习率一个一个写出来，写完后一直用最后一个。',
    en: 'Rates written down one by one; the last one is kept.',
  },
  reference: {
    authors: 'Keras authors',
    title: 'PiecewiseConstantDecay',
    year: 2020,
    url: 'https://keras.io/api/optimizers/learning_rate_schedules/piecewise_constant_decay/',
  },
  params: {
    values: {
      kind: 'numbers',
      symbol: 'v',
      label: { zh: '倍数', en: 'values' },
      help: { zh: '每一段的学习率与 η₀ 之比。', en: 'The rates, as multiples of η₀.' },
      default: [1, 0.5, 0.2, 0.1, 0.05],
      valid: { min: 0, max: 1e6 },
      length: { min: 1, max: 10_000 },
    },
    hold: lengthParam(
      'H',
      { zh: '每段长度', en: 'hold' },
      { zh: '每个值保持多久', en: 'How long each value is kept' },
      { zh: '平分整个运行', en: 'an equal share of the run' },
    ),
  },
  closed: {
    sum: (values, total, steps) => pieces(values, total, steps, 1),
    sumOfSquares: (values, total, steps) => pieces(values, total, steps, 2),
    budget: (values, total) => pieces(values, total, Infinity, 1),
    noiseBudget: (values, total) => pieces(values, total, Infinity, 2),
    halfLife(given, total) {
      const k = firstHalved(given.values);
      return k < 0 ? Infinity : startOf(given, total, k);
    },
  },
  arithmetic({ values, hold }, total, t) {
    const count = values.length;
    const index = hold > 0 ? 't/hold' : 't*count/total';
    const place = placeIn({ values, hold }, total, t);
    return {
      formula: 'eta0*factor',
      numbers: { count, total: Math.max(1, total), factor: values[place]! },
      symbols: { count: 'n', total: 'T', factor: `v_{${place}}` },
      lines: [{ name: 'k', symbol: 'k', formula: `min(floor(${index}), count - 1)` }],
    };
  },
  create({ values, hold }, { lr, total }) {
    return { lr: (t) => lr * values[placeIn({ values, hold }, total, t)]! };
  },
});

interface List {
  readonly values: readonly number[];
  readonly hold: number;
}

/** The place, from 0, of the value in force at index t. */
function placeIn({ values, hold }: List, total: number, t: number): number {
  const passed = hold > 0 ? t / hold : (t * values.length) / Math.max(1, total);
  return Math.min(Math.floor(passed), values.length - 1);
}

/** The first place in a list of a value that is at most half of the highest before it; −1: none. */
export function firstHalved(values: readonly number[] | Float64Array): number {
  let highest = 0;
  return values.findIndex((value) => {
    if (highest > 0 && value <= highest / 2) return true;
    highest = Math.max(highest, value);
    return false;
  });
}

/** The first index at which value k is used. */
function startOf({ values, hold }: List, total: number, k: number): number {
  return hold > 0 ? k * hold : Math.ceil((k * Math.max(1, total)) / values.length);
}

function pieces(given: List, total: number, steps: number, power: number): number {
  let sum = 0;
  given.values.forEach((value, k) => {
    const from = startOf(given, total, k);
    const end = k === given.values.length - 1 ? steps : startOf(given, total, k + 1);
    if (value > 0 && steps > from) sum += (Math.min(end, steps) - from) * value ** power;
  });
  return sum;
}
