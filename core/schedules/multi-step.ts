import { defineSchedule } from './schedule.ts';
import { gammaParam } from './shared-params.ts';

/**
 * Multi-step decay: the rate is multiplied by γ at each milestone, η_t = η₀·γ^n with n the number of
 * milestones ≤ t. A milestone listed twice counts twice. The cut acts at t = milestone, counted from 0.
 *
 * Variant: PyTorch's MultiStepLR (Keras' PiecewiseConstantDecay switches one index later). An empty list
 * stands for cuts at half and at three quarters of the run.
 */
export const multiStep = defineSchedule({
  id: 'multi-step',
  family: 'steps',
  name: { zh: '多段阶梯', en: 'multi-step' },
  formula: ['\\eta_t = \\eta_0\\,\\gamma^{\\,n(t)},\\quad n(t) = \\#\\{\\,i : m_i \\le t\\,\\}'],
  summary: {
    zh: '在指定的几个时刻各砍一刀，时刻由人来定。',
    en: 'Cuts the rate at the moments listed, and the moments are yours to choose.',
  },
  reference: {
    authors: 'He, Zhang, Ren, Sun',
    title: 'Deep Residual Learning for Image Recognition',
    year: 2015,
    url: 'https://arxiv.org/abs/1512.03385',
  },
  params: {
    milestones: {
      kind: 'numbers',
      symbol: 'm',
      label: { zh: '降低时刻', en: 'milestones' },
      help: {
        zh: '到这些时刻各降一次；留空表示在运行的一半和四分之三处。',
        en: 'The rate is cut at each of them; none means at half and at three quarters of the run.',
      },
      default: [],
      valid: { min: 0, max: 1e9, integer: true },
      length: { min: 0, max: 100 },
      ascending: true,
    },
    gamma: gammaParam(
      { zh: '每次降低时学习率乘以它。', en: 'What each cut multiplies the rate by.' },
      0.1,
    ),
  },
  closed: {
    sum: (values, total, steps) => pieces(values, total, steps, 1),
    sumOfSquares: (values, total, steps) => pieces(values, total, steps, 2),
    budget: (values, total) => pieces(values, total, Infinity, 1),
    noiseBudget: (values, total) => pieces(values, total, Infinity, 2),
    halfLife({ milestones, gamma }, total) {
      const at = milestonesIn(milestones, total);
      if (gamma === 0 && at[0] === 0) return Infinity;
      const atStart = at.filter((milestone) => milestone <= 0).length;
      return at.find((_, i) => i >= atStart && gamma ** (i + 1 - atStart) <= 0.5) ?? Infinity;
    },
  },
  arithmetic: ({ milestones }, total, t) => ({
    formula: 'eta0*gamma^passed',
    numbers: { passed: milestonesIn(milestones, total).filter((at) => at <= t).length },
    symbols: { passed: 'n(t)' },
  }),
  create({ milestones, gamma }, { lr, total }) {
    const at = milestonesIn(milestones, total);
    return {
      lr(t) {
        let passed = 0;
        while (passed < at.length && at[passed]! <= t) passed++;
        return lr * gamma ** passed;
      },
    };
  },
});

export function milestonesIn(given: readonly number[], total: number): readonly number[] {
  return given.length > 0 ? given : [Math.round(0.5 * total), Math.round(0.75 * total)];
}

/** Σ γ^(power·n(t)) over t = 0 … steps − 1, piece by piece. */
function pieces(
  { milestones, gamma }: { readonly milestones: readonly number[]; readonly gamma: number },
  total: number,
  steps: number,
  power: number,
): number {
  const at = milestonesIn(milestones, total);
  let sum = 0;
  for (let i = 0, from = 0; i <= at.length; i++) {
    const to = Math.min(at[i] ?? steps, steps);
    const value = gamma ** (power * i);
    if (value > 0) sum += (to - from) * value;
    from = to;
  }
  return sum;
}
