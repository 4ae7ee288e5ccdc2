import type { SeriesView } from '../../../core/analysis/series-view.ts';
import { toPixel, type Axis } from './axis.ts';

/** The pen of a canvas, as far as lines need it. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What belongs to a line but is not part of it, in pixels. */
export interface TraceMarks {
  /** Where values were NaN or infinite: a tick at the foot. */
  readonly nonFinite: readonly number[];
  /** Where a log axis cannot show a value because it is zero or below: a tick at the foot. */
  readonly belowZero: readonly number[];
  /** Last finite point, or null; its height may lie beyond the axis. */
  readonly end: Spot | null;
  /** Where the line leaves the axis for good, on its edge; null if it ends inside. */
  readonly exit: (Spot & { readonly down: boolean }) | null;
  /** Pixels the pen travelled up and down. */
  readonly climb: number;
}

/** Half the width of the dash that stands for a single value between two gaps. */
const ALONE = 0.9;

/**
 * Draws the line of a series: every bucket with its true minimum and maximum, a gap wherever a bucket
 * has no finite value. Heights beyond the axis are kept just outside of it, so that clipping hides them.
 */
export function trace(view: SeriesView, x: Axis, y: Axis, pen: Pen): TraceMarks {
  const [foot, top] = y.range;
  const nonFinite: number[] = [];
  const belowZero: number[] = [];
  let end: Spot | null = null;
  let exit: TraceMarks['exit'] = null;
  let climb = 0;
  /** Buckets since the last gap. */
  let drawn = 0;
  let previous = 0;
  const closeStretch = (): void => {
    if (drawn !== 1 || !end) return;
    pen.moveTo(end.x - ALONE, end.y);
    pen.lineTo(end.x + ALONE, end.y);
  };
  for (let i = 0; i < view.first.length; i++) {
    const at = toPixel(x, (view.first[i]! + view.last[i]!) / 2);
    if (view.nonFinite[i]! > 0) nonFinite.push(at);
    const min = view.min[i]!;
    const max = view.max[i]!;
    if (min > max) {
      closeStretch();
      drawn = 0;
      continue;
    }
    if (y.scale === 'log' && min <= 0) belowZero.push(at);
    const high = height(y, max);
    const low = height(y, min);
    // The end nearer to where the pen is comes first: fewer crossings, the same extremes.
    const upFirst = Math.abs(high - previous) <= Math.abs(low - previous);
    const near = upFirst ? high : low;
    const far = upFirst ? low : high;
    if (drawn > 0) {
      pen.lineTo(at, near);
      climb += Math.abs(near - previous);
    } else pen.moveTo(at, near);
    if (far !== near) {
      pen.lineTo(at, far);
      climb += low - high;
    }
    const beyond = high > foot + 1 || low < top - 1;
    if (!beyond) exit = null;
    else exit ??= end ? crossing(end, { x: at, y: near }, foot, top) : null;
    drawn++;
    previous = far;
    end = { x: at, y: far };
  }
  closeStretch();
  return { nonFinite, belowZero, end, exit, climb };
}

const OUTSIDE = 40;

function height(axis: Axis, value: number): number {
  const [foot, top] = axis.range;
  const pixel = toPixel(axis, value);
  return Math.min(Math.max(pixel, Math.min(foot, top) - OUTSIDE), Math.max(foot, top) + OUTSIDE);
}

function crossing(inside: Spot, outside: Spot, foot: number, top: number): TraceMarks['exit'] {
  const down = outside.y > foot;
  const edge = down ? foot : top;
  const share = (edge - inside.y) / (outside.y - inside.y);
  const within = Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 1;
  return { x: inside.x + within * (outside.x - inside.x), y: edge, down };
}
