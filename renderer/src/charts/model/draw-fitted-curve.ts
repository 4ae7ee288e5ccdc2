import type { CurvePoints, FittedCurve } from '../../../../core/model-views/fitted-curve.ts';
import { drawRich } from '../rich-text.ts';
import { slotOf, type ChartTheme } from '../theme.ts';
import { linearTicks } from '../ticks.ts';
import { drawAxis } from '../where/where-picture.ts';
import { drawDot } from './draw-points.ts';
import {
  drawLegend,
  drawWords,
  legendMiddle,
  smallFont,
  squareSide,
  type DrawModel,
  type Room,
} from './model-drawing.ts';

/** What is written beside the curve. */
export interface CurveWords extends SampleWords {
  /** Of the axes, with the unit of the input. */
  readonly axes: Readonly<Record<'left' | 'right', string>>;
}

/** What is written beside samples and a line they should lie on. */
export interface SampleWords {
  readonly train: string;
  readonly test: string;
  readonly curve: string;
  /** Where none of it is inside the window. */
  readonly outside: string;
}

/** A window of the plane in the largest square of a room. */
export interface PlotFrame {
  readonly size: number;
  readonly x: readonly [lo: number, hi: number];
  readonly y: readonly [lo: number, hi: number];
}

const MARKS = 6;
/** A plane smaller than this has room for fewer. */
const SMALL = 200;
const FEW_MARKS = 3;

/** What is predicted over the range of the inputs, with the samples it should go through. */
export function drawFittedCurve(
  view: FittedCurve,
  slot: number,
  testShown: boolean,
  words: CurveWords,
): DrawModel {
  return (pen, room, theme) => {
    const frame: PlotFrame = { size: squareSide(room), ...view.window };
    const { line } = slotOf(theme, slot);
    drawSampleLegend(pen, room, frame, testShown, words, theme, {
      text: words.curve,
      symbol: (x, y) => strokeLine(pen, [x - 5, y], [x + 6, y], line, 2.5),
    });
    if (room.part === 'legend') return;
    drawPlane(pen, room, frame, words.axes, theme);
    pen.save();
    pen.beginPath();
    pen.rect(0, 0, frame.size, frame.size);
    pen.clip();
    if (testShown) drawPoints(pen, view.test, frame, 1.5, theme.ink2, 0.45);
    const inside = drawCurve(pen, view.predicted, frame, line, theme);
    drawPoints(pen, view.train, frame, view.train.x.length > 150 ? 2.25 : 3.5, theme.ink, 0.75);
    pen.restore();
    if (!inside) drawWords(pen, words.outside, frame.size, theme);
  };
}

/** Hairlines with their values, and the axis below. */
export function drawPlane(
  pen: CanvasRenderingContext2D,
  room: Room,
  frame: PlotFrame,
  names: { readonly left: string; readonly right: string },
  theme: ChartTheme,
): void {
  const { size } = frame;
  const font = smallFont(theme);
  const style = { ...font, color: theme.ink2, halo: theme.paper };
  for (const { value, label } of linearTicks(frame.y, size < SMALL ? FEW_MARKS : MARKS)) {
    const y = placeY(frame, value);
    strokeLine(pen, [0, y], [size, y], theme.hairline, 1);
    if (label !== null && y > 12 && y < size - 6) drawRich(pen, label, 0, y - 8, style);
  }
  strokeLine(pen, [0, size], [size, size], theme.axis, 1);
  if (room.part === 'picture') return;
  const ticks = linearTicks(frame.x, MARKS).map(({ value, label }) => ({
    label,
    x: placeX(frame, value),
  }));
  drawAxis(pen, { size, theme, axis: { ...names, ticks } });
}

export function placeX({ size, x }: PlotFrame, value: number): number {
  return ((value - x[0]) / (x[1] - x[0])) * size;
}

export function placeY({ size, y }: PlotFrame, value: number): number {
  return size - ((value - y[0]) / (y[1] - y[0])) * size;
}

export function strokeLine(
  pen: CanvasRenderingContext2D,
  from: readonly [number, number],
  to: readonly [number, number],
  color: string,
  width: number,
): void {
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.lineWidth = width;
  pen.strokeStyle = color;
  pen.stroke();
}

export function drawPoints(
  pen: CanvasRenderingContext2D,
  { x, y }: CurvePoints,
  frame: PlotFrame,
  radius: number,
  color: string,
  opacity: number,
): void {
  pen.save();
  pen.globalAlpha = opacity;
  for (let i = 0; i < x.length; i++) {
    const spot = { x: placeX(frame, x[i]!), y: placeY(frame, y[i]!) };
    if (Number.isFinite(spot.y)) drawDot(pen, spot, radius, color);
  }
  pen.restore();
}

/** The words under a plane: the line drawn in it, the samples it was trained on, and those it is judged by. */
export function drawSampleLegend(
  pen: CanvasRenderingContext2D,
  room: Room,
  { size }: PlotFrame,
  testShown: boolean,
  words: { readonly train: string; readonly test: string },
  theme: ChartTheme,
  line: Parameters<typeof drawLegend>[1][number],
): void {
  if (room.part === 'picture') return;
  const dots = (radius: number, color: string) => (x: number, y: number) =>
    drawDot(pen, { x, y }, radius, color);
  const items = [
    line,
    { text: words.train, symbol: dots(3.5, theme.ink) },
    ...(testShown ? [{ text: words.test, symbol: dots(2, theme.ink2) }] : []),
  ];
  drawLegend(pen, items, legendMiddle(size, room), room.width, theme);
}

/** False where no piece of it can be seen. */
function drawCurve(
  pen: CanvasRenderingContext2D,
  predicted: Float32Array,
  frame: PlotFrame,
  color: string,
  theme: ChartTheme,
): boolean {
  const last = predicted.length - 1;
  // Far outside, a canvas loses its way; the lines lead there all the same.
  const far = 4 * frame.size;
  const heights = Array.from(predicted, (value) =>
    Math.min(far, Math.max(-far, placeY(frame, value))),
  );
  for (const [width, ink] of [
    [6, theme.paper],
    [2.5, color],
  ] as const) {
    pen.beginPath();
    heights.forEach((y, i) => {
      if (i === 0) pen.moveTo(0, y);
      else pen.lineTo((i / last) * frame.size, y);
    });
    pen.lineJoin = 'round';
    pen.lineWidth = width;
    pen.strokeStyle = ink;
    pen.stroke();
  }
  return heights.some((y) => y >= 0 && y <= frame.size);
}
