import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { Pane, PlotSeries } from './plot.ts';
import { roundStep } from './ticks.ts';

type Range = readonly [low: number, high: number];

/** Range of the y axis where nothing has been drawn yet. */
const EMPTY = { linear: [0, 1], log: [1e-3, 1] } as const;
/** A log axis that has to choose does not follow a line over more decades than this … */
const MOST_DECADES = 12;
/** … but for this factor, so that the line is seen leaving. */
const LEAVING = 1e3;
/** A log axis does not follow a loss that is all rounding: below where a line begins it shows no more decades than this. */
const MOST_BELOW = 16;
/** Room above a danger level for its name, as a factor of it. */
const ABOVE_DANGER = { log: 2.5, linear: 1.2 };
/** Air above the highest line of charts that share their axis, as a factor. */
const ABOVE_SHARED = 1.2;
/** The largest and smallest ends an axis may have. */
const LIMITS: Range = [Number.MIN_VALUE, Number.MAX_VALUE];

/**
 * The y range of a pane: everything there is to see; on a log axis everything above zero. Where some
 * lines of a log pane stay within twelve decades and others do not, the first decide, and the others
 * leave the pane: a rate of 10⁻³⁰⁰ must not press all other rates into one line. Nor does a log pane go deeper than
 * sixteen decades below where its lines begin: what falls further leaves it at the foot.
 */
export function yDomainOf(pane: Pane): Range {
  if (pane.yDomain) return pane.yDomain;
  const log = pane.yScale === 'log';
  const ranges = [
    ...pane.series.map((series) => rangeOfSeries(series, log)),
    ...(pane.theory ?? []).map(({ points, loose, upTo = Infinity }) => {
      const followed = points.map(({ y }) => y).filter((y) => y <= upTo);
      return loose ? null : rangeOf(followed, log);
    }),
  ].filter((range) => range !== null);
  if (ranges.length === 0) return EMPTY[pane.yScale];
  const [seen, greatest] = log ? withoutLeaving(ranges) : union(ranges);
  const least = log
    ? Math.max(seen, Math.min(greatest, lowestStart(pane) / 10 ** MOST_BELOW))
    : seen;
  const level = pane.danger?.level ?? null;
  const low = level === null ? least : Math.min(least, level);
  const high = level === null ? greatest : Math.max(greatest, level * ABOVE_DANGER[pane.yScale]);
  return log ? padLog(low, high) : padLinear(low, high);
}

/**
 * One log range for several charts that are compared, between whole powers of ten; null where no value is
 * positive. Every line's beginning is in sight. A line that rises by more than twelve decades, as one that
 * diverges does, leaves the charts if others do not.
 */
export function sharedLogDomain(views: readonly SeriesView[]): Range | null {
  const lines = views.flatMap((view) => {
    const range = extremes(view, true);
    const start = view.max.find(isPositive);
    return range && start !== undefined ? [{ start, low: range[0], high: range[1] }] : [];
  });
  if (lines.length === 0) return null;
  const staying = lines.filter(({ start, high }) => high / start <= 10 ** MOST_DECADES);
  const highest = Math.max(...lines.map(({ high }) => high));
  const top =
    staying.length === 0 || staying.length === lines.length
      ? highest
      : Math.min(
          highest,
          Math.max(...lines.map(({ start }) => start), ...staying.map(({ high }) => high)) *
            LEAVING,
        );
  const starts = Math.min(...lines.map(({ start }) => start));
  const lowest = Math.min(...lines.map(({ low }) => low));
  const bottom = Math.min(starts, Math.max(lowest, top / 10 ** MOST_BELOW));
  return wholeDecades(bottom, top);
}

function wholeDecades(low: number, high: number): Range {
  const top = Math.ceil(Math.log10(high) + Math.log10(ABOVE_SHARED));
  const bottom = Math.min(Math.floor(Math.log10(low)), top - 1);
  const power = (exponent: number): number => Number(`1e${exponent}`);
  return [Math.max(LIMITS[0], power(bottom)), Math.min(LIMITS[1], power(top))];
}

/** Of lines that are measured and of theory, the lowest of their first values above zero; 0 where there is none. */
function lowestStart({ series, theory = [] }: Pane): number {
  const firsts = [
    ...series.map(({ view }) => view.max.find(isPositive)),
    ...theory.map(({ points }) => points.map(({ y }) => y).find(isPositive)),
  ].filter((first) => first !== undefined);
  return firsts.length === 0 ? 0 : Math.min(...firsts);
}

const isPositive = (value: number): boolean => value > 0 && Number.isFinite(value);

function rangeOfSeries({ view, band }: PlotSeries, positive: boolean): Range | null {
  const views = band ? [view, band.low, band.high] : [view];
  const ranges = views.map((one) => extremes(one, positive)).filter((range) => range !== null);
  return ranges.length > 0 ? union(ranges) : null;
}

/** Least and greatest finite value, or null; for a log axis of those above zero. */
function extremes(view: SeriesView, positive: boolean): Range | null {
  let low = Infinity;
  let high = -Infinity;
  const take = (value: number): void => {
    if (positive && value <= 0) return;
    if (value < low) low = value;
    if (value > high) high = value;
  };
  for (let i = 0; i < view.first.length; i++) {
    if (!(view.min[i]! <= view.max[i]!)) continue;
    take(view.min[i]!);
    take(view.max[i]!);
  }
  return low <= high ? [low, high] : null;
}

function rangeOf(values: readonly number[], positive: boolean): Range | null {
  const seen = values.filter((value) => Number.isFinite(value) && (!positive || value > 0));
  return seen.length > 0 ? [Math.min(...seen), Math.max(...seen)] : null;
}

function union(ranges: readonly Range[]): Range {
  return [Math.min(...ranges.map(([low]) => low)), Math.max(...ranges.map(([, high]) => high))];
}

function withoutLeaving(ranges: readonly Range[]): Range {
  const staying = ranges.filter(
    ([low, high]) => Math.log10(high) - Math.log10(low) <= MOST_DECADES,
  );
  const all = union(ranges);
  if (staying.length === 0 || staying.length === ranges.length) return all;
  const [low, high] = union(staying);
  return [Math.max(all[0], low / LEAVING), Math.min(all[1], high * LEAVING)];
}

/** A little air, then the next 1, 2 or 5 times a power of ten: the axis seldom moves while a run grows. */
function padLog(low: number, high: number): Range {
  const bottom = oneTwoFive(low * 0.85, 'down');
  const top = oneTwoFive(high * 1.15, 'up');
  return [Math.max(LIMITS[0], Math.min(bottom, low)), Math.min(LIMITS[1], Math.max(top, high))];
}

function oneTwoFive(value: number, direction: 'up' | 'down'): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const power = Math.floor(Math.log10(value));
  const multiples = [1, 2, 5, 10].map((digit) => Number(`${digit}e${power}`));
  const up = multiples.find((multiple) => multiple >= value) ?? value;
  const down = multiples.findLast((multiple) => multiple <= value) ?? value;
  return direction === 'up' ? up : down;
}

function padLinear(low: number, high: number): Range {
  const bottom = low >= 0 ? 0 : low;
  const span = high - bottom;
  if (!(span > 0)) return bottom === 0 ? [0, 1] : [bottom * 2, 0];
  if (!Number.isFinite(span)) return [bottom, high];
  const step = roundStep(span / 4);
  const top = Math.ceil((high + span * 0.04) / step) * step;
  return [Math.floor(bottom / step) * step, Number.isFinite(top) ? top : high];
}
