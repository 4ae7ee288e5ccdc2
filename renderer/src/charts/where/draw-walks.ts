import type { Objective } from '../../../../core/objectives/objective.ts';
import { drawDisc, drawRing } from '../draw-marks.ts';
import { drawRich, measureRich } from '../rich-text.ts';
import { dashOf, slotOf, type ChartTheme } from '../theme.ts';
import { toSpot, type MapFrame, type Spot } from './map-frame.ts';

/** The way a run takes over the map. */
export interface Walk {
  readonly id: string;
  readonly slot: number;
  readonly label: string;
  readonly selected: boolean;
  readonly steps: Float64Array;
  /** θ₁ and θ₂ at the recorded steps, in order; up to the first that is not finite. */
  readonly theta1: Float64Array;
  readonly theta2: Float64Array;
  /** Index of the point the cursor is at. */
  readonly at: number;
  /** It ended because something was no longer finite. */
  readonly diverged: boolean;
}

/** A way of many steps is drawn finer and without a halo: it would cost much and hide what lies under it. */
const MANY = 500;
const WIDTH = { few: 1.75, many: 1 };
const HALO = 2;
/** What lies ahead of the cursor. */
const AHEAD = 0.32;
const DOT = 4.5;
const NAME = 12;
const GRADIENT_LENGTH = 34;
/** In pixels. */
const FARTHEST = 1e5;

/** The ways up to the cursor, what is ahead of it paler, and a dot with the run's name at the cursor. */
export function drawWalks(
  canvas: CanvasRenderingContext2D,
  walks: readonly Walk[],
  frame: MapFrame,
  theme: ChartTheme,
  whole: boolean,
  start: Spot,
): void {
  // The longest way lies at the bottom: a calm one on top of it is still seen.
  const inOrder = walks
    .map((walk) => ({ walk, line: lineOf(walk, frame) }))
    .sort((a, b) => b.line.length - a.line.length);
  for (const { walk, line } of inOrder) {
    const last = walk.theta1.length - 1;
    if (whole) drawLine(canvas, line, [walk.at, last], walk, theme, AHEAD);
    drawLine(canvas, line, [0, walk.at], walk, theme, 1);
  }
  const names: Box[] = [boxAround(start)];
  for (const { walk } of inOrder) {
    const { theta1, theta2, at } = walk;
    if (theta1.length === 0) continue;
    const spot = toSpot(frame, theta1[at]!, theta2[at]!);
    if (!isInside(spot, frame)) continue;
    drawDot(canvas, spot, walk, theme);
    if (walk.label !== '') names.push(drawName(canvas, spot, walk, frame, theme, names));
  }
}

/** The handle at the start, which names keep clear of. */
function boxAround({ x, y }: Spot): Box {
  return { left: x - 10, right: x + 10, top: y - 10, bottom: y + 10 };
}

/** A way in pixels; columns of numbers, for it is made anew in every frame. */
interface Line {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly length: number;
}

/** Points that fall on the same half pixel as the one before take its place. */
function lineOf({ theta1, theta2, at }: Walk, frame: MapFrame): Line {
  const [x, y] = [new Float64Array(theta1.length), new Float64Array(theta1.length)];
  let length = 0;
  for (let i = 0; i < theta1.length; i++) {
    const spot = withinReach(toSpot(frame, theta1[i]!, theta2[i]!), frame);
    const [across, down] = i === 0 ? [0, 0] : [spot.x - x[i - 1]!, spot.y - y[i - 1]!];
    const same = i > 0 && i !== at && Math.abs(across) + Math.abs(down) < 0.25;
    x[i] = same ? x[i - 1]! : spot.x;
    y[i] = same ? y[i - 1]! : spot.y;
    if (!same) length += Math.sqrt(across * across + down * down);
  }
  return { x, y, length };
}

/**
 * A canvas draws nothing of a line with an end beyond its numbers. Of a point far away on one axis the other axis
 * is kept; of one far away on both, the direction from the middle.
 */
export function withinReach({ x, y }: Spot, { size }: MapFrame): Spot {
  const [across, down] = [x - size / 2, y - size / 2];
  const most = Math.max(Math.abs(across), Math.abs(down));
  if (most <= FARTHEST) return { x, y };
  const least = Math.min(Math.abs(across), Math.abs(down));
  const share = least <= FARTHEST ? 1 : FARTHEST / most;
  const near = (offset: number): number =>
    size / 2 + Math.max(-FARTHEST, Math.min(FARTHEST, offset * share));
  return { x: near(across), y: near(down) };
}

/** A part of a line, its first and last point included. */
function drawLine(
  canvas: CanvasRenderingContext2D,
  line: Line,
  [from, to]: readonly [number, number],
  { slot }: Walk,
  theme: ChartTheme,
  alpha: number,
): void {
  if (to <= from) return;
  const size = to - from >= MANY ? 'many' : 'few';
  canvas.save();
  trace(canvas, line, from, to);
  canvas.globalAlpha = alpha;
  canvas.lineJoin = size === 'few' ? 'round' : 'bevel';
  if (size === 'few') {
    canvas.lineCap = 'round';
    canvas.strokeStyle = theme.paper;
    canvas.lineWidth = WIDTH.few + 2 * HALO;
    canvas.stroke();
    canvas.lineCap = 'butt';
  }
  canvas.strokeStyle = slotOf(theme, slot).line;
  canvas.lineWidth = WIDTH[size];
  // Dashes of a way that crosses itself a thousand times would only be noise.
  canvas.setLineDash(size === 'many' ? [] : [...dashOf(slot)]);
  canvas.stroke();
  canvas.restore();
}

