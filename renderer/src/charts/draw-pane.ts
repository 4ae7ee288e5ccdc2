import type { SeriesView } from '../../../core/analysis/series-view.ts';
import { toPixel } from './axis.ts';
import { bracketOf, drawBracket, drawStroke, endOfStroke } from './draw-drawn.ts';
import { drawArrow, drawDashed, drawFootTicks, drawRing, drawStop, goAlong } from './draw-marks.ts';
import { DANGER, drawNameAlong, drawNameBeside, drawNameColumn, type Name } from './draw-names.ts';
import { Taken, type Side } from './name-room.ts';
import { spotOf, spotsOf, type PaneLine, type Spot } from './pane-lines.ts';
import type { PlotDanger, PlotSeries } from './plot.ts';
import type { Scene } from './scene.ts';
import { evenPlaces } from './step-places.ts';
import { slotOf } from './theme.ts';

/** Names of lines that end this close to the last one share its column. */
const TOGETHER = 24;

/** What lies under the lines: danger, hairlines, the axes' ticks, bands, and lines that are areas. */
export function drawGround(
  canvas: CanvasRenderingContext2D,
  scene: Scene,
  lines: readonly PaneLine[],
): void {
  const { pane } = scene;
  if (pane.danger) tintDanger(canvas, pane.danger, scene);
  drawHairlines(canvas, scene);
  if (pane.drawn) drawStroke(canvas, pane.drawn, scene);
  for (const series of pane.series) if (series.band) fillBand(canvas, series, scene);
  for (const line of lines) if (line.kind === 'bars') fillBars(canvas, line, scene);
}

/** What lies over the lines: rings, arrows, ticks at the foot, and the names. */
export function drawNames(
  canvas: CanvasRenderingContext2D,
  scene: Scene,
  lines: readonly PaneLine[],
): void {
  const [left, right] = scene.x.range;
  const [foot, top] = scene.y.range;
  const taken = new Taken({
    left,
    top,
    width: right - left + scene.nameColumn,
    height: foot - top,
  });
  for (const line of lines) {
    // Lines of theory, too: a name on another's line would name that.
    goAlong(taken, spotsOf(line, scene));
    const beyond = scene.theme.beyond;
    drawFootTicks(canvas, line.belowZero, foot, line.color);
    drawFootTicks(canvas, line.nonFinite, foot, beyond);
  }
  const named = lines.filter(({ series }) => series && series.label !== '' && !series.faint);
  const drawn = nameOfDrawn(scene);
  const ends = named.map((line) => columnEnd(line)?.x ?? -Infinity);
  const furthest = Math.max(...ends, drawn?.from.x ?? -Infinity);
  const inColumn = named.filter((line) => {
    // A line without a single finite point ends nowhere.
    const end = columnEnd(line);
    return end !== null && end.x >= furthest - TOGETHER;
  });
  // A name on another's mark would name that.
  for (const line of named) if (!inColumn.includes(line)) takeMark(line, taken);
  nameGap(canvas, scene, taken);
  const ofTheory = namesWithoutRoom(canvas, scene, lines, taken);
  // Theory of a run that comes less far ends where that run does.
  const isShort = ({ from }: Name): boolean => from.x < right - TOGETHER;
  const isBehind = drawn !== null && drawn.from.x >= furthest - TOGETHER;
  drawNameColumn(
    canvas,
    [
      ...inColumn.map((line) => columnName(line, scene)),
      ...(isBehind ? [drawn] : []),
      ...ofTheory.filter((name) => !isShort(name)),
    ],
    scene,
    taken,
  );
  for (const line of named) if (!inColumn.includes(line)) drawLocalName(canvas, line, scene, taken);
  for (const name of ofTheory.filter(isShort)) {
    drawNameBeside(canvas, name, name.ink, scene, taken);
  }
  if (drawn && !isBehind) drawNameBeside(canvas, drawn, drawn.ink, scene, taken);
}

/** The name of what was drawn by hand, where that ends. */
function nameOfDrawn(scene: Scene): Name | null {
  const { drawn } = scene.pane;
  const from = drawn && endOfStroke(drawn, scene);
  if (!from) return null;
  const { label: text, endValue: more } = drawn;
  return { id: 'drawn', text, more, ink: scene.theme.ink2, bold: false, from };
}

