import type { SeriesView } from '../../../core/analysis/series-view.ts';
import { placeLabels } from './end-labels.ts';
import { toPixel, type Axis } from './axis.ts';
import type { Pane, PlotPoint, PlotSeries } from './plot.ts';
import { dashes, type ChartTheme } from './theme.ts';
import { trace, type TraceMarks } from './trace.ts';

export interface Geometry {
  readonly x: Axis;
  readonly y: Axis;
  /** Width of the column for names at the right of the plot. */
  readonly labelColumn: number;
}

const LINE = 1.75;
const LABEL_GAP = 16;
const LABEL_SIZE = 12;
/** A line that ends this close to the right edge has its name in the column beside the plot. */
const NEAR_EDGE = 24;

interface EndLabel {
  readonly text: string;
  readonly value: string;
  readonly color: string;
  readonly bold: boolean;
  readonly from: { readonly x: number; readonly y: number };
  readonly wanted: number;
}

/** Draws everything of a pane but its axes and the cursor. */
export function drawPane(
  canvas: CanvasRenderingContext2D,
  pane: Pane,
  geometry: Geometry,
  theme: ChartTheme,
): void {
  const { x, y } = geometry;
  const labels: EndLabel[] = [];
  canvas.save();
  canvas.lineJoin = 'round';
  canvas.textBaseline = 'middle';
  if (pane.danger) drawDanger(canvas, pane.danger, geometry, theme);
  inside(canvas, x, y, () => {
    for (const series of pane.series) if (series.band) fillBand(canvas, series, geometry, theme);
    for (const { points, label, slot } of pane.theory ?? []) {
      const color = slot === undefined ? theme.ink2 : theme.series[slot]!.line;
      const end = strokePoints(canvas, points, geometry, color);
      const ink = slot === undefined ? theme.ink2 : theme.series[slot]!.ink;
      if (end && label) {
        labels.push({ text: label, value: '', color: ink, bold: false, from: end, wanted: end.y });
      }
    }
    const behindFirst = [...pane.series].sort(
      (a, b) => Number(b.faint ?? 0) - Number(a.faint ?? 0),
    );
    for (const series of behindFirst) {
      const label = drawSeries(canvas, series, geometry, theme);
      if (label) labels.push(label);
    }
  });
  drawEndLabels(canvas, labels, geometry, theme);
  canvas.restore();
}

function inside(canvas: CanvasRenderingContext2D, x: Axis, y: Axis, draw: () => void): void {
  canvas.save();
  canvas.beginPath();
  const [left, right] = x.range;
  const [foot, top] = y.range;
  canvas.rect(left - 1, top - 2, right - left + 6, foot - top + 3);
  canvas.clip();
  draw();
  canvas.restore();
}

interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly alpha: number;
}

function stroke(
  canvas: CanvasRenderingContext2D,
  view: SeriesView,
  { x, y }: Geometry,
  { color, width, dash, alpha }: Stroke,
): TraceMarks {
  canvas.save();
  canvas.strokeStyle = color;
  canvas.lineWidth = width;
  canvas.globalAlpha = alpha;
  canvas.setLineDash([...dash]);
  canvas.beginPath();
  const marks = trace(view, x, y, canvas);
  canvas.stroke();
  canvas.restore();
  return marks;
}

/** A theory line through exact points; returns its last point inside the plot. */
function strokePoints(
  canvas: CanvasRenderingContext2D,
  points: readonly PlotPoint[],
  { x, y }: Geometry,
  color: string,
): { x: number; y: number } | null {
  const [foot, top] = y.range;
  let end: { x: number; y: number } | null = null;
  canvas.save();
  canvas.strokeStyle = color;
  canvas.lineWidth = 1;
  canvas.globalAlpha = 0.85;
  canvas.setLineDash([4, 3]);
  canvas.beginPath();
  for (const point of points) {
    const at = { x: toPixel(x, point.x), y: toPixel(y, point.y) };
    canvas.lineTo(at.x, Math.min(foot + 40, Math.max(top - 40, at.y)));
    if (at.y >= top && at.y <= foot) end = at;
  }
  canvas.stroke();
  canvas.restore();
  return end;
}

