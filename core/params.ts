import { ConfigError } from './errors.ts';
import {
  parseBoolean,
  parseChoice,
  parseNumber,
  parseObject,
  parseText,
  show,
  type NumberRange,
} from './parse.ts';
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
  /** Of a schedule's time: the value acts once `per-unit`, or is a length in units that 0 leaves to the run. */
  readonly time?: 'per-unit' | { readonly whenZero: Text };
}

export interface BooleanParam {
  readonly kind: 'boolean';
  readonly label: Text;
  readonly help: Text;
  readonly default: boolean;
}

/** One of a few named variants: a dialect, a shape, a mode. */
export interface ChoiceParam<Id extends string = string> {
  readonly kind: 'choice';
  readonly label: Text;
  readonly help: Text;
  readonly default: Id;
  readonly options: readonly ChoiceOption<Id>[];
}

export interface ChoiceOption<Id extends string = string> {
  readonly id: Id;
  readonly label: Text;
  /** One sentence: in what this variant differs. */
  readonly help: Text;
  /** Defaults of other parameters that this variant's source uses; a form applies them when it is chosen. */
  readonly defaults?: Readonly<Record<string, number | boolean>>;
  /** Learning rate that this variant's source uses when none is given, where it is not the optimizer's `defaultLr`. */
  readonly lr?: number;
}

/** A list of numbers: milestones, widths, a schedule given by hand. */
export interface NumbersParam {
  readonly kind: 'numbers';
  readonly symbol: string;
  readonly label: Text;
  readonly help: Text;
  readonly default: readonly number[];
  /** Range of each element. */
  readonly valid: NumberRange;
  readonly length: { readonly min: number; readonly max: number };
  /** Whether no element may be smaller than the one before. */
  readonly ascending?: boolean;
}

/** A text the core reads itself, a formula for instance; the member that owns it refuses what it cannot read. */
export interface TextParam {
  readonly kind: 'text';
  readonly label: Text;
  readonly help: Text;
  readonly default: string;
  readonly maxLength: number;
}

/** Schedules inside a schedule, each with its own parameters. */
export interface SchedulesParam {
  readonly kind: 'schedules';
  readonly label: Text;
  readonly help: Text;
  readonly default: readonly Choice[];
  readonly length: { readonly min: number; readonly max: number };
}

export type ParamSpec =
  NumberParam | BooleanParam | ChoiceParam | NumbersParam | TextParam | SchedulesParam;
export type ParamSpecs = Readonly<Record<string, ParamSpec>>;

/** A member of a registry with values for its parameters. */
export interface Choice<Id extends string = string> {
  readonly id: Id;
  readonly params: Values;
}

/** A parameter's value, as JSON. */
export type Value = number | boolean | string | readonly number[] | readonly Choice[];

/** Parameter values by name, as the spec of the chosen member describes them. */
export type Values = Readonly<Record<string, Value>>;

type ValueOf<S extends ParamSpec> = S extends NumberParam
  ? number
  : S extends BooleanParam
    ? boolean
    : S extends ChoiceParam<infer Id>
      ? Id
      : S extends NumbersParam
        ? readonly number[]
        : S extends TextParam
          ? string
          : readonly Choice[];

export type ParamValues<P extends ParamSpecs> = { readonly [K in keyof P]: ValueOf<P[K]> };

/** The defaults of a set of hyper-parameters; they live in the specs and nowhere else. */
export function defaultParams<P extends ParamSpecs>(specs: P): ParamValues<P> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, spec.default]),
  ) as ParamValues<P>;
}

/**
 * Checks hyper-parameters against their specs; a missing one takes its default. `parseSchedule` reads a
 * schedule inside a schedule; without it such a parameter is refused.
 * Throws ConfigError with the path of the first value that is unknown, of the wrong kind or out of range.
 */
export function parseParams<P extends ParamSpecs>(
  specs: P,
  given: unknown,
  path: string,
  parseSchedule: ParseChoice = refuseSchedule,
): ParamValues<P> {
  const fields = parseObject(given ?? {}, path, Object.keys(specs));
  const entries = Object.entries(specs).map(([name, spec]) => {
    const value = fields[name] ?? spec.default;
    return [name, parseParam(spec, value, `${path}.${name}`, parseSchedule)];
  });
  return Object.fromEntries(entries) as ParamValues<P>;
}

export type ParseChoice = (given: unknown, path: string) => Choice;

const refuseSchedule: ParseChoice = (given, path) => {
  throw new ConfigError('unknown-choice', path, show(given), '');
};

function parseParam(
  spec: ParamSpec,
  value: unknown,
  path: string,
  parseSchedule: ParseChoice,
): Value {
  switch (spec.kind) {
    case 'number':
      return parseNumber(value, path, spec.valid);
    case 'boolean':
      return parseBoolean(value, path);
    case 'choice':
      return parseChoice(
        value,
        path,
        spec.options.map(({ id }) => id),
      );
    case 'text':
      return parseText(value, path, spec.maxLength);
    case 'numbers': {
      const list = parseList(value, path, spec.length);
      const numbers = Array.from(list, (item, i) => parseNumber(item, `${path}.${i}`, spec.valid));
      if (spec.ascending) refuseDescent(numbers, path);
      return numbers;
    }
    case 'schedules':
      return Array.from(parseList(value, path, spec.length), (item, i) =>
        parseSchedule(item, `${path}.${i}`),
      );
  }
}

function parseList(
  value: unknown,
  path: string,
  { min, max }: { readonly min: number; readonly max: number },
): readonly unknown[] {
  if (Array.isArray(value) && value.length >= min && value.length <= max) return value;
  throw new ConfigError(
    'wrong-length',
    path,
    show(value),
    min === max ? `${min}` : `${min}–${max}`,
  );
}

function refuseDescent(numbers: readonly number[], path: string): void {
  const at = numbers.findIndex((value, i) => i > 0 && value < numbers[i - 1]!);
  if (at < 0) return;
  throw new ConfigError('out-of-range', `${path}.${at}`, show(numbers[at]), `≥ ${numbers[at - 1]}`);
}
