import type { NumberParam } from '../params.ts';

/** How slowly the running mean of gradients forgets. */
export const beta1Param = {
  kind: 'number',
  symbol: '\\beta_1',
  label: { zh: '一阶矩衰减 β₁', en: 'first-moment decay β₁' },
  help: {
    zh: '越大，方向由越多的旧梯度平均而来：更稳，也更迟钝。',
    en: 'The larger, the more old gradients are averaged into the direction: steadier and slower to turn.',
  },
  default: 0.9,
  offered: { min: 0, max: 0.99, scale: 'linear' },
  valid: { min: 0, max: 0.9999999 },
} as const satisfies NumberParam;

/** How slowly the running mean of squared gradients forgets. */
export const beta2Param = {
  kind: 'number',
  symbol: '\\beta_2',
  label: { zh: '二阶矩衰减 β₂', en: 'second-moment decay β₂' },
  help: {
    zh: '越大，对梯度大小的记忆越长：一次大梯度会让步子缩短很久。',
    en: 'The larger, the longer the size of gradients is remembered: one large one shortens the steps for long.',
  },
  default: 0.999,
  offered: { min: 0.5, max: 0.9999, scale: 'linear' },
  valid: { min: 0, max: 0.9999999 },
} as const satisfies NumberParam;
