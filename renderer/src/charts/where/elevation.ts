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
import type { ChartTheme } from '../theme.ts';
import { drawGridPicture } from './grid-picture.ts';
import { extremesOf, type LevelLabel } from './level-labels.ts';
import { toSpot, type MapFrame, type Spot } from './map-frame.ts';

/** Grid points along a side. */
const POINTS = 121;
const SHADES = 256;
/** Below this share of the relief the shade changes linearly, above it with the logarithm. */
const LINEAR_SHARE = 1e-3;
const MAIN_WIDTH = 1.2;

/** The ground of a map: heights on a grid, and its level lines. */
export interface Ground {
  readonly grid: Grid;
  readonly lowest: number;
  readonly greatest: number;
  readonly levels: readonly { readonly main: boolean; readonly segments: Float64Array }[];
  /** The values of the main lines. */
  readonly labels: readonly LevelLabel[];
  readonly minima: readonly Spot[];
}

export function readGround(objective: Objective, frame: MapFrame): Ground {
  const grid = sampleGrid(objective, frame.window, POINTS, POINTS);
  const [least, greatest] = rangeOf(grid);
  const lowest = Math.min(least, lowestOf(objective));
  const levels = logLevels(lowest, greatest)
    .map(({ value, main }) => ({ value, main, segments: levelSegments(grid, value) }))
    .filter(({ segments }) => segments.length > 0);
  const labels = levels
    .filter(({ main }) => main)
    .map(({ value, segments }) => ({
      text: formatSetting(Number(value.toPrecision(3))),
      spots: extremesOf(segments, frame),
    }));
  const minima = objective.minima.map(([x, y]) => toSpot(frame, x!, y!));
  return { grid, lowest, greatest, levels, labels, minima };
}

/** Draws elevation, level lines and the known minima. */
export function drawElevation(
  canvas: CanvasRenderingContext2D,
  { grid, lowest, greatest, levels, minima }: Ground,
  frame: MapFrame,
  theme: ChartTheme,
): void {
  drawShades(canvas, grid, lowest, greatest, frame.size, theme);
  drawLevels(canvas, levels, frame, theme);
  for (const spot of minima) drawMinimum(canvas, spot, theme);
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
  levels: Ground['levels'],
  frame: MapFrame,
  theme: ChartTheme,
): void {
  canvas.save();
  canvas.strokeStyle = theme.contour;
  for (const { main, segments } of levels) {
    canvas.lineWidth = main ? MAIN_WIDTH : 0.6;
    canvas.beginPath();
    for (let i = 0; i < segments.length; i += 4) {
      const from = toSpot(frame, segments[i]!, segments[i + 1]!);
      const to = toSpot(frame, segments[i + 2]!, segments[i + 3]!);
      canvas.moveTo(from.x, from.y);
      canvas.lineTo(to.x, to.y);
    }
    canvas.stroke();
  }
  canvas.restore();
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
