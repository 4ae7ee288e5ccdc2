import { ConfigError } from '../errors.ts';
import type { ExperimentConfig } from './config.ts';
import { parseExperimentConfig } from './parse.ts';

/** One setting that is varied: its path in a configuration, `optimizer.params.beta1`, and what it takes. */
export interface SweepAxis {
  readonly path: string;
  readonly values: readonly unknown[];
}

/** One run of a sweep. */
export interface SweepPoint {
  /** Which value of each axis it has, in the order of the axes. */
  readonly at: readonly number[];
  readonly config: ExperimentConfig;
}

const MOST_POINTS = 10_000;

/**
 * All combinations of the values of all axes, the last axis fastest; everything else is as in `base`.
 * Throws ConfigError for a path that is not in the configuration, and for a value that cannot run.
 */
export function sweep(base: ExperimentConfig, axes: readonly SweepAxis[]): readonly SweepPoint[] {
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count < 1 || count > MOST_POINTS) {
    throw new ConfigError('wrong-length', 'sweep', `${count}`, `1–${MOST_POINTS}`);
  }
  return Array.from({ length: count }, (_, point) => {
    const at = digits(
      point,
      axes.map(({ values }) => values.length),
    );
    const given = axes.reduce<unknown>(
      (config, { path, values }, axis) =>
        replaced(config, path.split('.'), values[at[axis]!], path),
      base,
    );
    return { at, config: parseExperimentConfig(given) };
  });
}

/** The digits of a number whose places count to `sizes`, the last one fastest. */
function digits(number: number, sizes: readonly number[]): readonly number[] {
  let left = number;
  return sizes
    .toReversed()
    .map((size) => {
      const digit = left % size;
      left = (left - digit) / size;
      return digit;
    })
    .reverse();
}

/** A copy with one value replaced; the value must be there already. */
function replaced(whole: unknown, keys: readonly string[], value: unknown, path: string): unknown {
  const [key, ...inner] = keys;
  if (key === undefined) return value;
  if (typeof whole !== 'object' || whole === null || !Object.hasOwn(whole, key)) {
    throw new ConfigError(
      'unknown-field',
      'sweep',
      `'${path}'`,
      Object.keys(whole ?? {}).join(', '),
    );
  }
  const copy = (Array.isArray(whole) ? [...(whole as unknown[])] : { ...whole }) as Record<
    string,
    unknown
  >;
  copy[key] = replaced(copy[key], inner, value, path);
  return copy;
}
