import type { SeriesView } from '../../../core/analysis/series-view.ts';
import { toPixel, type Axis } from './axis.ts';
import { goAlong } from './draw-marks.ts';
import type { YScale } from './plot.ts';
import { seriesPoints } from './series-points.ts';

export interface SparkInput {
  readonly view: SeriesView;
  readonly width: number;
  readonly height: number;
  readonly yScale: YScale;
  /** Steps and values the axes span; without them they follow the series. */
  readonly xDomain?: readonly [number, number] | undefined;
  readonly yDomain?: readonly [number, number] | undefined;
}

export interface Spark {
  /** Path data of the line. */
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number };
}

/** Room for the stroke and the ring at the end. */
const PAD = 4;

/** The line of a series without axes; null if no value of it can be shown. */
export function sparkOf({ view, width, height, yScale, ...given }: SparkInput): Spark | null {
  const count = view.first.length;
  const from = given.xDomain?.[0] ?? view.first[0] ?? 0;
  const to = given.xDomain?.[1] ?? view.last[count - 1] ?? 1;
  const domain = given.yDomain ?? extent(view, yScale);
  if (!domain) return null;
  const x: Axis = {
    scale: 'linear',
    domain: [from, Math.max(to, from + 1)],
    range: [1, width - PAD],
  };
  const y: Axis = { scale: yScale, domain, range: [height - PAD, PAD] };
  const columnWidth = (x.domain[1] - from) / (width - PAD - 1);
  const { points, end } = seriesPoints(view, yScale, domain[0], columnWidth);
  if (!end) return null;
  const spot = (point: { x: number; y: number }): { x: number; y: number } => ({
    x: toPixel(x, point.x),
    y: Math.min(height - PAD / 2, Math.max(PAD / 2, toPixel(y, point.y))),
  });
  let path = '';
  const write = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  goAlong(
    {
      moveTo: (x, y) => void (path += `M${write(x, y)}`),
      lineTo: (x, y) => void (path += `L${write(x, y)}`),
    },
    points.map(spot),
  );
  return { path, end: spot(end) };
}

function extent(view: SeriesView, yScale: YScale): readonly [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const values of [view.min, view.max]) {
    for (const value of values) {
      if (!Number.isFinite(value) || (yScale === 'log' && value <= 0)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) return null;
  if (high > low) return [low, high];
  // One value only: in the middle.
  if (yScale === 'log') return [low / 2, high * 2];
  return [low - 1, high + 1];
}
