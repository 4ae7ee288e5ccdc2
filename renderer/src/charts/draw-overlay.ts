import { toPixel } from './axis.ts';
import { drawDisc } from './draw-marks.ts';
import { drawRich, measureRich, type Font } from './rich-text.ts';
import type { Scene } from './scene.ts';
import { slotOf, type ChartTheme } from './theme.ts';

/** What the cursor shows of one pane. */
export interface CursorReading {
  /** Value of the selected run, written; null: no pill on this axis. */
  readonly pill: { readonly text: string; readonly value: number } | null;
  /** Each at its own place on the x axis: runs may be elsewhere at the same step. */
  readonly dots: readonly { readonly slot: number; readonly at: number; readonly value: number }[];
}

export interface PanePlace {
  readonly scene: Scene;
  /** Where the pane's canvas begins in the column. */
  readonly top: number;
  readonly reading: CursorReading;
}

export interface Overlay {
  readonly panes: readonly PanePlace[];
  readonly xTitle: string;
  readonly cursor: { readonly at: number; readonly text: string } | null;
  readonly width: number;
}

const PILL_HEIGHT = 19;
const PILL_PADDING = 8;
/** A pill at the head of its axis hangs this far below it. */
const HEAD_ROOM = 3;
/** Air between a pill and the next label on its axis. */
const PILL_AIR = 4;
const LABEL_GAP = 9;
/** From the foot of the lowest pane to the middle of the words on the x axis. */
export const X_WORDS = 16;

/** Draws the words of all axes and the cursor: one hairline through all panes, a pill on every axis. */
export function drawOverlay(canvas: CanvasRenderingContext2D, overlay: Overlay): void {
  const last = overlay.panes.at(-1);
  if (!last) return;
  const { theme } = last.scene;
  const plain: Font = { size: 12, weight: 400, family: theme.font };
  for (const place of overlay.panes) drawYWords(canvas, place, plain);
  drawXWords(canvas, last, overlay, plain);
  if (overlay.cursor) drawCursor(canvas, overlay, last, theme);
}

function drawYWords(canvas: CanvasRenderingContext2D, place: PanePlace, font: Font): void {
  const { scene, top, reading } = place;
  const { x, y, yTicks, theme } = scene;
  const pillAt = pillHeight(place);
  const near = PILL_HEIGHT / 2 + font.size / 2 + PILL_AIR - 2;
  for (const { value, label } of yTicks) {
    const height = top + toPixel(y, value);
    if (label === null || (reading.pill && Math.abs(height - pillAt) < near)) continue;
    const left = x.range[0] - LABEL_GAP - measureRich(canvas, label, font);
    drawRich(canvas, label, left, height + 0.5, { ...font, color: theme.ink2 });
  }
}

function drawXWords(
  canvas: CanvasRenderingContext2D,
  { scene, top }: PanePlace,
  { cursor, xTitle, width }: Overlay,
  font: Font,
): void {
  const { x, y, xTicks, theme } = scene;
  const height = top + y.range[0] + X_WORDS;
  const style = { ...font, color: theme.ink2 };
  const titleWidth = measureRich(canvas, xTitle, font);
  const lastTick = xTicks.at(-1);
  const lastWidth = lastTick ? measureRich(canvas, lastTick.label ?? '', font) : 0;
  const lastEnd = lastTick ? toPixel(x, lastTick.value) + lastWidth / 2 : x.range[1];
  const titleLeft = Math.min(Math.max(x.range[1] + 14, lastEnd + 12), width - titleWidth);
  let taken: [number, number] | null = null;
  if (cursor) {
    const half = pillWidth(canvas, cursor.text, theme) / 2 + PILL_AIR;
    const at = toPixel(x, cursor.at);
    taken = [at - half, at + half];
  }
  const isFree = (from: number, to: number): boolean => !taken || to < taken[0] || from > taken[1];
  for (const { value, label } of xTicks) {
    const labelWidth = measureRich(canvas, label ?? '', font);
    const left = toPixel(x, value) - labelWidth / 2;
    if (label === null || left + labelWidth > titleLeft - 6) continue;
    if (isFree(left, left + labelWidth)) drawRich(canvas, label, left, height, style);
  }
  if (isFree(titleLeft, titleLeft + titleWidth)) drawRich(canvas, xTitle, titleLeft, height, style);
}

function drawCursor(
  canvas: CanvasRenderingContext2D,
  { panes, cursor }: Overlay,
  last: PanePlace,
  theme: ChartTheme,
): void {
  const x = Math.round(toPixel(last.scene.x, cursor!.at));
  const begin = panes[0]!.top + panes[0]!.scene.y.range[1] - 4;
  const foot = last.top + last.scene.y.range[0];
  canvas.fillStyle = theme.accent;
  canvas.fillRect(x, begin, 1, foot + X_WORDS - PILL_HEIGHT / 2 - begin);
  for (const place of panes) {
    for (const { slot, at, value } of place.reading.dots) {
      drawDot(canvas, place, Math.round(toPixel(place.scene.x, at)) + 0.5, slot, value);
    }
    const { pill } = place.reading;
    if (!pill) continue;
    const width = pillWidth(canvas, pill.text, theme);
    // A very wide pill reaches over the axis rather than out of the column.
    const left = Math.max(0, place.scene.x.range[0] - 6 - width);
    drawPill(canvas, pill.text, left, pillHeight(place), width, theme);
  }
  const width = pillWidth(canvas, cursor!.text, theme);
  drawPill(canvas, cursor!.text, x + 0.5 - width / 2, foot + X_WORDS, width, theme);
}

function drawDot(
  canvas: CanvasRenderingContext2D,
  { scene, top }: PanePlace,
  x: number,
  slot: number,
  value: number,
): void {
  const { y, theme } = scene;
  const height = toPixel(y, value);
  if (!(height >= y.range[1] - 1 && height <= y.range[0] + 1)) return;
  const rim = { width: 1.5, color: theme.paper };
  drawDisc(canvas, { x, y: top + height }, 4.25, slotOf(theme, slot).line, rim);
}

/** The pill keeps to the axis, whole: a value beyond its end stands at the end, below the title. */
function pillHeight({ scene, top, reading }: PanePlace): number {
  if (!reading.pill) return NaN;
  const [foot, head] = scene.y.range;
  return top + Math.min(foot, Math.max(head + HEAD_ROOM, toPixel(scene.y, reading.pill.value)));
}

function pillFont(theme: ChartTheme): Font {
  return { size: 12, weight: 600, family: theme.font };
}

function pillWidth(canvas: CanvasRenderingContext2D, text: string, theme: ChartTheme): number {
  return measureRich(canvas, text, pillFont(theme)) + 2 * PILL_PADDING;
}

/** How far from the end of the x axis a control may stand: behind the pill of a cursor that is there. */
export function behindPill(
  canvas: CanvasRenderingContext2D,
  text: string,
  theme: ChartTheme,
): number {
  return pillWidth(canvas, text, theme) / 2 + PILL_AIR;
}

function drawPill(
  canvas: CanvasRenderingContext2D,
  text: string,
  left: number,
  height: number,
  width: number,
  theme: ChartTheme,
): void {
  canvas.fillStyle = theme.accent;
  canvas.beginPath();
  canvas.roundRect(left, height - PILL_HEIGHT / 2, width, PILL_HEIGHT, PILL_HEIGHT / 2);
  canvas.fill();
  const style = { ...pillFont(theme), color: theme.onAccent };
  drawRich(canvas, text, left + PILL_PADDING, height + 0.5, style);
}
