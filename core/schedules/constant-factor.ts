import { defineSchedule } from './schedule.ts';
import { factorParam, lengthOf, lengthParam, TENTH, tenthOfRun } from './shared-params.ts';

/**
 * Constant factor: η₀ times a factor for the first D units, then η₀: the plainest warm-up there is.
 *
 * Variant: PyTorch's ConstantLR.
 */
export const constantFactor = defineSchedule({
  id: 'constant-factor',
  family: 'steps',
  name: { zh: '先乘常数', en: 'constant factor' },
  formula: ['\\eta_t = \\begin{cases} c\\,\\eta_0 & t < D \\\\ \\eta_0 & t \\ge D \\end{cases}'],
  summary: {
    zh: '开头一段把学习率压低一个倍数，然后一步恢复到 η₀。',
    en: 'Holds the rate down by a factor at the start, then jumps to η₀.',
  },
  reference: {
    authors: 'PyTorch authors',
    title: 'torch.optim.lr_scheduler.ConstantLR',
    year: 2021,
    url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ConstantLR.html',
  },
  params: {
    factor: factorParam(
      'c',
      { zh: '倍率', en: 'factor' },
      { zh: '开头一段的学习率与 η₀ 之比。', en: 'The rate at the start, as a fraction of η₀.' },
      1 / 3,
    ),
    length: lengthParam(
      'D',
      { zh: '长度', en: 'length' },
      { zh: '压低的时间', en: 'How long the rate is held down' },
      tenthOfRun,
    ),
  },
  closed: {
    sum: ({ factor, length }, total, steps) => held(length, total, steps, factor),
    sumOfSquares: ({ factor, length }, total, steps) => held(length, total, steps, factor ** 2),
    budget: () => Infinity,
    noiseBudget: () => Infinity,
    halfLife: ({ factor, length }, total) =>
      factor >= 2 ? lengthOf(length, total, TENTH) : Infinity,
  },
  arithmetic: ({ length }, total, t) => ({
    formula: t < lengthOf(length, total, TENTH) ? 'factor*eta0' : 'eta0',
  }),
  create({ factor, length }, { lr, total }) {
    const end = lengthOf(length, total, TENTH);
    return { lr: (t) => (t < end ? factor * lr : lr) };
  },
});

function held(length: number, total: number, steps: number, value: number): number {
  const first = Math.min(steps, lengthOf(length, total, TENTH));
  return first * value + (steps - first);
}