/** Makes a part of a line the path to be stroked. */
function trace(canvas: CanvasRenderingContext2D, { x, y }: Line, from: number, to: number): void {
  canvas.beginPath();
  canvas.moveTo(x[from]!, y[from]!);
  for (let i = from + 1; i <= to; i++) {
    if (x[i] !== x[i - 1] || y[i] !== y[i - 1]) canvas.lineTo(x[i]!, y[i]!);
  }
}

function drawDot(
  canvas: CanvasRenderingContext2D,
  spot: Spot,
  { slot, at, theta1, diverged }: Walk,
  theme: ChartTheme,
): void {
  const { line } = slotOf(theme, slot);
  if (diverged && at === theta1.length - 1) {
    drawRing(canvas, spot, line, theme.paper);
  } else drawDisc(canvas, spot, DOT, line, { width: 2, color: theme.paper });
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function drawName(
  canvas: CanvasRenderingContext2D,
  { x, y }: Spot,
  { label, slot, selected }: Walk,
  { size }: MapFrame,
  theme: ChartTheme,
  taken: readonly Box[],
): Box {
  const font = { size: NAME, weight: 600, family: theme.font } as const;
  const width = measureRich(canvas, label, font);
  const around: readonly (readonly [left: number, middle: number])[] = [
    [x + 10, y - 11],
    [x + 10, y + 13],
    [x - 10 - width, y - 11],
    [x - 10 - width, y + 13],
    [x - width / 2, y - 20],
    [x - width / 2, y + 22],
    [x + 10, y - 29],
    [x + 10, y + 31],
  ];
  const boxes = around.map(([left, middle]) => ({
    left,
    top: middle - 8,
    right: left + width,
    bottom: middle + 8,
  }));
  const fits = (box: Box): boolean =>
    box.left >= 2 && box.top >= 2 && box.right <= size - 2 && box.bottom <= size - 2;
  const free = (box: Box): boolean =>
    taken.every(
      (other) =>
        box.right < other.left ||
        box.left > other.right ||
        box.bottom < other.top ||
        box.top > other.bottom,
    );
  const box = boxes.find((one) => fits(one) && free(one)) ?? boxes.find(fits) ?? boxes[0]!;
  drawRich(canvas, label, box.left, (box.top + box.bottom) / 2, {
    ...font,
    color: slotOf(theme, slot).ink,
    halo: theme.paper,
    ...(selected ? {} : { weight: 600 }),
  });
  return box;
}

/** At the cursor of a run: where the gradient points downhill, and the step that was really taken. */
export function drawArrows(
  canvas: CanvasRenderingContext2D,
  { theta1, theta2, at, slot }: Walk,
  objective: Objective,
  frame: MapFrame,
  theme: ChartTheme,
): void {
  if (theta1.length === 0) return;
  const grad = new Float64Array(2);
  objective.valueAndGrad(Float64Array.of(theta1[at]!, theta2[at]!), grad);
  const from = toSpot(frame, theta1[at]!, theta2[at]!);
  const steepness = Math.hypot(grad[0]!, grad[1]!);
  if (steepness > 0 && Number.isFinite(steepness)) {
    const to = {
      x: from.x - (grad[0]! / steepness) * GRADIENT_LENGTH,
      y: from.y + (grad[1]! / steepness) * GRADIENT_LENGTH,
    };
    drawArrow(canvas, from, to, theme.ink, [3, 3], theme);
  }
  if (at + 1 >= theta1.length) return;
  const next = toSpot(frame, theta1[at + 1]!, theta2[at + 1]!);
  if (Math.hypot(next.x - from.x, next.y - from.y) < 4) return;
  drawArrow(canvas, from, next, slotOf(theme, slot).ink, [], theme);
}

function drawArrow(
  canvas: CanvasRenderingContext2D,
  from: Spot,
  to: Spot,
  color: string,
  dash: readonly number[],
  theme: ChartTheme,
): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const barb = (turn: number): Spot => ({
    x: to.x - 7 * Math.cos(angle + turn),
    y: to.y - 7 * Math.sin(angle + turn),
  });
  canvas.save();
  canvas.lineCap = 'round';
  for (const [width, ink] of [
    [5, theme.paper],
    [2, color],
  ] as const) {
    canvas.lineWidth = width;
    canvas.strokeStyle = ink;
    canvas.setLineDash(width > 2 ? [] : (dash as number[]));
    goThrough(canvas, [from, to]);
    canvas.stroke();
    canvas.setLineDash([]);
    goThrough(canvas, [barb(-0.45), to, barb(0.45)]);
    canvas.stroke();
  }
  canvas.restore();
}

function goThrough(canvas: CanvasRenderingContext2D, [first, ...rest]: readonly Spot[]): void {
  canvas.beginPath();
  canvas.moveTo(first!.x, first!.y);
  for (const { x, y } of rest) canvas.lineTo(x, y);
}

export function isInside({ x, y }: Spot, { size }: MapFrame): boolean {
  return x >= 0 && y >= 0 && x <= size && y <= size;
}