function drawSeries(
  canvas: CanvasRenderingContext2D,
  series: PlotSeries,
  geometry: Geometry,
  theme: ChartTheme,
): EndLabel | null {
  const { line, ink } = theme.series[series.slot % theme.series.length]!;
  const style: Stroke = series.faint
    ? { color: line, width: 1, dash: [], alpha: 0.45 }
    : { color: line, width: LINE, dash: dashes[series.slot % dashes.length]!, alpha: 1 };
  const { nonFinite, belowZero, end } = stroke(canvas, series.view, geometry, style);
  footTicks(canvas, belowZero, geometry.y, line);
  footTicks(canvas, nonFinite, geometry.y, theme.beyond);
  if (!end) return null;
  const [foot, top] = geometry.y.range;
  const from = { x: end.x, y: Math.min(foot, Math.max(top, end.y)) };
  if (series.diverged) drawRing(canvas, from, series.diverged.text, theme, geometry);
  else if (end.y > foot + 1 || end.y < top - 1) drawArrow(canvas, from, end.y > foot, line);
  if (series.faint || series.label === '') return null;
  return {
    text: series.label,
    value: series.endValue ?? '',
    color: ink,
    bold: true,
    from,
    wanted: from.y,
  };
}

function fillBand(
  canvas: CanvasRenderingContext2D,
  { band, slot }: PlotSeries,
  { x, y }: Geometry,
  theme: ChartTheme,
): void {
  const { low, high } = band!;
  canvas.save();
  canvas.fillStyle = theme.series[slot % theme.series.length]!.line;
  canvas.globalAlpha = 0.14;
  canvas.beginPath();
  const foot = y.range[0];
  const point = (view: SeriesView, i: number, value: number): void => {
    const at = toPixel(x, (view.first[i]! + view.last[i]!) / 2);
    const pixel = toPixel(y, value);
    canvas.lineTo(at, Number.isFinite(pixel) ? Math.min(pixel, foot + 4) : foot + 4);
  };
  for (let i = 0; i < high.first.length; i++) {
    if (high.max[i]! >= high.min[i]!) point(high, i, high.max[i]!);
  }
  for (let i = low.first.length - 1; i >= 0; i--) {
    if (low.max[i]! >= low.min[i]!) point(low, i, low.min[i]!);
  }
  canvas.closePath();
  canvas.fill();
  canvas.restore();
}

function drawDanger(
  canvas: CanvasRenderingContext2D,
  danger: NonNullable<Pane['danger']>,
  { x, y }: Geometry,
  theme: ChartTheme,
): void {
  const [foot, top] = y.range;
  const level = toPixel(y, danger.above);
  if (!(level > top) || level > foot) return;
  const [left, right] = x.range;
  canvas.fillStyle = theme.beyondTint;
  canvas.fillRect(left, top, right - left, level - top);
  canvas.strokeStyle = theme.beyond;
  canvas.lineWidth = 1;
  canvas.setLineDash([4, 3]);
  canvas.beginPath();
  canvas.moveTo(left, Math.round(level) + 0.5);
  canvas.lineTo(right, Math.round(level) + 0.5);
  canvas.stroke();
  canvas.setLineDash([]);
  canvas.font = `${LABEL_SIZE}px ${theme.font}`;
  canvas.fillStyle = theme.beyondInk;
  canvas.textAlign = 'right';
  const room = level - top;
  canvas.fillText(danger.label, right - 6, room >= 18 ? level - 9 : level + 10);
}

