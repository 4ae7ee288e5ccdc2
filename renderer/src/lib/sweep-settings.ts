import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { optimizers, type OptimizerId } from '../../../core/optimizers/index.ts';
import type { Choice, NumberParam, ParamSpecs } from '../../../core/params.ts';
import { isWithin } from '../../../core/parse.ts';
import { runSchedules, type RunScheduleId } from '../../../core/schedules/index.ts';
import type { Text } from '../../../core/text.ts';
import { stabilityLimit } from './theory.ts';

/** Where the values of a sweep lie. */
export interface Grid {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** A number of a configuration that a sweep can vary. */
export interface SweepSetting {
  /** Its place in the configuration: `optimizer.params.beta1`. */
  readonly path: string;
  /** Null: the catalogue has its name under its path. */
  readonly label: Text | null;
  /** TeX. */
  readonly symbol: string;
  readonly value: number;
  readonly valid: NumberParam['valid'];
  readonly scale: 'linear' | 'log';
  /** What a sweep takes unless it is told otherwise. */
  readonly grid: Grid;
}

export const RATE_PATH = 'lr';
export const NOISE_PATH = 'problem.noise';
/** A curve of this many points shows its bend, and its wall to a third of a factor. */
const POINTS = { log: 25, linear: 21 };
/** Rates are swept from this share of the stability limit to this multiple of it. */
const AROUND_LIMIT = { from: 1 / 300, to: 3 };
const UNKNOWN_LIMIT = { from: 1e-4, to: 10 };

/**
 * What can be swept of this run: η₀ first, then the numbers of optimizer and schedule, then the noise; not of
 * a fork, which has the noise of the run it leaves.
 */
export function sweepSettings(config: ExperimentConfig): readonly SweepSetting[] {
  const { optimizer, schedule, problem } = config;
  const noise: readonly SweepSetting[] =
    problem.kind === 'objective' && !config.fork
      ? [
          {
            path: NOISE_PATH,
            label: null,
            symbol: '\\sigma',
            value: problem.noise,
            valid: { min: 0, max: 1e6 },
            scale: 'linear',
            grid: { from: 0, to: Math.max(2, problem.noise), count: POINTS.linear },
          },
        ]
      : [];
  return [
    rateSetting(config),
    ...numbersOf('optimizer', optimizers[optimizer.id as OptimizerId].params, optimizer),
    ...numbersOf('schedule', runSchedules[schedule.id as RunScheduleId].params, schedule),
    ...noise,
  ];
}

function rateSetting(config: ExperimentConfig): SweepSetting {
  const limit = stabilityLimit(config);
  const around =
    limit === null || !Number.isFinite(limit)
      ? UNKNOWN_LIMIT
      : { from: limit * AROUND_LIMIT.from, to: limit * AROUND_LIMIT.to };
  return {
    path: RATE_PATH,
    label: null,
    symbol: '\\eta_0',
    value: config.lr,
    valid: { min: 0, max: 1e6 },
    scale: 'log',
    grid: { from: tidy(around.from, 2), to: tidy(around.to, 2), count: POINTS.log },
  };
}

function numbersOf(
  family: 'optimizer' | 'schedule',
  specs: ParamSpecs,
  { params }: Choice,
): readonly SweepSetting[] {
  return Object.entries(specs).flatMap(([name, spec]) => {
    if (spec.kind !== 'number') return [];
    const { offered, valid, label, symbol } = spec;
    const { min, max, scale } = offered;
    const grid = { from: min, to: max, count: POINTS[scale] };
    const value = Number(params[name] ?? spec.default);
    return [{ path: `${family}.params.${name}`, label, symbol, value, valid, scale, grid }];
  });
}

/** The least end of a grid on a log scale, which has no zero. */
const LEAST = 1e-12;

/** What the ends of a setting's grid may be. */
export function endsOf({ scale, valid }: SweepSetting): NumberParam['valid'] {
  return scale === 'log' ? { ...valid, min: Math.max(valid.min, LEAST) } : valid;
}

/** Whether a setting can take both ends of a grid. */
export function isGridOf(setting: SweepSetting, { from, to }: Grid): boolean {
  const ends = endsOf(setting);
  return [from, to].every((end) => isWithin(end, ends));
}

/** The values of a sweep, ascending, evenly spaced on its scale, to three digits where these tell them apart. */
export function gridValues(setting: SweepSetting, { from, to, count }: Grid): readonly number[] {
  const { scale, valid } = setting;
  const raw = Array.from({ length: count }, (_, k) => {
    const share = count === 1 ? 0 : k / (count - 1);
    return scale === 'log' ? from * (to / from) ** share : from + (to - from) * share;
  });
  if (valid.integer) return distinct(raw.map(Math.round));
  const within = (value: number): boolean => value >= from && value <= to;
  const short = distinct(raw.map((value) => [tidy(value, 3), value].find(within) ?? value));
  return short.length === count ? short : distinct(raw);
}

/** A value to so many significant digits. */
export function tidy(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

function distinct(values: readonly number[]): readonly number[] {
  return [...new Set(values)];
}

/** A configuration with the setting taken out: what a sweep of it keeps the same. */
export function withoutSetting(config: ExperimentConfig, path: string): unknown {
  const copy = structuredClone(config) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const holder = keys
    .slice(0, -1)
    .reduce((inside, key) => inside[key] as Record<string, unknown>, copy);
  holder[keys.at(-1)!] = null;
  return copy;
}
