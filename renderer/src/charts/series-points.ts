import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { PlotPoint, YScale } from './plot.ts';
import { evenPlaces, type StepPlaces } from './step-places.ts';

/** What a chart draws of a series, in data units. */
export interface SeriesPoints {
  /** The line; y is NaN where it has a gap. At most two points per pixel column and one per gap. */
  readonly points: readonly PlotPoint[];
  /** Places where values were NaN or infinite: a tick at the foot. */
  readonly nonFinite: readonly number[];
  /** Places where a log axis cannot show a value because it is zero or below: a tick at the foot. */
  readonly belowZero: readonly number[];
  /** Last finite point; null if there is none. */
  readonly end: PlotPoint | null;
}

/** Both ends as places on the x axis. */
interface Column {
  first: number;
  last: number;
  min: number;
  max: number;
  nonFinite: number;
}

/**
 * Line through the true minimum and maximum of every pixel column, `columnWidth` wide on the x axis; a gap where a
 * stretch has no finite value. In each column the extreme nearer to the line so far comes first: fewer
 * crossings, the same extremes. Values a log axis has no place for come as `floor`.
 */
export function seriesPoints(
  view: SeriesView,
  scale: YScale,
  floor: number,
  columnWidth: number,
  places: StepPlaces = evenPlaces,
): SeriesPoints {
  const points: PlotPoint[] = [];
  const nonFinite: number[] = [];
  const belowZero: number[] = [];
  let end: PlotPoint | null = null;
  /** Where the line since the last gap begins in `points`. */
  let begin = 0;
  const shown = (value: number): number => (scale === 'log' && value <= 0 ? floor : value);
  for (const { first, last, min, max, nonFinite: lost } of columnsOf(view, columnWidth, places)) {
    if (lost > 0) nonFinite.push((first + last) / 2);
    if (min > max) {
      if (points.length > begin) endLine(points, begin, columnWidth, true);
      begin = points.length;
      continue;
    }
    if (scale === 'log' && min <= 0) belowZero.push((first + last) / 2);
    const [low, high] = [shown(min), shown(max)];
    const before = points.length > begin ? points.at(-1)!.y : Infinity;
    const [near, far] = before - high > low - before ? [high, low] : [low, high];
    if (near !== far || first !== last) points.push({ x: first, y: near });
    end = { x: last, y: far };
    points.push(end);
  }
  endLine(points, begin, columnWidth, false);
  return { points, nonFinite, belowZero, end };
}

/** A single value between two gaps becomes a dash one column wide: a line of one point has no ink. */
function endLine(points: PlotPoint[], begin: number, columnWidth: number, gap: boolean): void {
  const last = points.at(-1);
  if (!last) return;
  if (points.length - begin === 1) {
    points[begin] = { x: last.x - columnWidth / 2, y: last.y };
    points.push({ x: last.x + columnWidth / 2, y: last.y });
  }
  if (gap) points.push({ x: last.x, y: NaN });
}

/** Joins neighbouring buckets that fit one pixel column; those without a finite value stay apart. */
function* columnsOf(view: SeriesView, columnWidth: number, places: StepPlaces): Generator<Column> {
  let open: Column | null = null;
  for (let i = 0; i < view.first.length; i++) {
    const next: Column = {
      first: places.at(view.first[i]!),
      last: places.at(view.last[i]!),
      min: view.min[i]!,
      max: view.max[i]!,
      nonFinite: view.nonFinite[i]!,
    };
    if (open && next.last - open.first < columnWidth && isEmpty(open) === isEmpty(next)) {
      open.last = next.last;
      open.min = Math.min(open.min, next.min);
      open.max = Math.max(open.max, next.max);
      open.nonFinite += next.nonFinite;
      continue;
    }
    if (open) yield open;
    open = next;
  }
  if (open) yield open;
}

function isEmpty({ min, max }: Column): boolean {
  return min > max;
}
