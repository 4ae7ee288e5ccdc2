import { defineSchedule } from './schedule.ts';
import {
  factorParam,
  lengthOf,
  lengthParam,
  momentumParams,
  TENTH,
  tenthOfRun,
} from './shared-params.ts';

/**
 * Cyclic: up from b·η₀ to the peak η₀ in U units and down again in V, over and over, the height above the
 * base shrinking as the mode says: not at all, by half each cycle c = 1, 2, …, or by γ each unit.
 *
 *   η_t = η₀·(b + (1 − b)·Δ_t·s_t)   with the triangle Δ_t in [0, 1] and s_t = 1, 2^(1−c), γ^t
 *
 * Variant: PyTorch's CyclicLR, which also moves momentum, from its highest value at the base rate to its
 * lowest at the peak, on the same triangle.
 */
export const cyclic = defineSchedule({
  id: 'cyclic',
  family: 'cyclic',
  name: { zh: '周期三角', en: 'cyclic' },
  formula: [
    '\\eta_t = \\eta_0\\bigl(b + (1-b)\\,\\Delta_t\\,s_t\\bigr)',
    's_t \\in \\bigl\\{\\,1,\\; 2^{1-c},\\; \\gamma^{t}\\,\\bigr\\}',
  ],
  summary: {
    zh: '学习率像锯齿一样上下往返：高处走得远，低处把噪声放掉。',
    en: 'The rate goes up and down like a saw: far at the top, quiet at the bottom.',
  },
  reference: {
    authors: 'Smith',
    title: 'Cyclical Learning Rates for Training Neural Networks',
    year: 2017,
    url: 'https://arxiv.org/abs/1506.01186',
  },
  params: {
    baseFactor: factorParam(
      'b',
      { zh: '谷底', en: 'base' },
      { zh: '谷底的学习率与峰值 η₀ 之比。', en: 'The rate at the bottom, as a fraction of η₀.' },
      0.25,
    ),
    up: lengthParam(
      'U',
      { zh: '上升长度', en: 'up' },
      { zh: '从谷底到峰顶的时间', en: 'Time from the bottom to the top' },
      tenthOfRun,
    ),
    down: lengthParam(
      'V',
      { zh: '下降长度', en: 'down' },
      { zh: '从峰顶回到谷底的时间', en: 'Time from the top to the bottom' },
      { zh: '与上升相同', en: 'as long as up' },
    ),
    mode: {
      kind: 'choice',
      label: { zh: '方式', en: 'mode' },
      help: { zh: '峰顶随时间怎么变矮。', en: 'How the peaks shrink with time.' },
      default: 'triangular',
      options: [
        {
          id: 'triangular',
          label: { zh: '等高', en: 'triangular' },
          help: { zh: '每个峰一样高。', en: 'Every peak is as high as the first.' },
        },
        {
          id: 'triangular2',
          label: { zh: '逐轮减半', en: 'triangular2' },
          help: {
            zh: '每一轮的高度是上一轮的一半。',
            en: 'Each cycle is half as high as the last.',
          },
        },
        {
          id: 'exp-range',
          label: { zh: '指数收缩', en: 'exp range' },
          help: {
            zh: '高度每一步乘以 γ。',
            en: 'The height is multiplied by γ at every step.',
          },
        },
      ],
    },
    shrink: {
      kind: 'number',
      symbol: '\\gamma',
      label: { zh: '收缩', en: 'shrink' },
      help: {
        zh: '只在指数收缩时起作用：高度每一步乘以它。',
        en: 'Matters only in the mode exp range: the height is multiplied by it at every step.',
      },
      default: 0.999,
      offered: { min: 0.9, max: 1, scale: 'linear' },
      valid: { min: 0, max: 10 },
      time: 'per-unit',
    },
    ...momentumParams(0.8, 0.9),
  },
  arithmetic(values, total, t) {
    const up = lengthOf(values.up, total, TENTH);
    const down = values.down > 0 ? values.down : up;
    const cycle = Math.floor(t / (up + down));
    const begin = cycle * (up + down);
    const end = begin + up + down;
    const triangle = t - begin <= up ? '(t - begin)/up' : '(end - t)/down';
    const shrunk = { triangular: '', triangular2: '*2^(1 - cycle)', 'exp-range': '*shrink^t' };
    return {
      formula: `eta0*(baseFactor + (1 - baseFactor)*(${triangle})${shrunk[values.mode]})`,
      numbers: { up, down, begin, end, cycle: cycle + 1 },
      symbols: { begin: 't_c', end: 't_{c+1}', cycle: 'c' },
    };
  },
  create(values, { lr, total }) {
    const { baseFactor, mode, shrink, cycleMomentum, baseMomentum, maxMomentum } = values;
    const up = lengthOf(values.up, total, TENTH);
    const down = values.down > 0 ? values.down : up;
    const height = (t: number): number => {
      const at = t % (up + down);
      const triangle = at <= up ? at / up : (up + down - at) / down;
      if (mode === 'triangular') return triangle;
      if (mode === 'exp-range') return triangle * shrink ** t;
      return triangle * 0.5 ** Math.floor(t / (up + down));
    };
    const rate = (t: number): number => lr * (baseFactor + (1 - baseFactor) * height(t));
    if (!cycleMomentum) return { lr: rate };
    return {
      lr: rate,
      momentum: (t) => maxMomentum - (maxMomentum - baseMomentum) * height(t),
    };
  },
});
