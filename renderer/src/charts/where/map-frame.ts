import type { Window } from '../../../../core/analysis/contours.ts';

/** A square map: a window of the plane on so many pixels, one scale in both directions. */
export interface MapFrame {
  readonly window: Window;
  /** Side in CSS pixels. */
  readonly size: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** θ to pixels; θ₁ to the right, θ₂ up. */
export function toSpot({ window, size }: MapFrame, theta1: number, theta2: number): Spot {
  return {
    x: ((theta1 - window.x[0]) / (window.x[1] - window.x[0])) * size,
    y: size - ((theta2 - window.y[0]) / (window.y[1] - window.y[0])) * size,
  };
}

/** Pixels to θ, to as many digits as a pixel is worth. */
export function toTheta({ window, size }: MapFrame, { x, y }: Spot): readonly [number, number] {
  const scale = (window.x[1] - window.x[0]) / size;
  const digits = Math.max(0, Math.ceil(-Math.log10(scale)));
  const round = (value: number): number => Number(value.toFixed(Math.min(digits, 12)));
  return [round(window.x[0] + x * scale), round(window.y[0] + (size - y) * scale)];
}

/** Half of what is drawn of a handle. */
const HANDLE = 9;

/** Where a handle stands: at its spot or, where that lies outside of the square, whole at the border next to it. */
export function handleSpot({ x, y }: Spot, size: number): Spot & { readonly outside: boolean } {
  const isInside = (pixel: number): boolean => pixel >= 0 && pixel <= size;
  if (isInside(x) && isInside(y)) return { x, y, outside: false };
  // Where the objective has no value there is no height: the foot.
  const bordering = (pixel: number): number =>
    Number.isNaN(pixel) ? size - HANDLE : Math.min(size - HANDLE, Math.max(HANDLE, pixel));
  return { x: bordering(x), y: bordering(y), outside: true };
}

/** How much a window may grow beyond what the objective asks for. */
export const MOST_GROWTH = 3;
/** It grows by whole steps, so that it does not breathe while a control is dragged. */
const GROWTH_STEP = 1.25;
/** Points keep away from its edge. */
export const AROUND_POINTS = 1.06;

/**
 * The square window to draw: the objective's domain, grown (within limits) until it holds the points, given in
 * columns for each axis; what is not finite or far away is left outside.
 */
export function mapWindow(
  domain: readonly (readonly [lo: number, hi: number])[],
  points: Readonly<Record<'x' | 'y', readonly ArrayLike<number>[]>>,
): Window {
  const [x, y] = [domain[0]!, domain[1]!];
  const center = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2] as const;
  const half = Math.max(x[1] - x[0], y[1] - y[0]) / 2;
  const most = half * MOST_GROWTH;
  const reach = Math.max(
    half,
    reachOf(points.x, center[0], most),
    reachOf(points.y, center[1], most),
  );
  const steps = Math.ceil(Math.log(reach / half) / Math.log(GROWTH_STEP) - 1e-9);
  const side = half * GROWTH_STEP ** steps;
  return {
    x: [center[0] - side, center[0] + side],
    y: [center[1] - side, center[1] + side],
  };
}

/** How far the columns go from the middle, with air around them; what goes farther than `most` does not count. */
function reachOf(columns: readonly ArrayLike<number>[], center: number, most: number): number {
  let reach = 0;
  for (const column of columns) {
    for (let i = 0; i < column.length; i++) {
      const distance = Math.abs(column[i]! - center) * AROUND_POINTS;
      if (distance > reach && distance <= most) reach = distance;
    }
  }
  return reach;
}

/** A window up to so many times larger than it need be stays. */
const MOST_SLACK = 2;

/**
 * The window as it was, while it holds the wanted one about the same middle and is not much larger: the map of a run
 * that goes on, or of a control that is dragged, does not breathe.
 */
export function steadyWindow(before: Window | null, wanted: Window): Window {
  if (!before) return wanted;
  const side = before.x[1] - before.x[0];
  const needed = wanted.x[1] - wanted.x[0];
  const moved = (axis: 'x' | 'y'): number =>
    Math.abs(before[axis][0] + before[axis][1] - wanted[axis][0] - wanted[axis][1]);
  const sameMiddle = Math.max(moved('x'), moved('y')) < 1e-9 * side;
  return sameMiddle && needed <= side && side <= MOST_SLACK * needed ? before : wanted;
}
