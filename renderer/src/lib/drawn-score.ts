import { heightOf, valueOn, type DrawingFrame, type DrawnCurve } from './drawn-curve.ts';

/** How a drawn curve compares with what came, as one sees it on the paper. */
export interface DrawnScore {
  /** First and last step that were compared. */
  readonly from: number;
  readonly to: number;
  /** The curve was drawn over nearly the whole paper. */
  readonly whole: boolean;
  /** Near is a distance up to this one: a factor on a logarithmic axis, a difference on a linear one. */
  readonly tolerance: number;
  /** The share of the way on which the curve is near, each step being as wide as on the paper. */
  readonly near: number;
  /** The last step up to which it is near from the first one on; null: not even there. */
  readonly nearUntil: number | null;
  /** The mean distance, steps weighted by their width on the paper: the geometric mean of the factors, or the mean difference. */
  readonly average: number;
  readonly largest: DrawnGap;
  /** Null where too little of both is in sight, or where one of them bends both ways: that has no one bend. */
  readonly shapes: { readonly drawn: Shape; readonly came: Shape } | null;
}

export interface DrawnGap {
  readonly step: number;
  readonly drawn: number;
  /** What came, wherever that is. */
  readonly came: number;
  /** A factor or a difference, measured up to the edge of the paper. */
  readonly distance: number;
  /** What came lies beyond the edge: the distance is at least that. */
  readonly beyond: boolean;
}

/** Where a curve bends most, and how: it is steep before that or behind it. `straight`: it does not bend to speak of. */
export interface Shape {
  readonly kind: 'straight' | 'early' | 'late';
  readonly bend: number;
}

/** Near on a linear axis, as a share of its height; on a logarithmic one a factor. */
const NEAR = { log: 2, linear: 0.1 };
/** Heights that differ by no more than rounding are the same. */
const SAME = 1e-9;
/** So much of the paper's width counts as all of it. */
const WHOLE = 0.95;
/** A curve is straight that leaves the line between its ends by no more than this share of the paper's height. */
const STRAIGHT = 0.06;
/** Shapes are told of what is at least this share of the paper's width, and so many steps. */
const LEAST_SHAPE = { width: 0.1, steps: 3 };

interface Compared {
  readonly step: number;
  readonly place: number;
  readonly drawn: number;
  readonly came: number;
  /** On the paper, from 0 to 1. */
  readonly heights: { readonly drawn: number; readonly came: number };
  readonly apart: number;
}

/**
 * Compares a curve with what came at the whole steps where both are known; null where there are none. Values beyond
 * the paper count as if they lay on its edge, for nothing can be drawn there. Of gaps of one size the first is named.
 */
export function scoreDrawing(
  curve: DrawnCurve,
  came: (step: number) => number | null,
  frame: DrawingFrame,
): DrawnScore | null {
  const compared = compare(curve, came, frame);
  const [first] = compared;
  const last = compared.at(-1);
  if (!first || !last) return null;
  const reach = heightOfDistance(frame);
  const isNear = ({ apart }: Compared): boolean => apart <= reach + SAME;
  const widths = widthsOf(compared);
  const sum = widths.reduce((all, width) => all + width, 0);
  const mean = (of: (one: Compared) => number): number =>
    compared.reduce((all, one, i) => all + widths[i]! * of(one), 0) / sum;
  const leaves = compared.findIndex((one) => !isNear(one));
  return {
    from: first.step,
    to: last.step,
    whole: last.place - first.place >= WHOLE * widthOf(frame),
    tolerance: distanceOf(reach, frame),
    near: mean((one) => (isNear(one) ? 1 : 0)),
    nearUntil: leaves < 0 ? last.step : (compared[leaves - 1]?.step ?? null),
    average: distanceOf(
      mean(({ apart }) => apart),
      frame,
    ),
    largest: largestGap(compared, frame),
    shapes: shapesOf(compared, frame),
  };
}

function compare(
  curve: DrawnCurve,
  came: (step: number) => number | null,
  frame: DrawingFrame,
): readonly Compared[] {
  const [begin, end] = frame.steps;
  const from = Math.max(begin, curve[0]?.[0] ?? Infinity);
  const to = Math.min(end, curve.at(-1)?.[0] ?? -Infinity);
  const compared: Compared[] = [];
  for (let step = from; step <= to; step++) {
    const drawn = valueOn(curve, step, frame);
    const value = came(step);
    if (drawn === null || value === null || Number.isNaN(value)) continue;
    const heights = { drawn: heightOf(drawn, frame), came: heightOf(value, frame) };
    const apart = Math.abs(heights.drawn - heights.came);
    compared.push({ step, place: frame.place(step), drawn, came: value, heights, apart });
  }
  return compared;
}

/** The width each step has: half of the way to its neighbours on both sides. */
function widthsOf(compared: readonly Compared[]): readonly number[] {
  if (compared.length === 1) return [1];
  return compared.map(({ place }, i) => {
    const before = compared[i - 1]?.place ?? place;
    const after = compared[i + 1]?.place ?? place;
    return (after - before) / 2;
  });
}

function widthOf({ steps, place }: DrawingFrame): number {
  return place(steps[1]) - place(steps[0]);
}

/** The height on the paper of the distance that counts as near. */
function heightOfDistance({ scale, range: [low, high] }: DrawingFrame): number {
  return scale === 'linear' ? NEAR.linear : Math.log(NEAR.log) / Math.log(high / low);
}

/** What a height on the paper means: a factor or a difference. */
function distanceOf(height: number, { scale, range: [low, high] }: DrawingFrame): number {
  return scale === 'linear' ? height * (high - low) : (high / low) ** height;
}

function largestGap(compared: readonly Compared[], frame: DrawingFrame): DrawnGap {
  let largest = compared[0]!;
  for (const one of compared) if (one.apart > largest.apart + SAME) largest = one;
  const { step, drawn, came, apart } = largest;
  return { step, drawn, came, distance: distanceOf(apart, frame), beyond: isBeyond(came, frame) };
}

function isBeyond(value: number, { range: [low, high] }: DrawingFrame): boolean {
  return value < low || value > high;
}

function shapesOf(compared: readonly Compared[], frame: DrawingFrame): DrawnScore['shapes'] {
  const inSight = compared.filter(({ came }) => !isBeyond(came, frame));
  const [first] = inSight;
  const last = inSight.at(-1);
  if (!first || !last || inSight.length < LEAST_SHAPE.steps) return null;
  if (last.place - first.place < LEAST_SHAPE.width * widthOf(frame)) return null;
  const [drawn, came] = [shapeOf(inSight, 'drawn'), shapeOf(inSight, 'came')];
  return drawn && came ? { drawn, came } : null;
}

function shapeOf(compared: readonly Compared[], which: 'drawn' | 'came'): Shape | null {
  const [first, last] = [compared[0]!, compared.at(-1)!];
  const rise = last.heights[which] - first.heights[which];
  const offs = compared.map(({ place, heights }) => {
    const share = (place - first.place) / (last.place - first.place);
    return heights[which] - (first.heights[which] + share * rise);
  });
  const [lowest, highest] = [Math.min(...offs), Math.max(...offs)];
  if (Math.min(-lowest, highest) > STRAIGHT) return null;
  const most = -lowest > highest + SAME ? lowest : highest;
  const bend = compared[offs.indexOf(most)]!.step;
  if (Math.abs(most) <= STRAIGHT) return { kind: 'straight', bend };
  // Below its chord a falling curve was steep before, a rising one will be.
  return { kind: most < 0 === rise < 0 ? 'early' : 'late', bend };
}
