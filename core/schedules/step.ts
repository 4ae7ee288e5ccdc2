import { stairSum } from './exponential.ts';
import { defineSchedule } from './schedule.ts';
import { gammaParam, lengthOf, lengthParam, THIRD } from './shared-params.ts';

/**
 * Step decay: constant for S units, then multiplied by γ, again and again: η_t = η₀·γ^⌊t/S⌋.
 * The first cut acts at t = S, counted from 0.
 *
 * Variant: PyTorch's StepLR.
 */
export const step = defineSchedule({
  id: 'step',
  family: 'steps',
  name: { zh: '等距阶梯', en: 'step' },
  formula: ['\\eta_t = \\eta_0\\,\\gamma^{\\lfloor t/S \\rfloor}'],
  summary: {
    zh: '每隔 S 步砍一刀，其间不变；每砍一刀，噪声地板跟着降一层。',
    en: 'A cut every S steps and nothing in between; each cut lowers the noise floor by a step.',
  },
  reference: {
    authors: 'Ge, Kakade, Kidambi, Netrapalli',
    title:
      'The Step Decay Schedule: A Near Optimal, Geometrically Decaying Learning Rate Procedure',
    year: 2019,
    url: 'https://arxiv.org/abs/1904.12838',
  },
  params: {
    stepSize: lengthParam(
      'S',
      { zh: '步距', en: 'step size' },
      { zh: '两次降低之间的长度', en: 'Length between two cuts' },
      { zh: '运行的三分之一', en: 'a third of the run' },
    ),
    gamma: gammaParam(
      { zh: '每次降低时学习率乘以它。', en: 'What each cut multiplies the rate by.' },
      0.1,
    ),
  },
  closed: {
    sum: ({ stepSize, gamma }, total, steps) =>
      stairSum(Math.log(gamma), lengthOf(stepSize, total, THIRD), steps),
    sumOfSquares: ({ stepSize, gamma }, total, steps) =>
      stairSum(2 * Math.log(gamma), lengthOf(stepSize, total, THIRD), steps),
    budget: ({ stepSize, gamma }, total) =>
      stairSum(Math.log(gamma), lengthOf(stepSize, total, THIRD), Infinity),
    noiseBudget: ({ stepSize, gamma }, total) =>
      stairSum(2 * Math.log(gamma), lengthOf(stepSize, total, THIRD), Infinity),
    halfLife: ({ stepSize, gamma }, total) =>
      gamma >= 1
        ? Infinity
        : lengthOf(stepSize, total, THIRD) *
          Math.max(1, Math.ceil(Math.log(0.5) / Math.log(gamma))),
  },
  arithmetic: ({ stepSize }, total) => ({
    formula: 'eta0*gamma^floor(t/stepSize)',
    numbers: { stepSize: lengthOf(stepSize, total, THIRD) },
  }),
  create({ stepSize, gamma }, { lr, total }) {
    const length = lengthOf(stepSize, total, THIRD);
    return { lr: (t) => lr * gamma ** Math.floor(t / length) };
  },
});
