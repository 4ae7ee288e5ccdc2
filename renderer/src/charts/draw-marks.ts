import type { Exit, Spot } from './pane-lines.ts';

/** Ticks at the foot of the plot, one per pixel column at most. */
export function drawFootTicks(
  canvas: CanvasRenderingContext2D,
  at: readonly number[],
  foot: number,
  color: string,
): void {
  canvas.fillStyle = color;
  let last = -Infinity;
  for (const x of at) {
    if (x - last < 1) continue;
    canvas.fillRect(x - 0.5, foot - 5, 1, 5);
    last = x;
  }
}

/** A small open ring: here the run diverged. */
export function drawRing(
  canvas: CanvasRenderingContext2D,
  { x, y }: Spot,
  line: string,
  paper: string,
): void {
  canvas.save();
  canvas.setLineDash([]);
  canvas.lineWidth = 1.75;
  canvas.fillStyle = paper;
  canvas.strokeStyle = line;
  canvas.beginPath();
  canvas.arc(x, y, 4.25, 0, 2 * Math.PI);
  canvas.fill();
  canvas.stroke();
  canvas.restore();
}

/** An open arrow head on the edge of the plot: the line goes on beyond it. */
export function drawArrow(
  canvas: CanvasRenderingContext2D,
  { x, y, down }: Exit,
  line: string,
): void {
  const tip = down ? y - 1 : y + 1;
  const back = down ? tip - 6 : tip + 6;
  canvas.save();
  canvas.setLineDash([]);
  canvas.lineWidth = 1.5;
  canvas.strokeStyle = line;
  canvas.beginPath();
  canvas.moveTo(x - 4, back);
  canvas.lineTo(x, tip);
  canvas.lineTo(x + 4, back);
  canvas.stroke();
  canvas.restore();
}
