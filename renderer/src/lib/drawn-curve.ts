import type { DrawnPoint } from '../../../electron/ipc/lesson-progress.ts';

/** A curve drawn by hand, by rising steps; between its points, and over gaps, it is straight on the paper. */
export type DrawnCurve = readonly DrawnPoint[];

/** The paper a curve is drawn on. */
export interface DrawingFrame {
  /** First and last step. */
  readonly steps: readonly [from: number, to: number];
  /** Least and greatest value; on a logarithmic axis both are positive. */
  readonly range: readonly [low: number, high: number];
  readonly scale: 'linear' | 'log';
  /** Where a step stands along the paper; rises with the step. */
  readonly place: (step: number) => number;
}

/** As many points as a curve is kept with. */
export const MOST_POINTS = 64;
/** A point is left out that lies no further from the line beside it, as a share of the paper's height. */
const FLAT = 0.002;
/** Digits a value is kept with: a pixel is coarser. */
const DIGITS = 4;

/** How high a value lies on the paper: 0 at its foot, 1 at its head. What lies beyond lies on the edge. */
export function heightOf(value: number, { range, scale }: DrawingFrame): number {
  const [low, high] = range;
  const inside = Math.min(high, Math.max(low, value));
  if (scale === 'linear') return (inside - low) / (high - low);
  return (Math.log(inside) - Math.log(low)) / (Math.log(high) - Math.log(low));
}

/** The value at a height of the paper. */
export function valueAtHeight(height: number, { range, scale }: DrawingFrame): number {
  const [low, high] = range;
  const share = Math.min(1, Math.max(0, height));
  if (scale === 'linear') return low + share * (high - low);
  return Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)));
}

/** The value at a step; null before the first point and behind the last. */
export function valueOn(curve: DrawnCurve, step: number, frame: DrawingFrame): number | null {
  const next = curve.findIndex(([at]) => at >= step);
  if (next < 0) return null;
  const [to, end] = curve[next]!;
  if (to === step) return end;
  if (next === 0) return null;
  return between(curve[next - 1]!, [to, end], step, frame);
}

/** The points at all whole steps on the way between two points, both included, by rising steps. */
export function strokeBetween(a: DrawnPoint, b: DrawnPoint, frame: DrawingFrame): DrawnCurve {
  const [from, to] = a[0] <= b[0] ? [a, b] : [b, a];
  return Array.from({ length: to[0] - from[0] + 1 }, (_, i): DrawnPoint => {
    const step = from[0] + i;
    if (step === b[0]) return b;
    return step === a[0] ? a : [step, between(from, to, step, frame)];
  });
}

/** A stroke over a curve: what lies under it is replaced, what lies beside it stays. */
export function drawOver(curve: DrawnCurve, stroke: DrawnCurve, frame: DrawingFrame): DrawnCurve {
  const [first] = stroke[0]!;
  const [last] = stroke.at(-1)!;
  const kept = (step: number): DrawnCurve => {
    const value = valueOn(curve, step, frame);
    return value === null ? [] : [[step, value]];
  };
  return [
    ...curve.filter(([step]) => step < first - 1),
    ...kept(first - 1),
    ...stroke,
    ...kept(last + 1),
    ...curve.filter(([step]) => step > last + 1),
  ];
}

/** A point to which the curve bends from the next ones that are no nearer than `clearance`, a share of the paper's width. */
export function bendTo(
  curve: DrawnCurve,
  point: DrawnPoint,
  clearance: number,
  frame: DrawingFrame,
): DrawnCurve {
  const { place } = frame;
  const [begin, end] = frame.steps.map(place) as [number, number];
  const away = curve.filter(
    ([step]) => Math.abs(place(step) - place(point[0])) >= clearance * (end - begin),
  );
  return [...away, point].toSorted(([a], [b]) => a - b);
}

/**
 * The curve with few of its points, taken where it is furthest off (Ramer, Douglas and Peucker, by height): it differs by
 * at most `FLAT` of the paper's height, unless that takes more than `MOST_POINTS`. Its values are rounded.
 */
export function thinned(curve: DrawnCurve, frame: DrawingFrame): DrawnCurve {
  const last = curve.length - 1;
  const kept = new Set(last < 0 ? [] : [0, last]);
  const spots = curve.map(([step, value]) => ({
    x: frame.place(step),
    y: heightOf(value, frame),
  }));
  const gaps = [furthest(spots, 0, last)];
  while (kept.size < MOST_POINTS) {
    gaps.sort((a, b) => b.far - a.far);
    const { from, at, to, far } = gaps.shift() ?? NOTHING;
    if (far <= FLAT) break;
    kept.add(at);
    gaps.push(furthest(spots, from, at), furthest(spots, at, to));
  }
  return curve
    .filter((_, i) => kept.has(i))
    .map(([step, value]): DrawnPoint => [step, Number(value.toPrecision(DIGITS))]);
}

interface Gap {
  readonly from: number;
  readonly to: number;
  /** The index between them that lies furthest from the straight line, and how far, in heights of the paper. */
  readonly at: number;
  readonly far: number;
}

const NOTHING: Gap = { from: 0, to: 0, at: 0, far: 0 };

/** A point on the paper: its place along it, and its height from 0 to 1. */
interface PaperSpot {
  readonly x: number;
  readonly y: number;
}

function furthest(spots: readonly PaperSpot[], from: number, to: number): Gap {
  let found: Gap = { ...NOTHING, from, to };
  for (let at = from + 1; at < to; at++) {
    const [begin, end, spot] = [spots[from]!, spots[to]!, spots[at]!];
    const share = (spot.x - begin.x) / (end.x - begin.x);
    const far = Math.abs(spot.y - (begin.y + share * (end.y - begin.y)));
    if (far > found.far) found = { from, to, at, far };
  }
  return found;
}

function between(a: DrawnPoint, b: DrawnPoint, step: number, frame: DrawingFrame): number {
  const { place } = frame;
  const share = (place(step) - place(a[0])) / (place(b[0]) - place(a[0]));
  const [from, to] = [heightOf(a[1], frame), heightOf(b[1], frame)];
  return valueAtHeight(from + share * (to - from), frame);
}
