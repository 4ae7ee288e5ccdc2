import { defineSchedule } from './schedule.ts';
import { lengthOf, lengthParam, wholeRun } from './shared-params.ts';

/**
 * Chebyshev: the N rates that together shrink a quadratic with curvatures in [μ, L] most, in the worst case
 * over its spectrum. Their inverses are the roots of the Chebyshev polynomial of degree N on [μ, L]:
 *
 *   η_i = 2η₀ / ((1 + 1/κ) + (1 − 1/κ)·cos((2i − 1)π/(2N)))   i = 1 … N, κ = L/μ, η₀ = 1/L
 *
 * Most exceed 2/L, so single steps blow errors up and only the whole cycle pays; after N updates it starts
 * again. The order decides how large things get on the way. `paired` puts i beside its opposite N + 1 − i at
 * every level (a middle root comes first), which keeps rounding errors small: i ↦ {i, 2ᵐ + 1 − i} for N = 2ᵐ.
 * One cycle travels Σ η_i = (N/√(μL))·tanh(Nu) with cosh u = (κ + 1)/(κ − 1).
 */
export const chebyshev = defineSchedule({
  id: 'chebyshev',
  family: 'cyclic',
  name: { zh: '切比雪夫', en: 'Chebyshev' },
  formula: [
    '\\eta_i = \\dfrac{2\\,\\eta_0}{(1 + \\frac1\\kappa) + (1 - \\frac1\\kappa)\\cos\\frac{(2i-1)\\pi}{2N}}',
    'i = 1, \\dots, N,\\quad \\eta_0 = \\tfrac1L,\\quad \\kappa = \\tfrac{L}{\\mu}',
  ],
  summary: {
    zh: '对二次函数最优的一组步长：大多数超过 2/L，单看会发散，合在一起却最快。',
    en: 'The best set of rates for a quadratic: most exceed 2/L and would diverge alone, together nothing is faster.',
  },
  reference: {
    authors: 'Young',
    title: 'On Richardson’s Method for Solving Linear Systems with Positive Definite Matrices',
    year: 1953,
    url: 'https://doi.org/10.1002/sapm1953321243',
  },
  params: {
    length: lengthParam(
      'N',
      { zh: '周期', en: 'cycle' },
      { zh: '一组步长的个数', en: 'Number of rates in a cycle' },
      wholeRun,
    ),
    condition: {
      kind: 'number',
      symbol: '\\kappa',
      label: { zh: '条件数', en: 'condition number' },
      help: {
        zh: '最大曲率与最小曲率之比；越大，最大的一步越长。',
        en: 'Largest curvature over smallest; the larger, the longer the longest step.',
      },
      default: 100,
      offered: { min: 1, max: 1e4, scale: 'log' },
      valid: { min: 1, max: 1e12 },
    },
    order: {
      kind: 'choice',
      label: { zh: '次序', en: 'order' },
      help: {
        zh: '次序不影响一轮的结果，只影响途中有多大。',
        en: 'The order does not change what a cycle achieves, only how large things get on the way.',
      },
      default: 'paired',
      options: [
        {
          id: 'paired',
          label: { zh: '大小搭配', en: 'paired' },
          help: {
            zh: '大步紧跟小步，途中最平稳。',
            en: 'Long steps beside short ones: the calmest way.',
          },
        },
        {
          id: 'ascending',
          label: { zh: '从小到大', en: 'ascending' },
          help: { zh: '先走小步，后走大步。', en: 'Short steps first, long ones last.' },
        },
        {
          id: 'descending',
          label: { zh: '从大到小', en: 'descending' },
          help: {
            zh: '先走大步，误差会先炸到天上。',
            en: 'Long steps first: errors explode before they shrink.',
          },
        },
      ],
    },
  },
  closed: { budget: () => Infinity, noiseBudget: () => Infinity },
  arithmetic({ length, order }, total, t) {
    const n = lengthOf(length, total);
    const place = t < n ? 't' : 't - length*floor(t/length)';
    const root = { ascending: `${place} + 1`, descending: `length - (${place})` };
    const formula =
      '2*eta0/((1 + 1/condition) + (1 - 1/condition)*cos((2*root - 1)*pi/(2*length)))';
    if (order !== 'paired') {
      const lines = [{ name: 'root', symbol: 'i', formula: root[order] }];
      return { formula, numbers: { length: n }, lines };
    }
    const numbers = { length: n, root: rootAt(order, n, t) };
    return { formula, numbers, symbols: { root: 'i(t)' } };
  },
  create({ length, condition, order }, { lr, total }) {
    const n = lengthOf(length, total);
    const inverse = 1 / condition;
    return {
      lr(t) {
        const i = rootAt(order, n, t);
        const root = Math.cos(((2 * i - 1) * Math.PI) / (2 * n));
        return (2 * lr) / (1 + inverse + (1 - inverse) * root);
      },
    };
  },
});

/** Index i in 1 … n of the root used at index t. */
function rootAt(order: 'paired' | 'ascending' | 'descending', n: number, t: number): number {
  const j = t % n;
  if (order === 'paired') return pairedRoot(n, j);
  return order === 'ascending' ? j + 1 : n - j;
}

/** Index i in 1 … n of the root used at place j in 0 … n − 1. */
function pairedRoot(n: number, j: number): number {
  if (n % 2 === 1) return j === 0 ? (n + 1) / 2 : pairOf(n, j - 1);
  return pairOf(n, j);
}

/** Place j among n or n − 1 roots in pairs {i, n + 1 − i}, i in the order of half as many. */
function pairOf(n: number, j: number): number {
  const i = pairedRoot(Math.floor(n / 2), Math.floor(j / 2));
  return j % 2 === 0 ? i : n + 1 - i;
}
