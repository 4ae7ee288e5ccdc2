import type { ClassifiedPoints, DecisionMap } from '../../../../core/model-views/decision-map.ts';
import { slotOf, type ChartTheme } from '../theme.ts';
import { linearTicks } from '../ticks.ts';
import { drawGridPicture } from '../where/grid-picture.ts';
import { toSpot, type MapFrame } from '../where/map-frame.ts';
import { drawAxis } from '../where/where-picture.ts';
import { drawClassPoint, drawDot, drawWrong } from './draw-points.ts';
import { classSlot, mixBytes } from './mixes.ts';
import {
  drawLegend,
  legendMiddle,
  squareSide,
  type DrawModel,
  type LegendItem,
} from './model-drawing.ts';

/** What is written beside the map. */
export interface DecisionWords {
  /** Before the names of the classes. */
  readonly classes: string;
  /** Of the axes, with the unit of the inputs. */
  readonly axes: Readonly<Record<'left' | 'right', string>>;
  readonly boundary: string;
  readonly wrong: string;
}

/** How strongly a certain decision colours the ground: points of the same class still stand out. */
const STRONGEST = 0.44;
const RADIUS = 10;
const BENDS = 8;
/** A map of this side, one of many, has room for dots. */
const TINY = 140;
/** Classes named under the map; more than these only by their colours and shapes. */
const MOST_NAMED = 10;

/** The ground in the colour of the class that is chosen, the stronger the surer; the boundary; the samples. */
export function drawDecisionMap(
  map: DecisionMap,
  testShown: boolean,
  words: DecisionWords,
): DrawModel {
  return (pen, room, theme) => {
    const frame: MapFrame = { window: map.window, size: squareSide(room) };
    const { size } = frame;
    if (room.part !== 'legend') drawMap(pen, map, frame, testShown, theme);
    if (room.part === undefined) drawMapAxis(pen, frame, words.axes, theme);
    if (room.part === 'picture') return;
    const items = legend(pen, map.classes, words, theme);
    drawLegend(pen, items, legendMiddle(size, room), room.width, theme);
  };
}

function drawMap(
  pen: CanvasRenderingContext2D,
  map: DecisionMap,
  frame: MapFrame,
  testShown: boolean,
  theme: ChartTheme,
): void {
  pen.save();
  roundedSquare(pen, frame.size);
  pen.clip();
  drawGround(pen, map, frame.size, theme);
  drawBoundary(pen, map, frame, theme);
  if (testShown) drawTest(pen, map.test, frame, theme);
  drawSamples(pen, map.train, frame, theme);
  pen.restore();
}

function drawMapAxis(
  pen: CanvasRenderingContext2D,
  frame: MapFrame,
  axes: DecisionWords['axes'],
  theme: ChartTheme,
): void {
  const ticks = linearTicks(frame.window.x, 6).map(({ value, label }) => ({
    label,
    x: toSpot(frame, value, 0).x,
  }));
  pen.save();
  drawAxis(pen, { size: frame.size, theme, axis: { ...axes, ticks } });
  pen.restore();
}

/** A path of short lines: the pen of SVG files has no bends. */
function roundedSquare(pen: CanvasRenderingContext2D, size: number): void {
  const corners = [
    [size - RADIUS, RADIUS],
    [size - RADIUS, size - RADIUS],
    [RADIUS, size - RADIUS],
    [RADIUS, RADIUS],
  ] as const;
  pen.beginPath();
  corners.forEach(([x, y], corner) => {
    for (let i = 0; i <= BENDS; i++) {
      const angle = (corner - 1 + i / BENDS) * (Math.PI / 2);
      const spot = [x + RADIUS * Math.cos(angle), y + RADIUS * Math.sin(angle)] as const;
      if (corner === 0 && i === 0) pen.moveTo(...spot);
      else pen.lineTo(...spot);
    }
  });
  pen.closePath();
}

