import { symmetricEigen } from '../../../../core/math/symmetric-eigen.ts';
import type { Objective } from '../../../../core/objectives/objective.ts';
import { formatNumber } from '../../lib/format.ts';
import { drawRich, measureRich } from '../rich-text.ts';
import type { ChartTheme } from '../theme.ts';
import { isInside, type Walk } from './draw-walks.ts';
import { toSpot, type MapFrame, type Spot } from './map-frame.ts';

/** One eigen-direction of the Hessian at a point, as it is drawn. */
export interface CurvatureAxis {
  /** Eigenvalue λ: the curvature along the axis. */
  readonly value: number;
  /** From the point to either end, in pixels; y down. */
  readonly half: Spot;
}

const LONGEST = 72;
const SHORTEST = 14;
const NAME = 12;

/**
 * The eigen-directions of ∇²f at θ, the steepest curvature first. Their lengths are in proportion to 1/√|λ|, as
 * the axes of a level ellipse are, within what can be drawn; none where the Hessian is not finite.
 */
export function curvatureAxes(objective: Objective, theta: Float64Array): readonly CurvatureAxis[] {
  const hessian = new Float64Array(4);
  objective.hessian(theta, hessian);
  if (!hessian.every(Number.isFinite)) return [];
  const { values, axes } = symmetricEigen(hessian, 2);
  const flattest = Math.min(...values.map(Math.abs));
  return Array.from(values, (value, i) => {
    const share = value === 0 ? 1 : Math.sqrt(flattest / Math.abs(value));
    const length = Math.max(SHORTEST, LONGEST * share);
    return { value, half: { x: axes[2 * i]! * length, y: -axes[2 * i + 1]! * length } };
  });
}

/** The axes through the point of a walk at the cursor, each with its curvature; dashed where f bends down. */
export function drawCurvatureAxes(
  canvas: CanvasRenderingContext2D,
  { theta1, theta2, at }: Walk,
  objective: Objective,
  frame: MapFrame,
  theme: ChartTheme,
): void {
  if (theta1.length === 0) return;
  const point = Float64Array.of(theta1[at]!, theta2[at]!);
  const middle = toSpot(frame, point[0]!, point[1]!);
  if (!isInside(middle, frame)) return;
  curvatureAxes(objective, point).forEach(({ value, half }, i) => {
    canvas.save();
    canvas.beginPath();
    canvas.moveTo(middle.x - half.x, middle.y - half.y);
    canvas.lineTo(middle.x + half.x, middle.y + half.y);
    for (const [width, ink] of [
      [4, theme.paper],
      [1.5, theme.ink],
    ] as const) {
      canvas.lineWidth = width;
      canvas.strokeStyle = ink;
      canvas.setLineDash(value < 0 && width < 4 ? [4, 3] : []);
      canvas.stroke();
    }
    canvas.restore();
    drawName(canvas, `λ${'₁₂'[i]!} = ${formatNumber(value)}`, middle, half, frame, theme);
  });
}

/** Beyond that end of an axis at which there is room. */
function drawName(
  canvas: CanvasRenderingContext2D,
  words: string,
  middle: Spot,
  half: Spot,
  { size }: MapFrame,
  theme: ChartTheme,
): void {
  const font = { size: NAME, weight: 400, family: theme.font } as const;
  const width = measureRich(canvas, words, font);
  const length = Math.hypot(half.x, half.y);
  const ends = [1, -1].map((side) => {
    const reach = side * (1 + 8 / length);
    const x = middle.x + half.x * reach;
    const y = middle.y + half.y * reach;
    // Beside a level axis, above or below an upright one.
    const left = x - width / 2 + (half.x / length) * side * (width / 2);
    return { left, y: y + Math.sign(half.y * side) * 4 };
  });
  const fits = ({ left, y }: (typeof ends)[number]): boolean =>
    left >= 2 && left + width <= size - 2 && y >= 8 && y <= size - 8;
  const end = ends.find(fits) ?? ends[0]!;
  drawRich(canvas, words, end.left, end.y, { ...font, color: theme.ink, halo: theme.paper });
}