function footTicks(
  canvas: CanvasRenderingContext2D,
  at: readonly number[],
  y: Axis,
  color: string,
): void {
  if (at.length === 0) return;
  const foot = y.range[0];
  canvas.fillStyle = color;
  for (const x of at) canvas.fillRect(x - 0.5, foot - 5, 1, 5);
}

function drawRing(
  canvas: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  text: string,
  theme: ChartTheme,
  geometry: Geometry,
): void {
  const at = Math.max(y, geometry.y.range[1] + 5);
  canvas.beginPath();
  canvas.arc(x, at, 4, 0, 2 * Math.PI);
  canvas.fillStyle = theme.paper;
  canvas.strokeStyle = theme.beyond;
  canvas.lineWidth = 1.75;
  canvas.fill();
  canvas.stroke();
  canvas.font = `${LABEL_SIZE}px ${theme.font}`;
  canvas.fillStyle = theme.beyondInk;
  const leftHalf = x < (geometry.x.range[0] + geometry.x.range[1]) / 2;
  canvas.textAlign = leftHalf ? 'left' : 'right';
  canvas.fillText(text, x + (leftHalf ? 9 : -9), at + 1);
}

function drawArrow(
  canvas: CanvasRenderingContext2D,
  { x, y }: { x: number; y: number },
  down: boolean,
  color: string,
): void {
  const tip = down ? y : y + 1;
  const back = down ? -6 : 6;
  canvas.strokeStyle = color;
  canvas.lineWidth = 1.5;
  canvas.setLineDash([]);
  canvas.beginPath();
  canvas.moveTo(x - 4, tip + back);
  canvas.lineTo(x, tip);
  canvas.lineTo(x + 4, tip + back);
  canvas.stroke();
}

/** Names at the ends of the lines: beside the plot, or in the empty future while a run goes on. */
function drawEndLabels(
  canvas: CanvasRenderingContext2D,
  labels: readonly EndLabel[],
  { x, y, labelColumn }: Geometry,
  theme: ChartTheme,
): void {
  if (labels.length === 0) return;
  const [foot, top] = y.range;
  const right = x.range[1];
  const furthest = Math.max(...labels.map(({ from }) => from.x));
  const begin = furthest > right - NEAR_EDGE ? right : furthest;
  const heights = placeLabels(labels, LABEL_GAP, top + 7, foot - 7);
  labels.forEach((label, i) => {
    const height = heights[i]!;
    const left = begin + 14;
    canvas.strokeStyle = label.color;
    canvas.globalAlpha = 0.6;
    canvas.lineWidth = 1;
    canvas.setLineDash([]);
    canvas.beginPath();
    canvas.moveTo(Math.max(label.from.x, begin - NEAR_EDGE) + 2, label.from.y);
    if (label.from.x >= begin - NEAR_EDGE) {
      canvas.lineTo(begin + 5, height);
      canvas.lineTo(begin + 11, height);
      canvas.stroke();
    }
    canvas.globalAlpha = 1;
    canvas.fillStyle = label.color;
    canvas.textAlign = 'left';
    const room = right + labelColumn - left;
    canvas.font = `${label.bold ? 600 : 400} ${LABEL_SIZE}px ${theme.font}`;
    const name = shorten(canvas, label.text, room);
    canvas.fillText(name, left, height + 0.5);
    if (label.value === '') return;
    const used = canvas.measureText(name).width + 5;
    canvas.font = `400 ${LABEL_SIZE}px ${theme.font}`;
    if (used + canvas.measureText(label.value).width <= room) {
      canvas.fillText(label.value, left + used, height + 0.5);
    }
  });
}

/** The text, or as much of it as fits with an ellipsis. */
function shorten(canvas: CanvasRenderingContext2D, text: string, room: number): string {
  if (canvas.measureText(text).width <= room) return text;
  let kept = [...text];
  while (kept.length > 1 && canvas.measureText(`${kept.join('')}…`).width > room) {
    kept = kept.slice(0, -1);
  }
  return `${kept.join('')}…`;
}
