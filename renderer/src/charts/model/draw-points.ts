import { slotOf, type ChartTheme } from '../theme.ts';
import { classSlot } from './mixes.ts';

type Shape = (pen: CanvasRenderingContext2D, x: number, y: number, r: number) => void;

/** Shapes of equal weight, so that classes are told apart without their colour. */
const shapes: readonly Shape[] = [
  (pen, x, y, r) => pen.arc(x, y, r, 0, 2 * Math.PI),
  (pen, x, y, r) => polygon(pen, x, y, r * 1.25, 4, Math.PI / 4),
  (pen, x, y, r) => polygon(pen, x, y, r * 1.35, 3, -Math.PI / 2),
  (pen, x, y, r) => polygon(pen, x, y, r * 1.3, 4, 0),
];
const COLORS = 8;

function polygon(
  pen: CanvasRenderingContext2D,
  x: number,
  y: number,
  r: number,
  corners: number,
  first: number,
): void {
  for (let i = 0; i <= corners; i++) {
    const angle = first + (2 * Math.PI * i) / corners;
    const [px, py] = [x + r * Math.cos(angle), y + r * Math.sin(angle)];
    if (i === 0) pen.moveTo(px, py);
    else pen.lineTo(px, py);
  }
}

/** A sample of a class: its shape in its colour, with an edge of paper. */
export function drawClassPoint(
  pen: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  label: number,
  radius: number,
  theme: ChartTheme,
): void {
  const shape = shapes[(label + Math.floor(label / COLORS)) % shapes.length]!;
  pen.beginPath();
  shape(pen, x, y, radius);
  pen.lineWidth = 2;
  pen.strokeStyle = theme.paper;
  pen.stroke();
  pen.fillStyle = slotOf(theme, classSlot(label)).ink;
  pen.fill();
}

/** Marks a sample that is misclassified. */
export function drawWrong(
  pen: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  radius: number,
  theme: ChartTheme,
): void {
  for (const [width, color] of [
    [3.5, theme.paper],
    [1.5, theme.ink],
  ] as const) {
    pen.beginPath();
    pen.arc(x, y, radius + 3, 0, 2 * Math.PI);
    pen.lineWidth = width;
    pen.strokeStyle = color;
    pen.stroke();
  }
}

/** A sample of a set without classes. */
export function drawDot(
  pen: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  radius: number,
  color: string,
): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fillStyle = color;
  pen.fill();
}
