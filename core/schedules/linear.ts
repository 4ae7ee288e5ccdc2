import { defineSchedule } from './schedule.ts';
import { factorParam, lengthOf, lengthParam, wholeRun } from './shared-params.ts';

/**
 * Linear: a straight line from one multiple of η₀ to another within D units, then flat:
 * η_t = η₀·(s + (e − s)·min(t, D)/D).
 *
 * Variant: PyTorch's LinearLR, which both warms up (s < e) and decays (s > e). By default it falls to zero
 * over the run: the last update still has η₀/D.
 */
export const linear = defineSchedule({
  id: 'linear',
  family: 'time',
  name: { zh: '线性', en: 'linear' },
  formula: ['\\eta_t = \\eta_0\\Bigl(s + (e-s)\\,\\tfrac{\\min(t,D)}{D}\\Bigr)'],
  summary: {
    zh: '沿直线从一头走到另一头；知道总步数时，直线降到零很难被打败。',
    en: 'A straight line from one end to the other; where the length is known, straight to zero is hard to beat.',
  },
  reference: {
    authors: 'Defazio, Cutkosky, Mehta, Mishchenko',
    title: 'Optimal Linear Decay Learning Rate Schedules and Further Refinements',
    year: 2023,
    url: 'https://arxiv.org/abs/2310.07831',
  },
  params: {
    startFactor: factorParam(
      's',
      { zh: '起点', en: 'start' },
      { zh: '起点的学习率与 η₀ 之比。', en: 'The first rate, as a fraction of η₀.' },
      1,
    ),
    endFactor: factorParam(
      'e',
      { zh: '终点', en: 'end' },
      { zh: '终点的学习率与 η₀ 之比。', en: 'The last rate, as a fraction of η₀.' },
      0,
    ),
    length: lengthParam(
      'D',
      { zh: '长度', en: 'length' },
      { zh: '从起点走到终点的时间', en: 'Time from the start to the end of the line' },
      wholeRun,
    ),
  },
  closed: {
    sum: (values, total, steps) => lineSum(values, total, steps),
    sumOfSquares: (values, total, steps) => squaredLineSum(values, total, steps),
    budget: (values, total) => lineSum(values, total, Infinity),
    noiseBudget: (values, total) => squaredLineSum(values, total, Infinity),
    halfLife: ({ startFactor, endFactor, length }, total) =>
      startFactor > 0 && endFactor <= startFactor / 2
        ? (lengthOf(length, total) * (startFactor / 2)) / (startFactor - endFactor)
        : Infinity,
  },
  arithmetic({ length }, total, t) {
    const end = lengthOf(length, total);
    if (t >= end) return { formula: 'eta0*endFactor' };
    return {
      formula: 'eta0*(startFactor + (endFactor - startFactor)*(t/length))',
      numbers: { length: end },
    };
  },
  create({ startFactor, endFactor, length }, { lr, total }) {
    const end = lengthOf(length, total);
    return {
      lr: (t) => lr * (startFactor + (endFactor - startFactor) * (Math.min(t, end) / end)),
    };
  },
});

interface Line {
  readonly startFactor: number;
  readonly endFactor: number;
  readonly length: number;
}

/** Σ over the line, an arithmetic series, and over the flat part after it. */
function lineSum({ startFactor, endFactor, length }: Line, total: number, steps: number): number {
  const end = lengthOf(length, total);
  const n = Math.min(steps, end);
  const flat = endFactor === 0 ? 0 : (steps - n) * endFactor;
  const ends = startFactor * (2 * end - n + 1) + endFactor * (n - 1);
  return (n / 2) * (ends / end) + flat;
}

/** The same for the squares: with the line as mean m and slope d, Σ (m + d·k)² = n·m² + d²·n(n² − 1)/12. */
function squaredLineSum(line: Line, total: number, steps: number): number {
  const { startFactor, endFactor, length } = line;
  const end = lengthOf(length, total);
  const n = Math.min(steps, end);
  if (n === 0) return 0;
  const mean = lineSum(line, total, n) / n;
  const slope = (endFactor - startFactor) / end;
  const flat = endFactor === 0 ? 0 : (steps - n) * endFactor ** 2;
  return n * mean ** 2 + (slope ** 2 * n * (n ** 2 - 1)) / 12 + flat;
}
