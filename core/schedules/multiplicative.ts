import { geometricSum } from '../math/special.ts';
import { firstHalved } from './list.ts';
import { defineSchedule } from './schedule.ts';

/**
 * Multiplicative: the rate before, times the next factor of a list, the last one for ever:
 * η_t = η_{t−1}·c_t, η_0 the first rate, c_1, c_2, … the list. One factor alone is exponential decay.
 *
 * Variant: PyTorch's MultiplicativeLR, whose function of the epoch is given here by its values.
 */
export const multiplicative = defineSchedule({
  id: 'multiplicative',
  family: 'hand',
  name: { zh: '逐步相乘', en: 'multiplicative' },
  formula: ['\\eta_t = \\eta_{t-1}\\,c_t = \\eta_0 \\prod_{k=1}^{t} c_k'],
  summary: {
    zh: '每一步都乘在上一步的学习率上，倍率逐个给定，用完后一直用最后一个。',
    en: 'Every step multiplies the rate before by the next factor given; the last one goes on for ever.',
  },
  reference: {
    authors: 'PyTorch authors',
    title: 'torch.optim.lr_scheduler.MultiplicativeLR',
    year: 2020,
    url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiplicativeLR.html',
  },
  params: {
    factors: {
      kind: 'numbers',
      symbol: 'c',
      label: { zh: '倍率', en: 'factors' },
      help: {
        zh: '从第二次更新起逐个相乘的倍率，最后一个一直用下去。',
        en: 'Factors applied one by one from the second update on; the last one is used for ever.',
      },
      default: [0.99],
      valid: { min: 0, max: 10 },
      length: { min: 1, max: 10_000 },
    },
  },
  closed: {
    sum: ({ factors }, _total, steps) => productSum(factors, steps, 1),
    sumOfSquares: ({ factors }, _total, steps) => productSum(factors, steps, 2),
    budget: ({ factors }) => productSum(factors, Infinity, 1),
    noiseBudget: ({ factors }) => productSum(factors, Infinity, 2),
    halfLife({ factors }) {
      const products = productsOf(factors);
      const listed = firstHalved(products);
      const last = factors[factors.length - 1]!;
      if (listed >= 0) return listed;
      if (last >= 1) return Infinity;
      const half = Math.max(...products) / 2;
      const end = products.length - 1;
      return end + Math.ceil(Math.log(half / products[end]!) / Math.log(last));
    },
  },
  arithmetic({ factors }, _total, t) {
    if (t === 0) return { formula: 'eta0' };
    return {
      formula: 'before*factor',
      recursive: true,
      numbers: { factor: factors[Math.min(t, factors.length) - 1]! },
      symbols: { factor: `c_{${Math.min(t, factors.length)}}` },
    };
  },
  create({ factors }, { lr }) {
    const products = productsOf(factors);
    const last = factors[factors.length - 1]!;
    const end = products.length - 1;
    return { lr: (t) => (t <= end ? lr * products[t]! : lr * products[end]! * last ** (t - end)) };
  },
});

/** 1, c₁, c₁c₂, …, shape (n + 1,). */
function productsOf(factors: readonly number[]): Float64Array {
  const products = new Float64Array(factors.length + 1).fill(1);
  factors.forEach((factor, i) => (products[i + 1] = products[i]! * factor));
  return products;
}

/** Σ (c₁ … c_t)^power over t = 0 … steps − 1: the list term by term, the rest as a geometric series. */
function productSum(factors: readonly number[], steps: number, power: number): number {
  const products = productsOf(factors);
  const end = products.length - 1;
  const listed = Math.min(steps, end);
  let sum = 0;
  for (let t = 0; t < listed; t++) sum += products[t]! ** power;
  if (steps === listed || products[end] === 0) return sum;
  const log = power * Math.log(factors[end - 1]!);
  return sum + products[end]! ** power * geometricSum(log, steps - listed);
}
