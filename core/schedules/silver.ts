import { defineSchedule } from './schedule.ts';

/**
 * Silver: every second step is √2·η₀, every fourth 2η₀, every eighth longer again by the silver ratio
 * ρ = 1 + √2: η_t = η₀·(1 + ρ^(ν(t+1) − 1)), ν(n) the number of factors 2 in n, with η₀ = 1/L.
 *
 * After 2ᵐ − 1 updates, gradient descent is faster than with any constant rate on every smooth convex
 * function, though steps far beyond 2/L are among them.
 */
export const silver = defineSchedule({
  id: 'silver',
  family: 'cyclic',
  name: { zh: '白银步长', en: 'silver' },
  formula: [
    '\\eta_t = \\eta_0\\bigl(1 + \\rho^{\\,\\nu(t+1) - 1}\\bigr),\\quad \\rho = 1 + \\sqrt2,\\quad \\eta_0 = \\tfrac1L',
  ],
  summary: {
    zh: '短步之间偶尔插进越来越长的一步，长到超过 2/L，整体反而更快。',
    en: 'Ever longer steps, far beyond 2/L, set between short ones: together faster than any constant rate.',
  },
  reference: {
    authors: 'Altschuler, Parrilo',
    title:
      'Acceleration by Stepsize Hedging I: Multi-Step Descent and the Silver Stepsize Schedule',
    year: 2023,
    url: 'https://arxiv.org/abs/2309.07879',
  },
  params: {},
  closed: {
    sum: (_values, _total, steps) => byFactorsOfTwo(steps, 1),
    sumOfSquares: (_values, _total, steps) => byFactorsOfTwo(steps, 2),
    budget: () => Infinity,
    noiseBudget: () => Infinity,
    // √2, 2, √2, 1 + ρ, √2: the fifth is the first below half of an earlier one.
    halfLife: () => 4,
  },
  arithmetic: (_values, _total, t) => ({
    formula: 'eta0*(1 + rho^(twos - 1))',
    numbers: { rho: 1 + Math.SQRT2, twos: factorsOfTwo(t + 1) },
    symbols: { rho: '\\rho', twos: '\\nu(t+1)' },
  }),
  create: (_values, { lr }) => ({ lr: (t) => lr * silverStep(factorsOfTwo(t + 1)) }),
});

function silverStep(twos: number): number {
  return 1 + (1 + Math.SQRT2) ** (twos - 1);
}

function factorsOfTwo(n: number): number {
  let twos = 0;
  for (let odd = n; odd % 2 === 0; odd /= 2) twos++;
  return twos;
}

/** Σ over t = 0 … steps − 1: ⌊steps/2ᵛ⌋ − ⌊steps/2ᵛ⁺¹⌋ of the numbers 1 … steps have v factors 2. */
function byFactorsOfTwo(steps: number, power: number): number {
  let sum = 0;
  for (let twos = 0, left = steps; left >= 1; twos++) {
    const half = Math.floor(left / 2);
    sum += (left - half) * silverStep(twos) ** power;
    left = half;
  }
  return sum;
}
