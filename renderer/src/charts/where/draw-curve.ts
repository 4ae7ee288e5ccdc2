import type { Objective } from '../../../../core/objectives/objective.ts';
import { drawDisc, drawRing } from '../draw-marks.ts';
import { drawRich, measureRich } from '../rich-text.ts';
import { slotOf, type ChartTheme } from '../theme.ts';
import { AROUND_POINTS, MOST_GROWTH } from './map-frame.ts';

/** A one-dimensional objective as a hill: θ to the right, f up. */
export interface CurveFrame {
  readonly size: number;
  readonly x: readonly [lo: number, hi: number];
  readonly y: readonly [lo: number, hi: number];
}

/** A run on the curve. */
export interface Roll {
  readonly slot: number;
  readonly label: string;
  readonly selected: boolean;
  readonly steps: Float64Array;
  readonly theta: Float64Array;
  /** Index of the point the cursor is at. */
  readonly at: number;
  readonly diverged: boolean;
}

const SAMPLES = 400;
const MARGIN = 18;
/** Steps behind the ball that are drawn as jumps. */
const TRAIL = 12;

/** The window over the objective's domain, grown (within limits) until it holds the points. */
export function curveFrame(
  objective: Objective,
  points: Iterable<number>,
  size: number,
): CurveFrame {
  const [lo, hi] = objective.domain[0]!;
  const center = (lo + hi) / 2;
  const half = (hi - lo) / 2;
  let reach = half;
  for (const value of points) {
    const distance = Math.abs(value - center) * AROUND_POINTS;
    if (distance > reach && distance <= half * MOST_GROWTH) reach = distance;
  }
  const x = [center - reach, center + reach] as const;
  let low = Infinity;
  let high = -Infinity;
  for (const value of sample(objective, x)) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(high > low)) [low, high] = [low === Infinity ? 0 : low - 1, low === Infinity ? 1 : low + 1];
  return { size, x, y: [low, high] };
}

export function toCurveX({ x, size }: CurveFrame, theta: number): number {
  return ((theta - x[0]) / (x[1] - x[0])) * size;
}

export function toCurveY({ y, size }: CurveFrame, value: number): number {
  return size - MARGIN - ((value - y[0]) / (y[1] - y[0])) * (size - 2 * MARGIN);
}

export function drawCurve(
  canvas: CanvasRenderingContext2D,
  objective: Objective,
  frame: CurveFrame,
  theme: ChartTheme,
): void {
  const values = sample(objective, frame.x);
  const xAt = (i: number): number => (i / SAMPLES) * frame.size;
  canvas.save();
  canvas.fillStyle = theme.valley;
  canvas.strokeStyle = theme.valley;
  canvas.lineWidth = 2;
  canvas.lineJoin = 'round';
  // Where the objective has no value there is neither line nor ground.
  for (const [from, to] of finiteStretches(values)) {
    const trace = (): void => {
      for (let i = from; i < to; i++) canvas.lineTo(xAt(i), toCurveY(frame, values[i]!));
    };
    canvas.beginPath();
    canvas.moveTo(xAt(from), frame.size);
    trace();
    canvas.lineTo(xAt(to - 1), frame.size);
    canvas.closePath();
    canvas.globalAlpha = 0.14;
    canvas.fill();
    canvas.globalAlpha = 1;
    canvas.beginPath();
    canvas.moveTo(xAt(from), toCurveY(frame, values[from]!));
    trace();
    canvas.stroke();
  }
  canvas.restore();
}

/** Where values are finite in a row: from the first index to the one after the last. */
export function finiteStretches(values: Float64Array): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let from = -1;
  for (let i = 0; i <= values.length; i++) {
    const finite = i < values.length && Number.isFinite(values[i]);
    if (finite && from < 0) from = i;
    if (finite || from < 0) continue;
    found.push([from, i]);
    from = -1;
  }
  return found;
}

export function drawRolls(
  canvas: CanvasRenderingContext2D,
  rolls: readonly Roll[],
  objective: Objective,
  frame: CurveFrame,
  theme: ChartTheme,
): void {
  const grad = new Float64Array(1);
  const height = (theta: number): number =>
    toCurveY(frame, objective.valueAndGrad(Float64Array.of(theta), grad));
  const names: { readonly x: number; readonly y: number; readonly width: number }[] = [];
  for (const { slot, label, theta, at, diverged } of rolls) {
    if (theta.length === 0) continue;
    const { line, ink } = slotOf(theme, slot);
    canvas.save();
    canvas.strokeStyle = line;
    canvas.lineWidth = 1.25;
    canvas.globalAlpha = 0.7;
    canvas.beginPath();
    for (let i = Math.max(0, at - TRAIL); i <= at; i++) {
      const x = toCurveX(frame, theta[i]!);
      if (i === Math.max(0, at - TRAIL)) canvas.moveTo(x, height(theta[i]!));
      else canvas.lineTo(x, height(theta[i]!));
    }
    canvas.stroke();
    canvas.restore();
    const spot = { x: toCurveX(frame, theta[at]!), y: height(theta[at]!) };
    if (spot.x < 0 || spot.x > frame.size || !Number.isFinite(spot.y)) continue;
    if (diverged && at === theta.length - 1) drawRing(canvas, spot, line, theme.paper);
    else drawDisc(canvas, spot, 6, line, { width: 2, color: theme.paper });
    const font = { size: 12, weight: 600, family: theme.font } as const;
    const width = measureRich(canvas, label, font);
    const x = Math.min(Math.max(4, spot.x + 11), frame.size - width - 4);
    let y = Math.max(12, spot.y - 14);
    for (const other of names) {
      const beside = x > other.x + other.width || x + width < other.x;
      if (!beside && Math.abs(other.y - y) < 16) y = other.y - 16;
    }
    names.push({ x, y, width });
    drawRich(canvas, label, x, y, { ...font, color: ink, halo: theme.paper });
  }
}

function sample(objective: Objective, [lo, hi]: readonly [number, number]): Float64Array {
  const point = new Float64Array(1);
  const grad = new Float64Array(1);
  return Float64Array.from({ length: SAMPLES + 1 }, (_, i) => {
    point[0] = lo + ((hi - lo) * i) / SAMPLES;
    return objective.valueAndGrad(point, grad);
  });
}
