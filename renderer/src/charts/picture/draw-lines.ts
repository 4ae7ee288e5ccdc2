import { goAlong } from '../draw-marks.ts';
import { spotsOf, type PaneLine } from '../pane-lines.ts';
import type { Scene } from '../scene.ts';

/** Lines may reach over the edge of the plot by so much, so that one along the edge keeps its width. */
const OVER = 1;

/** Draws the lines of a pane as chart.js does on the page: clipped to the plot, with gaps at NaN. */
export function drawLines(
  canvas: CanvasRenderingContext2D,
  scene: Scene,
  lines: readonly PaneLine[],
): void {
  const [left, right] = scene.x.range;
  const [foot, top] = scene.y.range;
  canvas.save();
  canvas.beginPath();
  canvas.rect(left - OVER, top - OVER, right - left + 2 * OVER, foot - top + 2 * OVER);
  canvas.clip();
  canvas.lineJoin = 'round';
  for (const line of lines) if (line.kind === 'line') strokeLine(canvas, line, scene);
  canvas.restore();
}

function strokeLine(canvas: CanvasRenderingContext2D, line: PaneLine, scene: Scene): void {
  const { color, width, dash } = line;
  canvas.strokeStyle = color;
  canvas.lineWidth = width;
  canvas.setLineDash([...dash]);
  canvas.beginPath();
  goAlong(canvas, spotsOf(line, scene));
  canvas.stroke();
}
