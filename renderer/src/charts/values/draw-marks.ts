import { toPixel } from '../axis.ts';
import { drawDashed } from '../draw-marks.ts';
import { drawRich, measureRich, type Font } from '../rich-text.ts';
import type { Scene } from '../scene.ts';
import { placeMarks, type PlacedMark } from './mark-places.ts';
import { placeOf } from './value-scene.ts';
import type { ValueMark, ValuePlot } from './value-plot.ts';

const ROW = 17;

/** Upright lines at known values: tint right of a limit, the line, and its words in rows at the head. */
export function drawValueMarks(
  canvas: CanvasRenderingContext2D,
  scene: Scene,
  top: number,
  plot: ValuePlot,
): void {
  const [left, right] = scene.x.range;
  const font: Font = { size: 12, weight: 400, family: scene.theme.font };
  const shown = plot.marks
    .map((mark) => ({ mark, at: toPixel(scene.x, placeOf(plot, mark.at)) }))
    .filter(({ at }) => at >= left && at <= right);
  const wanted = shown.map(({ mark: { label, short, kind }, at }) => ({
    at,
    texts: [label, ...(short === undefined ? [] : [short])].map((text) => ({
      text,
      width: measureRich(canvas, text, font),
    })),
    // Left of a limit, where the curve is low; right of a mark, where there is room.
    left: kind === 'limit',
  }));
  const places = placeMarks(wanted, scene.x.range);
  for (const { mark, at } of shown) if (mark.kind === 'limit') tintBeyond(canvas, scene, top, at);
  shown.forEach(({ mark, at }, i) => {
    drawMark(canvas, scene, top, mark, Math.round(at), places[i]!, font);
  });
}

function tintBeyond(
  canvas: CanvasRenderingContext2D,
  { x, y, theme }: Scene,
  top: number,
  at: number,
): void {
  canvas.fillStyle = theme.beyondTint;
  canvas.fillRect(
    Math.round(at),
    top + y.range[1],
    x.range[1] - Math.round(at),
    y.range[0] - y.range[1],
  );
}

function drawMark(
  canvas: CanvasRenderingContext2D,
  { y, theme }: Scene,
  top: number,
  { kind }: ValueMark,
  at: number,
  { text, from, row }: PlacedMark,
  font: Font,
): void {
  const limit = kind === 'limit';
  const head = top + y.range[1] + row * ROW;
  const foot = top + y.range[0];
  drawDashed(
    canvas,
    { x: at + 0.5, y: head },
    { x: at + 0.5, y: foot },
    limit ? theme.beyond : theme.ink2,
  );
  const style = { ...font, color: limit ? theme.beyondInk : theme.ink2, halo: theme.paper };
  drawRich(canvas, text, from, head + 10, style);
}