/** Brackets the gap between what was drawn by hand and what came, and says how large it is. */
function nameGap(canvas: CanvasRenderingContext2D, scene: Scene, taken: Taken): void {
  const gap = scene.pane.drawn?.gap;
  if (!gap) return;
  const { ink, ink2 } = scene.theme;
  const [head, foot] = bracketOf(gap, scene);
  drawBracket(canvas, head, foot, ink2);
  goAlong(taken, [head, foot]);
  const from = { x: head.x, y: (head.y + foot.y) / 2 };
  const name: Name = { id: 'gap', text: gap.label, more: '', ink, bold: false, from };
  // Within the plot: the names of the lines stand behind it.
  drawNameBeside(canvas, name, ink, { ...scene, nameColumn: 0 }, taken);
}

function drawHairlines(canvas: CanvasRenderingContext2D, scene: Scene): void {
  const { x, y, yTicks, xTicks, theme } = scene;
  const [left, right] = x.range;
  const foot = Math.round(y.range[0]);
  canvas.fillStyle = theme.hairline;
  for (const { value, kind } of yTicks) {
    const height = Math.round(toPixel(y, value));
    if (kind === 'hairline' && height < foot - 1) canvas.fillRect(left, height, right - left, 1);
  }
  canvas.fillStyle = theme.axis;
  canvas.fillRect(left, foot, right - left + 1, 1);
  for (const { value, kind } of xTicks) {
    canvas.fillRect(Math.round(toPixel(x, value)), foot, 1, kind === 'mark' ? 2 : 4);
  }
  for (const { value, kind } of yTicks) {
    if (kind === 'mark') canvas.fillRect(left - 5, Math.round(toPixel(y, value)), 4, 1);
  }
}

function tintDanger(canvas: CanvasRenderingContext2D, danger: PlotDanger, scene: Scene): void {
  const { x, y, theme } = scene;
  const [foot, top] = y.range;
  const level = Math.min(foot, toPixel(y, danger.level));
  const [left, right] = x.range;
  const [from, to] = danger.side === 'above' ? [top, level] : [Math.max(top, level), foot];
  if (!(to > from)) return;
  canvas.fillStyle = theme.beyondTint;
  canvas.fillRect(left, from, right - left, to - from);
  if (level === foot || level < top) return;
  const height = Math.round(level) + 0.5;
  drawDashed(canvas, { x: left, y: height }, { x: right, y: height }, theme.beyond);
}

function fillBand(canvas: CanvasRenderingContext2D, series: PlotSeries, scene: Scene): void {
  const { x, y, theme } = scene;
  const { low, high } = series.band!;
  const places = series.places ?? evenPlaces;
  const placeOf = (step: number): number => places.at(step);
  const edge = (view: SeriesView, i: number, value: number): void => {
    if (!(view.min[i]! <= view.max[i]!)) return;
    const at = toPixel(x, (placeOf(view.first[i]!) + placeOf(view.last[i]!)) / 2);
    canvas.lineTo(at, clampHeight(toPixel(y, value), scene));
  };
  canvas.fillStyle = slotOf(theme, series.slot).band;
  canvas.beginPath();
  for (let i = 0; i < high.first.length; i++) edge(high, i, high.max[i]!);
  for (let i = low.first.length - 1; i >= 0; i--) edge(low, i, low.min[i]!);
  canvas.closePath();
  canvas.fill();
}

/** One upright bar a pixel column, each reaching to its neighbour as the line would. */
function fillBars(
  canvas: CanvasRenderingContext2D,
  { points, color }: PaneLine,
  scene: Scene,
): void {
  canvas.fillStyle = color;
  let column = NaN;
  let high = 0;
  let low = 0;
  const fill = (): void => {
    if (!Number.isNaN(column)) canvas.fillRect(column, high, 1, Math.max(1, low - high));
  };
  let before = NaN;
  for (const point of points) {
    const spot = spotOf(point, scene);
    const at = Math.floor(spot.x);
    const height = clampHeight(spot.y, scene);
    if (at !== column || Number.isNaN(height)) {
      fill();
      column = Number.isNaN(height) ? NaN : at;
      high = Number.isNaN(before) ? height : Math.min(height, before);
      low = Number.isNaN(before) ? height : Math.max(height, before);
    } else {
      high = Math.min(high, height);
      low = Math.max(low, height);
    }
    before = height;
  }
  fill();
}

