import { wave } from './cosine.ts';
import { defineSchedule } from './schedule.ts';
import { lengthOf, lengthParam, momentumParams, wholeRun } from './shared-params.ts';

/**
 * One cycle: from η₀/a up to η₀ in the first part p of N units, then down to η₀/(a·b), by half cosine
 * waves or straight lines. With three phases it first comes back to η₀/a, as fast as it rose, and then
 * falls away. After N units the last rate is held.
 *
 * Variant: PyTorch's OneCycleLR: the phases end at t = pN − 1, (2pN − 2,) N − 1, so that index N − 1 is the
 * last; momentum runs the other way, and is held in the third phase.
 */
export const oneCycle = defineSchedule({
  id: 'one-cycle',
  family: 'up-and-down',
  name: { zh: '单周期', en: 'one-cycle' },
  formula: [
    '\\tfrac{\\eta_0}{a} \\nearrow \\eta_0 \\;\\bigl(\\searrow \\tfrac{\\eta_0}{a}\\bigr)\\, \\searrow \\tfrac{\\eta_0}{a\\,b}',
    't = 0,\\; pN-1,\\; (2pN-2,)\\; N-1',
  ],
  summary: {
    zh: '先升到一个很高的学习率，再降到几乎为零；动量反着走。',
    en: 'Up to a bold rate, then down to almost nothing, with momentum going the other way.',
  },
  reference: {
    authors: 'Smith, Topin',
    title: 'Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates',
    year: 2018,
    url: 'https://arxiv.org/abs/1708.07120',
  },
  params: {
    length: lengthParam(
      'N',
      { zh: '长度', en: 'length' },
      { zh: '整个周期的长度', en: 'Length of the cycle' },
      wholeRun,
    ),
    riseShare: {
      kind: 'number',
      symbol: 'p',
      label: { zh: '上升占比', en: 'rise' },
      help: {
        zh: '上升段占整个周期的比例。',
        en: 'The part of the cycle in which the rate rises.',
      },
      default: 0.3,
      offered: { min: 0, max: 1, scale: 'linear' },
      valid: { min: 0, max: 1 },
    },
    anneal: {
      kind: 'choice',
      label: { zh: '形状', en: 'shape' },
      help: {
        zh: '两点之间走余弦还是直线。',
        en: 'Cosine waves or straight lines between the ends.',
      },
      default: 'cos',
      options: [
        {
          id: 'cos',
          label: { zh: '余弦', en: 'cosine' },
          help: { zh: '每段两头平、中间陡。', en: 'Each phase is flat at both ends.' },
        },
        {
          id: 'linear',
          label: { zh: '直线', en: 'linear' },
          help: { zh: '每段都是直线。', en: 'Each phase is a straight line.' },
        },
      ],
    },
    startDivisor: divisorParam(
      'a',
      { zh: '起点除数', en: 'start divisor' },
      { zh: '第一个学习率是 η₀ 除以它。', en: 'The first rate is η₀ divided by it.' },
      25,
    ),
    endDivisor: divisorParam(
      'b',
      { zh: '终点除数', en: 'end divisor' },
      {
        zh: '最后一个学习率是第一个除以它。',
        en: 'The last rate is the first one divided by it.',
      },
      1e4,
    ),
    threePhase: {
      kind: 'boolean',
      label: { zh: '三段式', en: 'three phases' },
      help: {
        zh: '打开后先对称地降回起点，再单独降到底。',
        en: 'When on, the rate first comes back to its start, then falls away in a phase of its own.',
      },
      default: false,
    },
    ...momentumParams(0.85, 0.95),
  },
  closed: { budget: () => Infinity, noiseBudget: () => Infinity },
  arithmetic(values, total, t) {
    const n = lengthOf(values.length, total);
    const turns = turnsOf(values, n);
    const start = 'eta0/startDivisor';
    const end = 'eta0/(startDivisor*endDivisor)';
    const now = Math.min(t, n - 1);
    const corners = values.threePhase ? [start, 'eta0', start, end] : [start, 'eta0', end];
    const phase = turns.findIndex((turn) => now <= turn);
    const [since, until] = [phase === 0 ? 0 : turns[phase - 1]!, turns[phase]!];
    const [from, to] = [corners[phase]!, corners[phase + 1]!];
    if (now === until) return { formula: to };
    const x = `(${now < t ? 'last' : 't'} - since)/(until - since)`;
    return {
      formula:
        values.anneal === 'cos'
          ? `${to} + (${from} - ${to})*(1/2)*(1 + cos(pi*${x}))`
          : `${from} + (${to} - ${from})*(${x})`,
      numbers: { since, until, last: now },
      symbols: { last: 'D-1', since: `t_{${phase}}`, until: `t_{${phase + 1}}` },
    };
  },
  create(values, { lr, total }) {
    const { startDivisor, endDivisor, cycleMomentum, baseMomentum, maxMomentum } = values;
    const n = lengthOf(values.length, total);
    const turns = turnsOf(values, n);
    const start = lr / startDivisor;
    const end = start / endDivisor;
    const rates = values.threePhase ? [start, lr, start, end] : [start, lr, end];
    const momenta = [maxMomentum, baseMomentum, maxMomentum, maxMomentum];
    const at = (t: number, corners: readonly number[]): number => {
      const now = Math.min(t, n - 1);
      let phase = 0;
      while (now > turns[phase]!) phase++;
      const since = phase === 0 ? 0 : turns[phase - 1]!;
      const until = turns[phase]!;
      const x = until === since ? 1 : (now - since) / (until - since);
      const from = corners[phase]!;
      const to = corners[phase + 1]!;
      return values.anneal === 'cos' ? to + (from - to) * wave(x, 0) : from + (to - from) * x;
    };
    const rate = (t: number): number => at(t, rates);
    return cycleMomentum ? { lr: rate, momentum: (t) => at(t, momenta) } : { lr: rate };
  },
});

/** The indices at which the phases of a cycle of `n` units end. */
function turnsOf(
  { riseShare, threePhase }: { readonly riseShare: number; readonly threePhase: boolean },
  n: number,
): readonly number[] {
  const peakAt = riseShare * n - 1;
  return threePhase ? [peakAt, 2 * peakAt, n - 1] : [peakAt, n - 1];
}

function divisorParam(
  symbol: string,
  label: { readonly zh: string; readonly en: string },
  help: { readonly zh: string; readonly en: string },
  usual: number,
) {
  return {
    kind: 'number',
    symbol,
    label,
    help,
    default: usual,
    offered: { min: 1, max: 1e5, scale: 'log' },
    valid: { min: 0, max: 1e12, minExclusive: true },
  } as const;
}
