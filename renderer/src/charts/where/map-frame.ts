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

/** To hold what walks out of it a window may grow to so many times what the objective asks for. */
export const MOST_GROWTH = 3;
/** To hold the start, which is looked for first, it may grow further. */
const MOST_GROWTH_TO_START = 12;
/** It grows by whole steps, so that it does not breathe while a control is dragged. */
const GROWTH_STEP = 1.25;
/** Points keep away from its edge. */
export const AROUND_POINTS = 1.06;

/** Points of the plane, in a column for each axis. */
interface Points {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/**
 * The square window to draw: the objective's domain, grown (within limits) until it holds the start and the ways. What
 * is not finite or far away is left outside, and so is a way that runs away: followed as far as that goes, it would
 * make small what the others do.
 */
export function mapWindow(
  domain: readonly (readonly [lo: number, hi: number])[],
  start: readonly [number, number],
  ways: readonly Points[],
): Window {
  const [x, y] = [domain[0]!, domain[1]!];
  const center = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2] as const;
  const half = Math.max(x[1] - x[0], y[1] - y[0]) / 2;
  const toStart = distanceOf(start[0], start[1], center);
  const startReach = toStart <= half * MOST_GROWTH_TO_START ? toStart : 0;
  const most = Math.max(half * MOST_GROWTH, startReach);
  const reach = Math.max(half, startReach, ...ways.map((way) => reachOf(way, center, most)));
  const steps = Math.ceil(Math.log(reach / half) / Math.log(GROWTH_STEP) - 1e-9);
  const side = half * GROWTH_STEP ** steps;
  return {
    x: [center[0] - side, center[0] + side],
    y: [center[1] - side, center[1] + side],
  };
}

/** How far a way goes from the middle; what goes farther than `most` does not count, nor a way that ends there. */
function reachOf({ x, y }: Points, center: readonly [number, number], most: number): number {
  let reach = 0;
  let last = 0;
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    last = distanceOf(x[i]!, y[i]!, center);
    if (last > reach && last <= most) reach = last;
  }
  return last <= most ? reach : 0;
}

/** With air around the point. */
function distanceOf(x: number, y: number, [centerX, centerY]: readonly [number, number]): number {
  return Math.max(Math.abs(x - centerX), Math.abs(y - centerY)) * AROUND_POINTS;
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
