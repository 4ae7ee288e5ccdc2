/** Small parsers for untrusted values; each refuses with the path, what was given and what is allowed. */
import { ConfigError } from './errors.ts';

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly minExclusive?: boolean;
  readonly integer?: boolean;
}

const SHORT = 60;

/** A value as a person may read it in an error sentence: short, never a whole object. */
export function show(value: unknown): string {
  if (typeof value === 'string') {
    return value.length > SHORT ? `'${value.slice(0, SHORT)}…'` : `'${value}'`;
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return Object.is(value, -0) ? '-0' : String(value);
  }
  if (value === null) return 'null';
  return Array.isArray(value) ? `list of ${value.length}` : typeof value;
}

/** The range in mathematical notation: `0 < x ≤ 1`. */
export function showRange(range: NumberRange): string {
  const low = Number.isFinite(range.min) ? `${range.min} ${range.minExclusive ? '<' : '≤'} ` : '';
  const high = Number.isFinite(range.max) ? ` ≤ ${range.max}` : '';
  return `${low}x${high}${range.integer ? ', x ∈ ℤ' : ''}`;
}

/** Whether a value is an object as JSON has them: no list, map, date or instance of a class. */
function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** A plain object whose fields are all known. Fields may be missing. */
export function parseObject(
  given: unknown,
  path: string,
  known: readonly string[],
): Readonly<Record<string, unknown>> {
  if (!isPlain(given)) {
    throw new ConfigError('not-an-object', path, show(given), known.join(', '));
  }
  for (const key of Object.keys(given)) {
    if (!known.includes(key)) {
      throw new ConfigError('unknown-field', path, show(key), known.join(', '));
    }
  }
  return Object.fromEntries(
    known.filter((key) => Object.hasOwn(given, key)).map((key) => [key, (given as never)[key]]),
  );
}

/** Whether a number lies between the ends of a range, whole or not. */
export function isWithin(value: number, { min, max, minExclusive }: NumberRange): boolean {
  return (minExclusive ? value > min : value >= min) && value <= max;
}

export function parseNumber(given: unknown, path: string, range: NumberRange): number {
  const allowed = showRange(range);
  if (given === undefined) throw new ConfigError('missing', path, 'nothing', allowed);
  if (typeof given !== 'number' || Number.isNaN(given)) {
    throw new ConfigError('not-a-number', path, show(given), allowed);
  }
  if (range.integer && !Number.isInteger(given)) {
    throw new ConfigError('not-an-integer', path, show(given), allowed);
  }
  if (!isWithin(given, range) || !Number.isFinite(given)) {
    throw new ConfigError('out-of-range', path, show(given), allowed);
  }
  return given;
}

export function parseBoolean(given: unknown, path: string): boolean {
  if (typeof given === 'boolean') return given;
  throw new ConfigError('not-a-boolean', path, show(given), 'true, false');
}

/** A string of at most `maxLength` UTF-16 units. */
export function parseText(given: unknown, path: string, maxLength: number): string {
  if (typeof given !== 'string') throw new ConfigError('not-a-text', path, show(given), '');
  if (given.length <= maxLength) return given;
  throw new ConfigError('wrong-length', path, `${given.length}`, `≤ ${maxLength}`);
}

export function parseChoice<T extends string>(
  given: unknown,
  path: string,
  choices: readonly T[],
): T {
  if (choices.includes(given as T)) return given as T;
  throw new ConfigError('unknown-choice', path, show(given), choices.join(', '));
}
