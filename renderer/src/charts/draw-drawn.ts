import { toPixel } from './axis.ts';
import { goAlong } from './draw-marks.ts';
import { spotOf, type Spot } from './pane-lines.ts';
import type { PlotDrawn } from './plot.ts';
import type { Scene } from './scene.ts';

/** Broad and pale: what was expected is no measurement. */
const STROKE = { width: 5, alpha: 0.22 };
/** So far from the ends of the x axis a bracket stands at least: at the right end there is the cursor. */
const FROM_ENDS = 9;
/** Half the length of the bars at both ends of a bracket. */
const BAR = 4;

/** A curve drawn by hand: a broad pale stroke; of one point a disc. */
export function drawStroke(
  canvas: CanvasRenderingContext2D,
  { points }: PlotDrawn,
  scene: Scene,
): void {
  const spots = points.map((point) => inside(spotOf(point, scene), scene));
  const [first] = spots;
  if (!first) return;
  canvas.save();
  canvas.globalAlpha = STROKE.alpha;
  canvas.strokeStyle = scene.theme.ink;
  canvas.lineWidth = STROKE.width;
  canvas.lineCap = 'round';
  canvas.lineJoin = 'round';
  canvas.beginPath();
  goAlong(canvas, spots.length === 1 ? [first, { x: first.x + 0.01, y: first.y }] : spots);
  canvas.stroke();
  canvas.restore();
}

/** Where it ends; null where nothing was drawn. */
export function endOfStroke({ points }: PlotDrawn, scene: Scene): Spot | null {
  const last = points.at(-1);
  return last ? inside(spotOf(last, scene), scene) : null;
}

/** The upper and the lower end of the bracket, within the plot. */
export function bracketOf(
  { x, between }: NonNullable<PlotDrawn['gap']>,
  scene: Scene,
): readonly [head: Spot, foot: Spot] {
  const [begin, end] = scene.x.range;
  const place = Math.min(end - FROM_ENDS, Math.max(begin + FROM_ENDS, toPixel(scene.x, x)));
  const at = Math.round(place) + 0.5;
  const [head, foot] = between
    .map((value) => inside({ x: at, y: toPixel(scene.y, value) }, scene))
    .toSorted((a, b) => a.y - b.y) as [Spot, Spot];
  return [head, foot];
}

/** An upright line with a bar at both ends. */
export function drawBracket(
  canvas: CanvasRenderingContext2D,
  head: Spot,
  foot: Spot,
  color: string,
): void {
  canvas.save();
  canvas.strokeStyle = color;
  canvas.lineWidth = 1;
  canvas.setLineDash([]);
  canvas.beginPath();
  goAlong(canvas, [head, foot]);
  for (const { x, y } of [head, foot]) {
    canvas.moveTo(x - BAR, y);
    canvas.lineTo(x + BAR, y);
  }
  canvas.stroke();
  canvas.restore();
}

/** Values beyond the axis lie on its edge. */
function inside({ x, y }: Spot, scene: Scene): Spot {
  const [foot, head] = scene.y.range;
  return { x, y: Math.min(foot, Math.max(head, y)) };
}
