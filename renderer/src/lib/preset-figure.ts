import type { SeriesBuffer } from '../../../core/analysis/series-buffer.ts';
import type { Preset } from '../../../core/experiment/presets.ts';
import { expectationOf, plannedRates, stabilityLimit } from './theory.ts';

export interface Figure {
  /** One line per run, as `points` of an SVG polyline in a box of the given size. */
  readonly lines: readonly string[];
  /** Height of the stability limit in the box, if it is part of the picture. */
  readonly limit: number | null;
}

const WIDTH = 232;
const HEIGHT = 124;
const INSET = 14;
export const figureBox = { width: WIDTH, height: HEIGHT } as const;

/** What the exact theory says of a preset: its expected losses on a log scale. */
export function lossFigure(preset: Preset): Figure {
  const series = preset.runs.map(({ config }) => expectationOf(config)?.total ?? null);
  return { lines: draw(series, preset.runs[0]!.config.totalSteps, Math.log10), limit: null };
}

/** The losses of the first steps as multiples of the first, on a log scale cut off at both ends. */
export function fanFigure(preset: Preset, steps: number, ends: readonly [number, number]): Figure {
  const series = preset.runs.map(({ config }) => expectationOf(config)?.total ?? null);
  const first = series[0]?.at(0)?.value ?? 1;
  const [low, high] = ends;
  const cut = (value: number): number => Math.min(high, Math.max(low, Math.log10(value / first)));
  return { lines: draw(series, steps, cut, ends), limit: null };
}

/** The rates of a preset, on a log scale that ends after `decades`, over its first `steps` steps. */
export function rateFigure(preset: Preset, steps: number, decades: number): Figure {
  const series = preset.runs.map(({ config }) => plannedRates(config));
  const top = Math.log10(preset.runs[0]!.config.lr);
  const log = (value: number): number => Math.max(Math.log10(value), top - decades);
  return { lines: draw(series, steps, log), limit: null };
}

/** The rates of a preset from 0 up, with the stability limit they start above. */
export function limitFigure(preset: Preset, steps: number): Figure {
  const [first] = preset.runs;
  const series = preset.runs.map(({ config }) => plannedRates(config));
  const limit = stabilityLimit(first!.config);
  const top = first!.config.lr * 1.12;
  const height = (value: number): number => HEIGHT - INSET - (value / top) * (HEIGHT - 2 * INSET);
  return {
    lines: draw(series, steps, (value) => value, [0, top]),
    limit: limit === null ? null : height(limit),
  };
}

function draw(
  series: readonly (SeriesBuffer | null)[],
  steps: number,
  scale: (value: number) => number,
  range?: readonly [number, number],
): readonly string[] {
  const width = WIDTH - 2 * INSET;
  const points = Math.min(steps, width);
  const sampled = series.map((buffer) =>
    Array.from({ length: points + 1 }, (_, i) => {
      const value = buffer?.at(Math.round((i / points) * steps))?.value ?? NaN;
      return scale(value);
    }),
  );
  const finite = sampled.flat().filter(Number.isFinite);
  const [low, high] = range ?? [Math.min(...finite), Math.max(...finite)];
  const y = (value: number): number =>
    HEIGHT - INSET - ((value - low) / (high - low || 1)) * (HEIGHT - 2 * INSET);
  return sampled.map((values) =>
    values
      .map((value, i) => [INSET + (i / points) * width, y(value)] as const)
      .filter(([, height]) => Number.isFinite(height))
      // What has left through the bottom does not run along it.
      .filter(([, height], i, all) => height < HEIGHT - INSET || all[i - 1]?.[1] !== height)
      .map(([x, height]) => `${x.toFixed(1)},${height.toFixed(1)}`)
      .join(' '),
  );
}
