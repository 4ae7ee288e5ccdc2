import { drawArrowHead, drawDisc, drawRing } from '../draw-marks.ts';
import { drawRich, measureRich, shorten, type Font } from '../rich-text.ts';
import { dashOf, slotOf, type ChartTheme } from '../theme.ts';
import { Passed, touches, type Box } from './boxes.ts';
import { drawLevelLabels, type LevelLabel } from './level-labels.ts';
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
/** From a name to the rim of the map; rows of names above and below a dot, and from one to the next. */
const RIM = 2;
const ROWS = 5;
const ROW = 18;
/** In pixels. */
const FARTHEST = 1e5;

/**
 * The ways up to the cursor, what is ahead of it paler, and a dot with the run's name at the cursor. The values of
 * level lines, which would lie under them, stand upon them, or rather beside them.
 */
export function drawWalks(
  canvas: CanvasRenderingContext2D,
  walks: readonly Walk[],
  frame: MapFrame,
  theme: ChartTheme,
  whole: boolean,
  start: Spot,
  levels: readonly LevelLabel[],
): void {
  // The longest way lies at the bottom: a calm one on top of it is still seen.
  const inOrder = walks
    .map((walk) => ({ walk, line: lineOf(walk, frame) }))
    .sort((a, b) => b.line.length - a.line.length);
  for (const { walk, line } of inOrder) {
    const { end } = line;
    if (whole) drawLine(canvas, line, [Math.min(walk.at, end), end], walk, theme, AHEAD);
    drawLine(canvas, line, [0, Math.min(walk.at, end)], walk, theme, 1);
  }
  const names: Name[] = [];
  const taken: Box[] = [boxAround(start)];
  const here = inOrder.flatMap(({ walk }) => {
    const { theta1, theta2, at } = walk;
    const spot = theta1.length > 0 ? toSpot(frame, theta1[at]!, theta2[at]!) : null;
    return spot && isInside(spot, frame) ? [{ walk, spot }] : [];
  });
  const gone = inOrder.flatMap(({ walk, line }) => {
    const way = walk.at >= line.end ? wayOut(line, frame) : null;
    return way ? [{ walk, ...way }] : [];
  });
  for (const { walk, spot } of [...here, ...gone]) {
    if (walk.label === '') continue;
    const name = placeName(canvas, spot, walk, frame, theme, taken);
    names.push(name);
    taken.push(name.box);
  }
  const passed = new Passed(frame.size);
  for (const { line } of levels.length > 0 ? inOrder : []) {
    passed.line(line.x.subarray(0, line.end + 1), line.y.subarray(0, line.end + 1));
  }
  const dots = here.map(({ spot }) => boxAround(spot));
  drawLevelLabels(canvas, levels, frame, theme, [...taken, ...dots], (box) => passed.isIn(box));
  for (const { walk, spot } of here) drawDot(canvas, spot, walk, theme);
  for (const { walk, spot, angle } of gone) {
    drawArrowHead(canvas, spot, angle, slotOf(theme, walk.slot).line, theme.paper);
  }
  for (const { text, box, color } of names) {
    const style = { ...nameFont(theme), color, halo: theme.paper };
    drawRich(canvas, text, box.left, (box.top + box.bottom) / 2, style);
  }
}

/** A run's name beside its dot. */
interface Name {
  readonly text: string;
  readonly box: Box;
  readonly color: string;
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
  /** Index of the last point drawn: the one at which it leaves the map for good, else its last; 0: it never is there. */
  readonly end: number;
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
  return { x, y, length, end: endOf(x, y, frame) };
}

/** Beyond it, a way that swings ever farther would cover the map with lines from edge to edge. */
function endOf(x: Float64Array, y: Float64Array, frame: MapFrame): number {
  const last = x.length - 1;
  let seen = last;
  while (seen >= 0 && !isInside({ x: x[seen]!, y: y[seen]! }, frame)) seen--;
  return seen < 0 ? 0 : Math.min(last, seen + 1);
}

/** Where a line crosses the edge with its last drawn stretch, and its direction there; null: it stays inside. */
export function wayOut(
  { x, y, end }: Pick<Line, 'x' | 'y' | 'end'>,
  frame: MapFrame,
): { readonly spot: Spot; readonly angle: number } | null {
  if (end < 1) return null;
  const from = { x: x[end - 1]!, y: y[end - 1]! };
  const to = { x: x[end]!, y: y[end]! };
  if (isInside(to, frame) || !isInside(from, frame)) return null;
  const [across, down] = [to.x - from.x, to.y - from.y];
  const shareTo = (place: number, stride: number): number => {
    if (stride === 0) return Infinity;
    return ((stride > 0 ? frame.size : 0) - place) / stride;
  };
  const share = Math.min(shareTo(from.x, across), shareTo(from.y, down));
  const spot = { x: from.x + share * across, y: from.y + share * down };
  return { spot, angle: Math.atan2(down, across) };
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

function nameFont(theme: ChartTheme): Font {
  return { size: NAME, weight: 600, family: theme.font };
}

function placeName(
  canvas: CanvasRenderingContext2D,
  spot: Spot,
  { label, slot }: Walk,
  { size }: MapFrame,
  theme: ChartTheme,
  taken: readonly Box[],
): Name {
  const font = nameFont(theme);
  const text = shorten(canvas, label, font, size - 2 * RIM);
  const box = nameBox(spot, measureRich(canvas, text, font), size, taken);
  return { text, box, color: slotOf(theme, slot).ink };
}

/**
 * Where a name of this width stands: beside its dot where there is room, else above or below it, as far in as it
 * must and row by row further away, whole inside of the map. Where all is taken it stands on what is there.
 */
export function nameBox({ x, y }: Spot, width: number, size: number, taken: readonly Box[]): Box {
  const boxAt = (left: number, middle: number): Box => ({
    left,
    top: middle - 8,
    right: left + width,
    bottom: middle + 8,
  });
  const centred = Math.min(Math.max(x - width / 2, RIM), size - RIM - width);
  const boxes = [
    boxAt(x + 10, y - 11),
    boxAt(x + 10, y + 13),
    boxAt(x - 10 - width, y - 11),
    boxAt(x - 10 - width, y + 13),
    boxAt(x - width / 2, y - 20),
    boxAt(x - width / 2, y + 22),
    boxAt(x + 10, y - 29),
    boxAt(x + 10, y + 31),
    ...Array.from({ length: ROWS }, (_, row) => [
      boxAt(centred, y - 20 - row * ROW),
      boxAt(centred, y + 22 + row * ROW),
    ]).flat(),
  ];
  const fits = (box: Box): boolean =>
    box.left >= RIM && box.top >= RIM && box.right <= size - RIM && box.bottom <= size - RIM;
  const free = (box: Box): boolean => taken.every((other) => !touches(box, other));
  return boxes.find((one) => fits(one) && free(one)) ?? boxes.find(fits) ?? boxes[0]!;
}

export function isInside({ x, y }: Spot, { size }: MapFrame): boolean {
  return x >= 0 && y >= 0 && x <= size && y <= size;
}
