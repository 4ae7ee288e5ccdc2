import { toPixel } from '../axis.ts';
import { drawArrow, drawDisc, drawRing } from '../draw-marks.ts';
import { drawRich, measureRich, type Font } from '../rich-text.ts';
import type { Scene } from '../scene.ts';
import { slotOf } from '../theme.ts';
import { placeOf } from './value-scene.ts';
import type { ValueCurve, ValuePlot } from './value-plot.ts';

const DOT = 2.75;
const BEST = 5;
const GAP = 8;

/**
 * The points of the curves, and the best of each with its words. Those that went wrong stand at the upper
 * edge where they have no place inside: a ring where the loss was lost, an arrow where it is only higher.
 */
export function drawPoints(
  canvas: CanvasRenderingContext2D,
  scene: Scene,
  top: number,
  plot: ValuePlot,
): void {
  const [foot, head] = scene.y.range;
  let lost = false;
  for (const curve of plot.curves) {
    if (!curve.dots) continue;
    curve.ys.forEach((value, index) => {
      const x = toPixel(scene.x, placeOf(plot, plot.xs[index]!));
      const bad = curve.beyond?.includes(index) ?? false;
      const height = toPixel(scene.y, value);
      if (bad && Number.isNaN(value)) {
        lost = true;
        drawRing(canvas, { x, y: top + head }, scene.theme.beyond, scene.theme.paper);
      } else if (bad && height < head) {
        drawArrow(canvas, { x, y: top + head, down: false }, scene.theme.beyond);
      } else if (height >= head && height <= foot) {
        const color = bad ? scene.theme.beyond : slotOf(scene.theme, curve.slot).line;
        drawDisc(canvas, { x, y: top + height }, DOT, color);
      }
    });
    if (curve.best) drawBest(canvas, scene, top, plot, curve, curve.best);
  }
  if (lost) writeLost(canvas, scene, top, plot.lostText);
}

function drawBest(
  canvas: CanvasRenderingContext2D,
  scene: Scene,
  top: number,
  plot: ValuePlot,
  { slot, ys }: ValueCurve,
  { index, text }: NonNullable<ValueCurve['best']>,
): void {
  const { theme } = scene;
  const [foot, head] = scene.y.range;
  const { line, ink } = slotOf(theme, slot);
  const x = toPixel(scene.x, placeOf(plot, plot.xs[index]!));
  const height = Math.min(foot, Math.max(head, toPixel(scene.y, ys[index]!)));
  const spot = { x, y: top + height };
  drawRing(canvas, spot, line, theme.paper);
  drawDisc(canvas, spot, DOT, line);
  if (text === '') return;
  const font: Font = { size: 12, weight: 600, family: theme.font };
  const width = measureRich(canvas, text, font);
  const fits = x + BEST + GAP + width <= scene.x.range[1];
  const from = fits ? x + BEST + GAP : x - BEST - GAP - width;
  const below = height + BEST + 20 < foot;
  const at = below ? height + BEST + 10 : height - BEST - 10;
  drawRich(canvas, text, from, top + at, { ...font, color: ink, halo: theme.paper });
}

/** Beside the upper edge, where no line comes. */
function writeLost(
  canvas: CanvasRenderingContext2D,
  { x, y, theme }: Scene,
  top: number,
  text: string,
): void {
  const font: Font = { size: 12, weight: 400, family: theme.font };
  drawRich(canvas, text, x.range[1] + GAP, top + y.range[1], { ...font, color: theme.beyondInk });
}
