import { toPixel } from '../axis.ts';
import { drawDashed } from '../draw-marks.ts';
import { drawRich, measureRich, type Font } from '../rich-text.ts';
import type { Scene } from '../scene.ts';
import { placeOf } from './value-scene.ts';
import type { ValueMark, ValuePlot } from './value-plot.ts';

const ROW = 17;
const GAP = 6;

/** Upright lines at known values: tint right of a limit, the line, and its words in rows at the head. */
export function drawValueMarks(
  canvas: CanvasRenderingContext2D,
  scene: Scene,
  top: number,
  plot: ValuePlot,
): void {
  const [left, right] = scene.x.range;
  const taken: Stretch[] = [];
  for (const mark of plot.marks) {
    const at = toPixel(scene.x, placeOf(plot, mark.at));
    if (!(at >= left && at <= right)) continue;
    drawLine(canvas, scene, top, mark, Math.round(at));
    writeLabel(canvas, scene, top, mark, at, taken);
  }
}

interface Stretch {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

function drawLine(
  canvas: CanvasRenderingContext2D,
  { x, y, theme }: Scene,
  top: number,
  { kind }: ValueMark,
  at: number,
): void {
  const [foot, head] = [top + y.range[0], top + y.range[1]];
  if (kind === 'limit') {
    canvas.fillStyle = theme.beyondTint;
    canvas.fillRect(at, head, x.range[1] - at, foot - head);
  }
  const color = kind === 'limit' ? theme.beyond : theme.ink2;
  drawDashed(canvas, { x: at + 0.5, y: head }, { x: at + 0.5, y: foot }, color);
}

/** Left of a limit, where the curve is low; right of a mark, where there is room. */
function writeLabel(
  canvas: CanvasRenderingContext2D,
  { x, y, theme }: Scene,
  top: number,
  { kind, label }: ValueMark,
  at: number,
  taken: Stretch[],
): void {
  const font: Font = { size: 12, weight: 400, family: theme.font };
  const width = measureRich(canvas, label, font);
  const fitsRight = at + GAP + width <= x.range[1];
  const fitsLeft = at - GAP - width >= x.range[0];
  const toLeft = kind === 'limit' ? fitsLeft || !fitsRight : !fitsRight;
  const from = toLeft ? at - GAP - width : at + GAP;
  let row = kind === 'limit' ? 1 : 0;
  const hits = (one: Stretch): boolean =>
    one.row === row && one.from < from + width + GAP && one.to > from - GAP;
  while (taken.some(hits)) row++;
  taken.push({ row, from, to: from + width });
  const color = kind === 'limit' ? theme.beyondInk : theme.ink2;
  const style = { ...font, color, halo: theme.paper };
  drawRich(canvas, label, from, top + y.range[1] + 10 + row * ROW, style);
}
