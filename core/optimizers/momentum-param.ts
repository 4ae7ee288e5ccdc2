import type { NumberParam } from '../params.ts';

/** The share β of the last step that is kept. */
export const momentumParam = {
  kind: 'number',
  symbol: '\\beta',
  label: { zh: '动量', en: 'momentum' },
  help: {
    zh: '越大，惯性越强：走得快，也冲得远；等效步长约为 1/(1−β) 倍。',
    en: 'The larger, the more inertia: faster along a valley, further past its end; steps grow to about 1/(1−β).',
  },
  default: 0.9,
  offered: { min: 0, max: 0.99, scale: 'linear' },
  valid: { min: 0, max: 1 },
} as const satisfies NumberParam;
