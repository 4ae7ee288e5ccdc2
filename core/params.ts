import type { Text } from './text.ts';

/** A real-valued hyper-parameter: what a form offers and what a parser accepts are two ranges. */
export interface NumberParam {
  readonly kind: 'number';
  /** Symbol in the update rule, TeX: `\beta_1`. */
  readonly symbol: string;
  readonly label: Text;
  /** One sentence: what the learner sees when it grows. */
  readonly help: Text;
  readonly default: number;
  /** Inclusive range of the slider, and how it moves; `log` needs `min > 0`. */
  readonly offered: { readonly min: number; readonly max: number; readonly scale: 'linear' | 'log' };
  /** Range the parser accepts (inclusive unless `minExclusive`); outside is a ConfigError, never clamped. */
  readonly valid: {
    readonly min: number;
    readonly max: number;
    readonly minExclusive?: boolean;
    readonly integer?: boolean;
  };
}

export interface BooleanParam {
  readonly kind: 'boolean';
  readonly label: Text;
  readonly help: Text;
  readonly default: boolean;
}

export type ParamSpecs = Readonly<Record<string, NumberParam | BooleanParam>>;

export type ParamValues<P extends ParamSpecs> = {
  readonly [K in keyof P]: P[K] extends NumberParam ? number : boolean;
};
