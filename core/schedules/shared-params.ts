/** Hyper-parameters that several schedules have in common. */
import type { BooleanParam, NumberParam } from '../params.ts';
import type { Text } from '../text.ts';

/** The decay constant d of the schedules that divide by 1 + d·t. */
export const decayParam = {
  kind: 'number',
  symbol: 'd',
  label: { zh: '衰减', en: 'decay' },
  help: {
    zh: '越大，学习率降得越早：t = 1/d 时分母翻倍。',
    en: 'The larger, the sooner the rate falls: the divisor has doubled at t = 1/d.',
  },
  default: 0.01,
  // So low that a decay applied to its own output, which suits T steps at about 7/T², is found for thousands of them.
  offered: { min: 1e-6, max: 10, scale: 'log' },
  valid: { min: 0, max: 1e6 },
  time: 'per-unit',
} as const satisfies NumberParam;

/**
 * A length in the schedule's unit. 0 lets the run decide, by `lengthOf` with the schedule's share of it, so
 * that the default does the natural thing in a run of any length; `whenZero` says which share.
 */
export function lengthParam(
  symbol: string,
  label: Text,
  meaning: Text,
  whenZero: Text,
): NumberParam {
  return {
    kind: 'number',
    symbol,
    label,
    help: {
      zh: `${meaning.zh}；0 表示${whenZero.zh}。`,
      en: `${meaning.en}; 0 means ${whenZero.en}.`,
    },
    default: 0,
    offered: { min: 0, max: 1000, scale: 'linear' },
    valid: { min: 0, max: 1e9, integer: true },
    time: { whenZero },
  } as const satisfies NumberParam;
}

/** A length as it is in a run of `total`: as given, or for 0 the `share` of the run it stands for; at least 1. */
export function lengthOf(given: number, total: number, share = 1): number {
  return given > 0 ? given : Math.max(1, Math.round(share * total));
}

/** The share of the run that a length of 0 stands for, where it is not the whole. */
export const TENTH = 0.1;
export const SEVENTH = 1 / 7;
export const THIRD = 1 / 3;

export const wholeRun: Text = { zh: '整个运行', en: 'the whole run' };
export const tenthOfRun: Text = { zh: '运行的十分之一', en: 'a tenth of the run' };

/** The lowest rate, as a fraction of η₀. */
export const floorParam = {
  kind: 'number',
  symbol: 'f',
  label: { zh: '下限', en: 'floor' },
  help: {
    zh: '学习率不会低于 η₀ 的这个比例。',
    en: 'The rate stays above this fraction of η₀.',
  },
  default: 0,
  offered: { min: 0, max: 1, scale: 'linear' },
  valid: { min: 0, max: 1e6 },
} as const satisfies NumberParam;

/** A factor on η₀ that one end of a schedule has. */
export function factorParam(symbol: string, label: Text, help: Text, usual: number): NumberParam {
  return {
    kind: 'number',
    symbol,
    label,
    help,
    default: usual,
    offered: { min: 0, max: 1, scale: 'linear' },
    valid: { min: 0, max: 1e6 },
  } as const satisfies NumberParam;
}

/** What the rate is multiplied by each time; above 1 it would grow without bound, which only a test wants. */
export function gammaParam(help: Text, usual: number): NumberParam {
  return {
    kind: 'number',
    symbol: '\\gamma',
    label: { zh: '倍率', en: 'factor' },
    help,
    default: usual,
    offered: { min: 0, max: 1, scale: 'linear' },
    valid: { min: 0, max: 10 },
  } as const satisfies NumberParam;
}

export const staircaseParam = {
  kind: 'boolean',
  label: { zh: '阶梯', en: 'staircase' },
  help: {
    zh: '打开后每过一个衰减长度才降一次，而不是连续地降。',
    en: 'When on, the rate falls once per decay length instead of continuously.',
  },
  default: false,
} as const satisfies BooleanParam;

/** Momentum that falls while the rate rises, and rises while it falls. */
export const momentumParams = (low: number, high: number) =>
  ({
    cycleMomentum: {
      kind: 'boolean',
      label: { zh: '动量反向同行', en: 'cycle momentum' },
      help: {
        zh: '打开后动量与学习率反向变化：学习率最高时动量最低。',
        en: 'When on, momentum moves against the rate: lowest where the rate is highest.',
      },
      default: true,
    },
    baseMomentum: momentumEnd('m_{\\min}', { zh: '最低动量', en: 'lowest momentum' }, low),
    maxMomentum: momentumEnd('m_{\\max}', { zh: '最高动量', en: 'highest momentum' }, high),
  }) as const;

function momentumEnd(symbol: string, label: Text, usual: number) {
  return {
    kind: 'number',
    symbol,
    label,
    help: {
      zh: '只在“动量反向同行”打开、优化器又有动量时起作用。',
      en: 'Matters only where momentum is cycled and the optimizer has one.',
    },
    default: usual,
    offered: { min: 0, max: 0.99, scale: 'linear' },
    valid: { min: 0, max: 1 },
  } as const satisfies NumberParam;
}
