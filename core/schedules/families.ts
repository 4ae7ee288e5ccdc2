import type { Text } from '../text.ts';

/** Kinds of schedules, for a form that offers many: what moves the rate, or how it is put together. */
export const scheduleFamilies = {
  steps: { zh: '分段常数', en: 'Constant and steps' },
  time: { zh: '随时间平滑衰减', en: 'Smooth decay' },
  cosine: { zh: '余弦', en: 'Cosine' },
  'up-and-down': { zh: '先升后降', en: 'Up, then down' },
  cyclic: { zh: '周期与大步', en: 'Cycles and long steps' },
  hand: { zh: '手工给定', en: 'Given by hand' },
  composed: { zh: '组合', en: 'Composed' },
  feedback: { zh: '看损失行事', en: 'Driven by the loss' },
} as const satisfies Record<string, Text>;

export type ScheduleFamily = keyof typeof scheduleFamilies;
