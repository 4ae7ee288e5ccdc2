import type { Objective } from '../../../../core/objectives/objective.ts';
import { slotOf, type ChartTheme } from '../theme.ts';
import type { Walk } from './draw-walks.ts';
import { toSpot, type MapFrame, type Spot } from './map-frame.ts';

const GRADIENT_LENGTH = 34;

/** At the cursor of a run: where the gradient points downhill, and the step that was really taken. */
export function drawArrows(
  canvas: CanvasRenderingContext2D,
  { theta1, theta2, at, slot }: Walk,
  objective: Objective,
  frame: MapFrame,
  theme: ChartTheme,
): void {
  if (theta1.length === 0) return;
  const grad = new Float64Array(2);
  objective.valueAndGrad(Float64Array.of(theta1[at]!, theta2[at]!), grad);
  const from = toSpot(frame, theta1[at]!, theta2[at]!);
  const steepness = Math.hypot(grad[0]!, grad[1]!);
  if (steepness > 0 && Number.isFinite(steepness)) {
    const to = {
      x: from.x - (grad[0]! / steepness) * GRADIENT_LENGTH,
      y: from.y + (grad[1]! / steepness) * GRADIENT_LENGTH,
    };
    drawArrow(canvas, from, to, theme.ink, [3, 3], theme);
  }
  if (at + 1 >= theta1.length) return;
  const next = toSpot(frame, theta1[at + 1]!, theta2[at + 1]!);
  if (Math.hypot(next.x - from.x, next.y - from.y) < 4) return;
  drawArrow(canvas, from, next, slotOf(theme, slot).ink, [], theme);
}

function drawArrow(
  canvas: CanvasRenderingContext2D,
  from: Spot,
  to: Spot,
  color: string,
  dash: readonly number[],
  theme: ChartTheme,
): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const barb = (turn: number): Spot => ({
    x: to.x - 7 * Math.cos(angle + turn),
    y: to.y - 7 * Math.sin(angle + turn),
  });
  canvas.save();
  canvas.lineCap = 'round';
  for (const [width, ink] of [
    [5, theme.paper],
    [2, color],
  ] as const) {
    canvas.lineWidth = width;
    canvas.strokeStyle = ink;
    canvas.setLineDash(width > 2 ? [] : (dash as number[]));
    goThrough(canvas, [from, to]);
    canvas.stroke();
    canvas.setLineDash([]);
    goThrough(canvas, [barb(-0.45), to, barb(0.45)]);
    canvas.stroke();
  }
  canvas.restore();
}

function goThrough(canvas: CanvasRenderingContext2D, [first, ...rest]: readonly Spot[]): void {
  canvas.beginPath();
  canvas.moveTo(first!.x, first!.y);
  for (const { x, y } of rest) canvas.lineTo(x, y);
}
