import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { PlotSeries } from '../charts/plot.ts';
import { t } from '../i18n/i18n.svelte.ts';
import { withoutSeeds } from '../i18n/measured-settings.ts';
import type { AnyRun, SettingsOrNone } from '../state/stage-run.ts';

/** A line of the stage with what is drawn of it, its main series last. */
export interface DrawnLine {
  readonly config: SettingsOrNone;
  readonly run: AnyRun | null;
  readonly series: readonly PlotSeries[];
}

export interface SeedBands {
  /** Of all lines, in their order. */
  readonly series: readonly PlotSeries[];
  /** What the tint is, if there is one. */
  readonly words: readonly string[];
}

/** Two lines are a band themselves. */
const LEAST_SEEDS = 3;

/**
 * Tints what lies between the least and the greatest of runs that differ by nothing but their seeds, in the colour of
 * the first of them, and draws them pale. One that has seeds of its own has a band of its own; one that diverged is left out.
 */
export function withSeedBands(lines: readonly DrawnLine[]): SeedBands {
  const bands = new Map<PlotSeries, SeriesView>();
  const held = new Set<PlotSeries>();
  const counts = new Set<number>();
  for (const group of groupsOf(lines)) {
    const band = group.length >= LEAST_SEEDS ? spreadOf(group) : null;
    if (!band) continue;
    bands.set(group[0]!, band);
    for (const series of group) held.add(series);
    counts.add(group.length);
  }
  const tinted = (series: PlotSeries): PlotSeries => {
    if (!held.has(series)) return series;
    const band = bands.get(series);
    return { ...series, pale: true, ...(band && { band: { low: band, high: band } }) };
  };
  return { series: lines.flatMap(({ series }) => series.map(tinted)), words: wordsOf(counts) };
}

function wordsOf(counts: ReadonlySet<number>): readonly string[] {
  const [count] = counts;
  if (count === undefined) return [];
  return [counts.size === 1 ? t('lab.loss.seedBand', { count }) : t('lab.loss.seedBands')];
}

/** The main series of runs that differ by nothing but their seeds. */
function groupsOf(lines: readonly DrawnLine[]): readonly (readonly PlotSeries[])[] {
  const groups = new Map<string, Map<number, PlotSeries>>();
  for (const { config, run, series } of lines) {
    const main = series.at(-1);
    if (!config || config.replicates > 1 || !main || run?.state === 'diverged') continue;
    const setting = withoutSeeds(config);
    const seeds = groups.get(setting) ?? new Map<number, PlotSeries>();
    // The same seed twice is the same run twice.
    if (!seeds.has(config.seed)) groups.set(setting, seeds.set(config.seed, main));
  }
  return [...groups.values()].map((seeds) => [...seeds.values()]);
}

/**
 * Least and greatest value of all in every bucket, up to where one of them ends; null where their steps stand at
 * different places, as by the time they took.
 */
function spreadOf(series: readonly PlotSeries[]): SeriesView | null {
  const views = series.map(({ view }) => view);
  const [model] = views;
  if (!model) return null;
  const isShared = (i: number): boolean =>
    views.every(({ first, last }) => first[i] === model.first[i] && last[i] === model.last[i]);
  let length = 0;
  while (length < model.first.length && isShared(length)) length++;
  const places = series.map((one) => one.places?.at(model.last[length - 1] ?? 0));
  if (length === 0 || new Set(places).size > 1) return null;
  const merged = (field: 'min' | 'max', of: (...values: number[]) => number): Float64Array =>
    model[field].slice(0, length).map((_, i) => of(...views.map((view) => view[field][i]!)));
  return {
    first: model.first.slice(0, length),
    last: model.last.slice(0, length),
    min: merged('min', Math.min),
    max: merged('max', Math.max),
    nonFinite: new Float64Array(length),
  };
}
