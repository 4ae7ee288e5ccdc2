import { toPixel } from './axis.ts';
import { THEORY_DASH } from './draw-marks.ts';
import type { PlotPoint, PlotSeries, PlotTheory } from './plot.ts';
import type { Scene } from './scene.ts';
import { seriesPoints } from './series-points.ts';
import { dashOf, slotOf } from './theme.ts';

/** A place in a pane's canvas, in pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where a line leaves the pane for good, on its edge. */
export interface Exit extends Spot {
  readonly down: boolean;
}

/** A line of a pane, and what belongs to it but is not part of it. */
export interface PaneLine {
  readonly id: string;
  /**
   * Bars: the line runs up and down through most of the pane in every column, so that it is an area;
   * as upright bars from minimum to maximum it looks the same and costs a tenth.
   */
  readonly kind: 'line' | 'bars';
  readonly points: readonly PlotPoint[];
  readonly color: string;
  readonly width: number;
  readonly dash: readonly number[];
  /** Null for theory. */
  readonly series: PlotSeries | null;
  /** Last finite point. */
  readonly end: Spot | null;
  readonly exit: Exit | null;
  readonly nonFinite: readonly number[];
  readonly belowZero: readonly number[];
}

/** Noisy ones as hairlines: outlines of theirs would take longer to fill than all else in the frame. */
const WIDTH = { line: 1.75, noisy: 1, faint: 1, theory: 1 };
/** A line so many times longer up and down than the plot is wide cannot carry a dash, and is thinner. */
const NOISY = 5;
/** From here on it fills an area, and others must shine through. */
const DENSE = 25;
/** So many points tell where an area ends. */
const AREA_END = 24;
/** Heights beyond the axis are drawn this share of it further out, where clipping hides them. */
const OUTSIDE = 0.15;

/** The lines of a pane from back to front: theory, raw values, runs, the selected run. */
export function paneLines(scene: Scene): readonly PaneLine[] {
  const { series, theory = [] } = scene.pane;
  const inOrder = [...series].sort((a, b) => rank(a) - rank(b));
  return [
    ...theory.map((one, i) => theoryLine(one, `theory ${i}`, scene)),
    ...inOrder.map((one) => seriesLine(one, scene)),
  ];
}

function rank({ faint, emphasised }: PlotSeries): number {
  if (faint) return 0;
  return emphasised ? 2 : 1;
}

function theoryLine({ points, slot }: PlotTheory, id: string, scene: Scene): PaneLine {
  const color = slot === undefined ? scene.theme.ink2 : slotOf(scene.theme, slot).line;
  return {
    id,
    kind: 'line',
    points: points.map((point) => ({ x: point.x, y: clampToAxis(point.y, scene) })),
    color,
    width: WIDTH.theory,
    dash: THEORY_DASH,
    series: null,
    end: null,
    exit: null,
    nonFinite: [],
    belowZero: [],
  };
}

function seriesLine(series: PlotSeries, scene: Scene): PaneLine {
  const { x, y, theme } = scene;
  const columnWidth = (x.domain[1] - x.domain[0]) / Math.max(1, x.range[1] - x.range[0]);
  const floor = beyond(scene)[0];
  const found = seriesPoints(series.view, y.scale, floor, columnWidth, series.places);
  const points = found.points.map((point) => ({ x: point.x, y: clampToAxis(point.y, scene) }));
  const { slot } = series;
  const steepness = climb(points, scene) / Math.max(1, x.range[1] - x.range[0]);
  const colors = slotOf(theme, slot);
  const exit = exitOf(points, scene);
  const zeros = found.belowZero.map((place) => toPixel(x, place));
  const pale = series.faint || (series.pale && !series.emphasised);
  const plain = !pale && steepness <= NOISY;
  return {
    id: series.id,
    kind: steepness > DENSE ? 'bars' : 'line',
    points,
    color: pale || steepness > DENSE ? colors.faint : colors.line,
    width: pale ? WIDTH.faint : plain ? WIDTH.line : WIDTH.noisy,
    dash: plain ? dashOf(slot) : [],
    series,
    end: found.end && endSpot(points, steepness > DENSE ? AREA_END : 1, scene),
    exit,
    nonFinite: found.nonFinite.map((place) => toPixel(x, place)),
    // Behind the arrow of a line that stays away, ticks would say it again.
    belowZero: exit ? zeros.filter((at) => at < exit.x) : zeros,
  };
}

export function spotOf(point: PlotPoint, { x, y }: Scene): Spot {
  return { x: toPixel(x, point.x), y: toPixel(y, point.y) };
}

/** The whole line in pixels. */
export function spotsOf({ points }: PaneLine, scene: Scene): readonly Spot[] {
  return points.map((point) => spotOf(point, scene));
}

/** The last finite point; for an area the middle of its last columns. */
function endSpot(points: readonly PlotPoint[], count: number, scene: Scene): Spot {
  const finite = points.filter(({ y }) => !Number.isNaN(y)).slice(-count);
  const spots = finite.map((point) => spotOf(point, scene));
  const middle = spots.reduce((sum, { y }) => sum + y, 0) / spots.length;
  return { x: spots.at(-1)!.x, y: middle };
}

/** Pixels the line goes up and down. */
function climb(points: readonly PlotPoint[], { y }: Scene): number {
  let sum = 0;
  let before = NaN;
  for (const point of points) {
    const height = toPixel(y, point.y);
    const rise = Math.abs(height - before);
    if (rise > 0) sum += rise;
    before = height;
  }
  return sum;
}

/** Where a line that does not come back crosses the edge of the pane; null if it ends inside. */
function exitOf(points: readonly PlotPoint[], scene: Scene): Exit | null {
  const [low, high] = scene.y.domain;
  const lastInside = points.findLastIndex(({ y }) => y >= low && y <= high);
  const outside = points[lastInside + 1];
  if (lastInside < 0 || !outside || Number.isNaN(outside.y)) return null;
  const from = spotOf(points[lastInside]!, scene);
  const to = spotOf(outside, scene);
  const down = outside.y < low;
  const edge = scene.y.range[down ? 0 : 1];
  const share = to.y === from.y ? 1 : (edge - from.y) / (to.y - from.y);
  return { x: from.x + share * (to.x - from.x), y: edge, down };
}

/** Heights just outside of the axis, below and above. */
function beyond({ y }: Scene): readonly [number, number] {
  const [low, high] = y.domain;
  if (y.scale === 'linear') {
    const air = (high - low) * OUTSIDE;
    return [low - air, high + air];
  }
  const factor = 10 ** ((Math.log10(high) - Math.log10(low)) * OUTSIDE);
  return [Math.max(Number.MIN_VALUE, low / factor), Math.min(Number.MAX_VALUE, high * factor)];
}

/** Keeps NaN. */
function clampToAxis(value: number, scene: Scene): number {
  const [low, high] = beyond(scene);
  return Math.min(high, Math.max(low, value));
}
