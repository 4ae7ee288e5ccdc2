import type { ArithmeticLine } from '../formula/worked.ts';
import type { NumberParam } from '../params.ts';

/** Weight decay, of every optimizer that has it in PyTorch. Zero: none. */
export const weightDecayParam = {
  kind: 'number',
  symbol: '\\lambda_{\\mathrm{wd}}',
  label: { zh: '权重衰减', en: 'weight decay' },
  help: {
    zh: '越大，参数被拉向零的力越强；0 表示不用。',
    en: 'The larger, the harder the parameters are pulled towards zero; 0 switches it off.',
  },
  default: 0,
  offered: { min: 0, max: 0.1, scale: 'linear' },
  valid: { min: 0, max: 1e6 },
} as const satisfies NumberParam;

/** How L2 weight decay enters: through the gradient, before anything else sees it. */
export const weightDecayLine = 'g_t \\leftarrow g_t + \\lambda_{\\mathrm{wd}}\\,\\theta_{t-1}';

/** The two places where weight decay can act. */
export interface WeightDecay {
  /** Coefficient of θ added to the gradient. */
  readonly coupled: number;
  /** Coefficient of η·θ taken from the parameters beside the update. */
  readonly decoupled: number;
}

/** Keras shrinks the parameters beside the update, whatever the optimizer; all others add the decay to the gradient. */
export function weightDecayOf(weightDecay: number, dialect: string): WeightDecay {
  return dialect === 'keras'
    ? { coupled: 0, decoupled: weightDecay }
    : { coupled: weightDecay, decoupled: 0 };
}

/** How weight decay is written: lines before the rule, and what its last line takes away besides. */
export function decayArithmetic(
  weightDecay: number,
  dialect: string,
): { readonly first: readonly ArithmeticLine[]; readonly last: string } {
  const { coupled, decoupled } = weightDecayOf(weightDecay, dialect);
  return {
    first: coupled === 0 ? [] : [{ name: 'g', formula: 'g + weightDecay*theta' }],
    last: decoupled === 0 ? '' : ' - eta*weightDecay*theta',
  };
}