/** From 0, where nothing is decided, to 1. */
function strength({ unit, classes }: DecisionMap, certainty: number): number {
  return unit === 'margin' ? Math.min(1, certainty) : (certainty * classes - 1) / (classes - 1);
}

function drawGround(
  pen: CanvasRenderingContext2D,
  map: DecisionMap,
  size: number,
  theme: ChartTheme,
): void {
  const { side, chosen, certainty } = map;
  drawGridPicture(pen, { columns: side, rows: side }, size, (index) => {
    const label = chosen[index]!;
    const share = label < 0 ? 0 : STRONGEST * strength(map, certainty[index]!);
    const { line } = slotOf(theme, classSlot(Math.max(0, label)));
    return mixBytes(theme, theme.paper, line, share);
  });
}

function drawBoundary(
  pen: CanvasRenderingContext2D,
  { boundary }: DecisionMap,
  frame: MapFrame,
  theme: ChartTheme,
): void {
  pen.strokeStyle = theme.ink;
  pen.lineWidth = 1.5;
  pen.lineCap = 'round';
  pen.beginPath();
  for (let i = 0; i < boundary.length; i += 4) {
    const from = toSpot(frame, boundary[i]!, boundary[i + 1]!);
    const to = toSpot(frame, boundary[i + 2]!, boundary[i + 3]!);
    pen.moveTo(from.x, from.y);
    pen.lineTo(to.x, to.y);
  }
  pen.stroke();
}

/** Many, and only to compare with: small and without an edge. */
function drawTest(
  pen: CanvasRenderingContext2D,
  { x, y, label }: ClassifiedPoints,
  frame: MapFrame,
  theme: ChartTheme,
): void {
  pen.save();
  pen.globalAlpha = 0.55;
  for (let i = 0; i < label.length; i++) {
    const { ink } = slotOf(theme, classSlot(label[i]!));
    drawDot(pen, toSpot(frame, x[i]!, y[i]!), 1.5, ink);
  }
  pen.restore();
}

function drawSamples(
  pen: CanvasRenderingContext2D,
  { x, y, label, predicted }: ClassifiedPoints,
  frame: MapFrame,
  theme: ChartTheme,
): void {
  const radius = radiusFor(label.length, frame.size);
  const spots = Array.from(label, (_, i) => toSpot(frame, x[i]!, y[i]!));
  spots.forEach((spot, i) => drawClassPoint(pen, spot, label[i]!, radius, theme));
  spots.forEach((spot, i) => {
    if (label[i] !== predicted[i]) drawWrong(pen, spot, radius, theme);
  });
}

/** Few samples are large; many must leave the ground in sight. */
function radiusFor(count: number, size: number): number {
  if (size < TINY) return count <= 12 ? 3 : 1.5;
  if (count <= 12) return 6;
  const radius = count <= 150 ? 3.5 : count <= 400 ? 3 : 2.25;
  return size < 280 ? Math.max(2, radius - 0.75) : radius;
}

function legend(
  pen: CanvasRenderingContext2D,
  classes: number,
  words: DecisionWords,
  theme: ChartTheme,
): readonly LegendItem[] {
  const named = Array.from({ length: Math.min(classes, MOST_NAMED) }, (_, label): LegendItem => ({
    text: String(label),
    symbol: (x, y) => drawClassPoint(pen, { x, y }, label, 4, theme),
  }));
  return [
    { text: words.classes, symbol: null },
    ...named,
    {
      text: words.wrong,
      symbol: (x, y) => drawWrong(pen, { x, y }, 1.5, theme),
    },
    {
      text: words.boundary,
      symbol: (x, y) => {
        pen.beginPath();
        pen.moveTo(x - 5, y);
        pen.lineTo(x + 6, y);
        pen.lineWidth = 1.5;
        pen.strokeStyle = theme.ink;
        pen.stroke();
      },
    },
  ];
}
