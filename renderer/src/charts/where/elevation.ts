import {
  levelSegments,
  logLevels,
  rangeOf,
  sampleGrid,
  type Grid,
} from '../../../../core/analysis/contours.ts';
import type { Objective } from '../../../../core/objectives/objective.ts';
import { formatSetting } from '../../lib/format.ts';
import { colorRamp } from '../color-ramp.ts';
import { drawRich, measureRich } from '../rich-text.ts';
import type { ChartTheme } from '../theme.ts';
import { drawGridPicture } from './grid-picture.ts';
import { toSpot, type MapFrame, type Spot } from './map-frame.ts';

/** Grid points along a side. */
const POINTS = 121;
const SHADES = 256;
/** Below this share of the relief the shade changes linearly, above it with the logarithm. */
const LINEAR_SHARE = 1e-3;
const MAIN_WIDTH = 1.2;
const LABEL_SIZE = 11;

/** Draws the ground of the map: elevation, level lines with their values, and the known minima. */
export function drawElevation(
  canvas: CanvasRenderingContext2D,
  objective: Objective,
  frame: MapFrame,
  theme: ChartTheme,
): void {
  const grid = sampleGrid(objective, frame.window, POINTS, POINTS);
  const [least, greatest] = rangeOf(grid);
  const lowest = Math.min(least, lowestOf(objective));
  drawShades(canvas, grid, lowest, greatest, frame.size, theme);
  drawLevels(canvas, grid, lowest, greatest, frame, theme);
  for (const minimum of objective.minima) {
    drawMinimum(canvas, toSpot(frame, minimum[0]!, minimum[1]!), theme);
  }
}

function lowestOf(objective: Objective): number {
  const grad = new Float64Array(2);
  const values = objective.minima.map((minimum) =>
    objective.valueAndGrad(Float64Array.from(minimum), grad),
  );
  return Math.min(Infinity, ...values);
}

function drawShades(
  canvas: CanvasRenderingContext2D,
  grid: Grid,
  lowest: number,
  greatest: number,
  size: number,
  theme: ChartTheme,
): void {
  const ramp = colorRamp(theme, theme.valley, theme.ridge, SHADES, 'oklch');
  const relief = greatest - lowest || 1;
  const scale = 1 / Math.log1p(1 / LINEAR_SHARE);
  drawGridPicture(canvas, grid, size, (index) => {
    const height = (grid.values[index]! - lowest) / relief;
    const share = Number.isFinite(height) ? Math.log1p(height / LINEAR_SHARE) * scale : 1;
    const shade = Math.round(Math.min(1, Math.max(0, share)) * (SHADES - 1)) * 4;
    return ramp.subarray(shade, shade + 4);
  });
}

function drawLevels(
  canvas: CanvasRenderingContext2D,
  grid: Grid,
  lowest: number,
  greatest: number,
  frame: MapFrame,
  theme: ChartTheme,
): void {
  canvas.save();
  canvas.strokeStyle = theme.contour;
  const font = { size: LABEL_SIZE, weight: 400, family: theme.font } as const;
  const labels: { readonly text: string; readonly at: Spot }[] = [];
  for (const { value, main } of logLevels(lowest, greatest)) {
    const segments = levelSegments(grid, value);
    if (segments.length === 0) continue;
    canvas.lineWidth = main ? MAIN_WIDTH : 0.6;
    canvas.beginPath();
    for (let i = 0; i < segments.length; i += 4) {
      const from = toSpot(frame, segments[i]!, segments[i + 1]!);
      const to = toSpot(frame, segments[i + 2]!, segments[i + 3]!);
      canvas.moveTo(from.x, from.y);
      canvas.lineTo(to.x, to.y);
    }
    canvas.stroke();
    const at = main ? lowestSpot(segments, frame) : null;
    if (at) labels.push({ text: formatSetting(Number(value.toPrecision(3))), at });
  }
  let below = Infinity;
  for (const { text, at } of labels) {
    const width = measureRich(canvas, text, font);
    const inside = at.x > width / 2 + 6 && at.x < frame.size - width / 2 - 6;
    if (!inside || below - at.y < 18) continue;
    below = at.y;
    const style = { ...font, color: theme.ink, halo: theme.paper };
    drawRich(canvas, text, at.x - width / 2, at.y, style);
  }
  canvas.restore();
}

/** Where a level line is lowest on the map and not at its rim: there its value is written. */
function lowestSpot(segments: Float64Array, frame: MapFrame): Spot | null {
  let found: Spot | null = null;
  for (let i = 0; i < segments.length; i += 2) {
    const spot = toSpot(frame, segments[i]!, segments[i + 1]!);
    if (spot.y > frame.size - 14 || spot.y < 14) continue;
    if (!found || spot.y > found.y) found = spot;
  }
  return found;
}

function drawMinimum(canvas: CanvasRenderingContext2D, { x, y }: Spot, theme: ChartTheme): void {
  canvas.save();
  canvas.lineCap = 'round';
  for (const [width, color] of [
    [4, theme.ink],
    [1.75, theme.paper],
  ] as const) {
    canvas.lineWidth = width;
    canvas.strokeStyle = color;
    canvas.globalAlpha = width > 2 ? 0.45 : 1;
    canvas.beginPath();
    canvas.moveTo(x - 5, y);
    canvas.lineTo(x + 5, y);
    canvas.moveTo(x, y - 5);
    canvas.lineTo(x, y + 5);
    canvas.stroke();
  }
  canvas.restore();
}
