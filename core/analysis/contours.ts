import type { Objective } from '../objectives/objective.ts';

/** A rectangle of the plane, in units of θ. */
export interface Window {
  readonly x: readonly [lo: number, hi: number];
  readonly y: readonly [lo: number, hi: number];
}

/** f on a regular grid over a window. */
export interface Grid {
  readonly window: Window;
  /** Points along x and along y, both ends included. */
  readonly columns: number;
  readonly rows: number;
  /** Row-major from the lower left; shape (rows, columns). */
  readonly values: Float64Array;
}

/** Samples a two-dimensional objective; x is θ₁, y is θ₂. */
export function sampleGrid(
  objective: Objective,
  window: Window,
  columns: number,
  rows: number,
): Grid {
  const values = new Float64Array(columns * rows);
  const point = new Float64Array(2);
  const grad = new Float64Array(2);
  for (let row = 0; row < rows; row++) {
    point[1] = at(window.y, row, rows);
    for (let column = 0; column < columns; column++) {
      point[0] = at(window.x, column, columns);
      values[row * columns + column] = objective.valueAndGrad(point, grad);
    }
  }
  return { window, columns, rows, values };
}

/** Least and greatest finite value of a grid; [0, 0] if there is none. */
export function rangeOf({ values }: Grid): readonly [least: number, greatest: number] {
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return least <= greatest ? [least, greatest] : [0, 0];
}

/** A level line is drawn a little stronger and gets its value written on it at every decade. */
export interface Level {
  readonly value: number;
  readonly main: boolean;
}

/** Levels between two neighbouring decades. */
const PER_DECADE = 5;
/** Level lines below this share of the relief are closer together than can be told apart. */
const DECADES = 4;

/** Levels at equal steps of log(f − lowest), five per decade; every fifth, at a power of ten, is a main one. */
export function logLevels(lowest: number, greatest: number): readonly Level[] {
  const relief = greatest - lowest;
  if (!(relief > 0) || !Number.isFinite(relief)) return [];
  const last = Math.floor(Math.log10(relief) * PER_DECADE);
  return Array.from({ length: DECADES * PER_DECADE }, (_, i) => last - i).map((k) => ({
    value: lowest + 10 ** (k / PER_DECADE),
    main: k % PER_DECADE === 0,
  }));
}

/**
 * The level line f = level as segments, by marching squares with linear interpolation along the edges.
 * Returns x₁, y₁, x₂, y₂ of each segment in units of θ. A cell with a non-finite corner has none; in a
 * saddle cell the mean of the corners decides which pair of corners is joined.
 */
export function levelSegments(grid: Grid, level: number): Float64Array {
  const { columns, rows, values, window } = grid;
  const found: number[] = [];
  for (let row = 0; row + 1 < rows; row++) {
    const bottom = at(window.y, row, rows);
    const top = at(window.y, row + 1, rows);
    for (let column = 0; column + 1 < columns; column++) {
      const corner = row * columns + column;
      const a = values[corner]!;
      const b = values[corner + 1]!;
      const c = values[corner + columns + 1]!;
      const d = values[corner + columns]!;
      const cell =
        (a > level ? 1 : 0) | (b > level ? 2 : 0) | (c > level ? 4 : 0) | (d > level ? 8 : 0);
      if (cell === 0 || cell === 15 || !Number.isFinite(a + b + c + d)) continue;
      const left = at(window.x, column, columns);
      const right = at(window.x, column + 1, columns);
      const edges: readonly (readonly [x: number, y: number])[] = [
        [left + share(a, b, level) * (right - left), bottom],
        [right, bottom + share(b, c, level) * (top - bottom)],
        [left + share(d, c, level) * (right - left), top],
        [left, bottom + share(a, d, level) * (top - bottom)],
      ];
      const high = (a + b + c + d) / 4 > level;
      for (const [from, to] of pairs(cell, high)) found.push(...edges[from]!, ...edges[to]!);
    }
  }
  return Float64Array.from(found);
}

type Pair = readonly [from: number, to: number];

/** Edges (bottom 0, right 1, top 2, left 3) joined in a cell, by which of its corners lie above the level. */
function pairs(cell: number, high: boolean): readonly Pair[] {
  switch (cell) {
    case 1:
    case 14:
      return [[3, 0]];
    case 2:
    case 13:
      return [[0, 1]];
    case 4:
    case 11:
      return [[1, 2]];
    case 8:
    case 7:
      return [[2, 3]];
    case 3:
    case 12:
      return [[3, 1]];
    case 6:
    case 9:
      return [[0, 2]];
    // Two opposite corners lie above: they are one ridge if the middle does, too.
    case 5:
      return high
        ? [
            [0, 1],
            [2, 3],
          ]
        : [
            [3, 0],
            [1, 2],
          ];
    default:
      return high
        ? [
            [3, 0],
            [1, 2],
          ]
        : [
            [0, 1],
            [2, 3],
          ];
  }
}

/** Where between two corners the level is crossed, as a share of the way. */
function share(from: number, to: number, level: number): number {
  return from === to ? 0.5 : (level - from) / (to - from);
}

function at([lo, hi]: readonly [number, number], index: number, count: number): number {
  return lo + ((hi - lo) * index) / (count - 1);
}
