import type { NumberParam } from '../params.ts';

/** The decay constant d of the two schedules that divide by 1 + d·t. */
export const decayParam = {
  kind: 'number',
  symbol: 'd',
  label: { zh: '衰减', en: 'decay' },
  help: {
    zh: '越大，学习率降得越早：t = 1/d 时降到一半。',
    en: 'The larger, the sooner the rate falls: it is halved at t = 1/d.',
  },
  default: 0.01,
  offered: { min: 1e-5, max: 10, scale: 'log' },
  valid: { min: 0, max: 1e6 },
} as const satisfies NumberParam;
