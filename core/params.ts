import { parseBoolean, parseNumber, parseObject } from './parse.ts';
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
  readonly offered: {
    readonly min: number;
    readonly max: number;
    readonly scale: 'linear' | 'log';
  };
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

/** The defaults of a set of hyper-parameters; they live in the specs and nowhere else. */
export function defaultParams<P extends ParamSpecs>(specs: P): ParamValues<P> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, spec.default]),
  ) as ParamValues<P>;
}

/**
 * Checks hyper-parameters against their specs; a missing one takes its default.
 * Throws ConfigError with the path of the first value that is unknown, of the wrong kind or out of range.
 */
export function parseParams<P extends ParamSpecs>(
  specs: P,
  given: unknown,
  path: string,
): ParamValues<P> {
  const fields = parseObject(given ?? {}, path, Object.keys(specs));
  const entries = Object.entries(specs).map(([name, spec]) => {
    const value = fields[name] ?? spec.default;
    const at = `${path}.${name}`;
    return [
      name,
      spec.kind === 'boolean' ? parseBoolean(value, at) : parseNumber(value, at, spec.valid),
    ];
  });
  return Object.fromEntries(entries) as ParamValues<P>;
}
