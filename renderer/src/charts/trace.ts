import type { SeriesView } from '../../../core/analysis/series-view.ts';
import { toPixel, type Axis } from './axis.ts';

/** The pen of a canvas, as far as lines need it. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** Marks that belong to a line but are not part of it, in pixels. */
export interface TraceMarks {
  /** Where values were NaN or infinite: a tick at the foot. */
  readonly nonFinite: readonly number[];
  /** Where a log axis cannot show a value because it is zero or below: a tick at the foot. */
  readonly belowZero: readonly number[];
  /** Last finite point, or null. */
  readonly end: { readonly x: number; readonly y: number } | null;
}

/**
 * Draws the line of a series: every bucket with its true minimum and maximum, a gap wherever a bucket
 * has no finite value. Heights beyond the axis are kept just outside of it, so that clipping hides them.
 */
export function trace(view: SeriesView, x: Axis, y: Axis, pen: Pen): TraceMarks {
  const nonFinite: number[] = [];
  const belowZero: number[] = [];
  let end: TraceMarks['end'] = null;
  let open = false;
  let previous = 0;
  for (let i = 0; i < view.first.length; i++) {
    const at = toPixel(x, (view.first[i]! + view.last[i]!) / 2);
    if (view.nonFinite[i]! > 0) nonFinite.push(at);
    const min = view.min[i]!;
    const max = view.max[i]!;
    if (min > max) {
      open = false;
      continue;
    }
    if (y.scale === 'log' && min <= 0) belowZero.push(at);
    const high = height(y, max);
    const low = height(y, min);
    // The end nearer to where the pen is comes first: fewer crossings, the same extremes.
    const [near, far] =
      Math.abs(high - previous) <= Math.abs(low - previous) ? [high, low] : [low, high];
    if (open) pen.lineTo(at, near);
    else pen.moveTo(at, near);
    if (far !== near) pen.lineTo(at, far);
    open = true;
    previous = far;
    end = { x: at, y: far };
  }
  return { nonFinite, belowZero, end };
}

const OUTSIDE = 40;

function height(axis: Axis, value: number): number {
  const [foot, top] = axis.range;
  const pixel = toPixel(axis, value);
  return Math.min(Math.max(pixel, Math.min(foot, top) - OUTSIDE), Math.max(foot, top) + OUTSIDE);
}
