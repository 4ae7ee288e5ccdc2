import type { Exit, Spot } from './pane-lines.ts';

/** Dashes of what is known without an experiment: theory, limits, marks. */
export const THEORY_DASH = [4, 3] as const;

/** What a line needs of a pen: a canvas has it, and what remembers or writes down its way. */
interface LinePen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
}

/** Length of the sides of an arrow head, in pixels. */
const ARROW = 8;

/** Leads a pen along a line; where a height is NaN there is a gap. */
export function goAlong(pen: LinePen, spots: Iterable<Spot>): void {
  let open = false;
  for (const { x, y } of spots) {
    if (open && !Number.isNaN(y)) pen.lineTo(x, y);
    else if (!Number.isNaN(y)) pen.moveTo(x, y);
    open = !Number.isNaN(y);
  }
}

/** A straight line of 1 px in the dashes of theory. */
export function drawDashed(
  canvas: CanvasRenderingContext2D,
  from: Spot,
  to: Spot,
  color: string,
): void {
  canvas.save();
  canvas.strokeStyle = color;
  canvas.lineWidth = 1;
  canvas.setLineDash([...THEORY_DASH]);
  canvas.beginPath();
  goAlong(canvas, [from, to]);
  canvas.stroke();
  canvas.restore();
}

/** A disc, with a rim if one is given. */
export function drawDisc(
  canvas: CanvasRenderingContext2D,
  { x, y }: Spot,
  radius: number,
  color: string,
  rim?: { readonly width: number; readonly color: string },
): void {
  canvas.beginPath();
  canvas.arc(x, y, radius, 0, 2 * Math.PI);
  canvas.fillStyle = color;
  canvas.fill();
  if (!rim) return;
  canvas.lineWidth = rim.width;
  canvas.strokeStyle = rim.color;
  canvas.stroke();
}

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

/** A small filled square: here a stop rule ended the run. */
export function drawStop(
  canvas: CanvasRenderingContext2D,
  { x, y }: Spot,
  line: string,
  paper: string,
): void {
  canvas.fillStyle = paper;
  canvas.fillRect(x - 5, y - 5, 10, 10);
  canvas.fillStyle = line;
  canvas.fillRect(x - 3.5, y - 3.5, 7, 7);
}

/** An open arrow head with its tip at a spot, in a direction (radians, 0 to the right, clockwise), with a halo. */
export function drawArrowHead(
  canvas: CanvasRenderingContext2D,
  { x, y }: Spot,
  angle: number,
  line: string,
  halo: string,
): void {
  const behind = (turned: number): Spot => ({
    x: x - ARROW * Math.cos(angle + turned),
    y: y - ARROW * Math.sin(angle + turned),
  });
  canvas.save();
  canvas.setLineDash([]);
  canvas.beginPath();
  goAlong(canvas, [behind(-Math.PI / 6), { x, y }, behind(Math.PI / 6)]);
  for (const [width, color] of [
    [4.5, halo],
    [1.75, line],
  ] as const) {
    canvas.lineWidth = width;
    canvas.strokeStyle = color;
    canvas.stroke();
  }
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