/** Where a line ends that may be named in the column: neither ended early nor gone from the pane. */
function columnEnd({ series, end, exit }: PaneLine): Spot | null {
  return series?.diverged || series?.stopped || exit ? null : end;
}

function columnName(line: PaneLine, scene: Scene): Name {
  const { x, y } = line.end!;
  return nameOf(line.series!, { x, y: clampHeight(y, scene) }, scene);
}

/** Writes names of theory along their lines; returns those that have to stand in the column. */
function namesWithoutRoom(
  canvas: CanvasRenderingContext2D,
  scene: Scene,
  lines: readonly PaneLine[],
  taken: Taken,
): readonly Name[] {
  const { pane, theme, x, y } = scene;
  const left: Name[] = [];
  const place = (
    id: string,
    text: string,
    ink: string,
    spots: readonly Spot[],
    short = text,
    side?: Side,
  ): void => {
    const end = spots.at(-1);
    if (text === '' || !end) return;
    const height = heightOn(spots, scene);
    for (const words of new Set([text, short])) {
      if (drawNameAlong(canvas, id, words, ink, height, scene, taken, side)) return;
    }
    // A theory that has left the pane has no end to be named at.
    if (isInside(end.y, scene)) {
      left.push({ id, text: short, more: '', ink, bold: false, from: end });
    }
  };
  if (pane.danger) {
    const level = toPixel(y, pane.danger.level);
    const ends = x.range.map((at) => ({ x: at, y: level }));
    const { label, short, side } = pane.danger;
    place(DANGER, label, theme.beyondInk, ends, short, side);
  }
  (pane.theory ?? []).forEach(({ label, short, slot }, i) => {
    const id = `theory ${i}`;
    const line = lines.find((one) => one.id === id);
    const ink = slot === undefined ? theme.ink2 : slotOf(theme, slot).ink;
    place(id, label, ink, line ? spotsOf(line, scene) : [], short);
  });
  return left;
}

function heightOn(spots: readonly Spot[], scene: Scene): (x: number) => number | null {
  return (x) => {
    const next = spots.findIndex((spot) => spot.x >= x);
    if (next < 0) return null;
    const to = spots[next]!;
    const from = spots[Math.max(0, next - 1)]!;
    const share = to.x > from.x ? (x - from.x) / (to.x - from.x) : 1;
    const height = from.y + share * (to.y - from.y);
    return isInside(height, scene) ? height : null;
  };
}

/** Half the side of the largest mark at the end of a line, and a hair of air. */
const MARK = 6;

function takeMark({ end, exit }: PaneLine, taken: Taken): void {
  const from = exit ?? end;
  if (!from) return;
  taken.takeWords({ left: from.x - MARK, top: from.y - MARK, width: 2 * MARK, height: 2 * MARK });
}

/** Name and words, with ring, square or arrow, beside a line that ends apart from the others. */
function drawLocalName(
  canvas: CanvasRenderingContext2D,
  { series, end, exit, color }: PaneLine,
  scene: Scene,
  taken: Taken,
): void {
  const diverged = series?.diverged ?? null;
  if (exit) drawArrow(canvas, exit, color);
  else if (diverged && end) drawRing(canvas, end, color, scene.theme.paper);
  else if (series?.stopped && end) drawStop(canvas, end, color, scene.theme.paper);
  const from = exit ?? end;
  if (!series || !from) return;
  const name = nameOf(series, from, scene);
  const words = diverged ? { ...name, more: diverged.text } : name;
  const ink = diverged ? scene.theme.beyondInk : scene.theme.ink2;
  drawNameBeside(canvas, words, ink, scene, taken);
}

function nameOf(series: PlotSeries, from: Spot, { theme }: Scene): Name {
  const { ink } = slotOf(theme, series.slot);
  const more = series.stopped ?? series.endValue ?? '';
  return { id: series.id, text: series.label, more, ink, bold: true, from };
}

function isInside(height: number, { y }: Scene): boolean {
  return height >= y.range[1] && height <= y.range[0];
}

function clampHeight(height: number, { y }: Scene): number {
  return Math.min(y.range[0], Math.max(y.range[1], height));
}
