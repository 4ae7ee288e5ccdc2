import type { Tone } from './prerequisite.ts';

/** A figure in a few strokes, in coordinates of its own. */
export interface TinyPicture {
  readonly x: readonly [lo: number, hi: number];
  readonly y: readonly [lo: number, hi: number];
  readonly lines: readonly TinyLine[];
  /** Where the thing stands that is dragged; null: not in the picture. */
  readonly point: readonly [x: number, y: number] | null;
}

export interface TinyLine {
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Null: quiet, as the ground of the picture. */
  readonly tone: Tone | null;
  /** Filled instead of drawn. */
  readonly filled?: boolean;
  readonly dashed?: boolean;
}

/** A curve y = f(x) in so many equal pieces, both ends among its points; shape (pieces + 1, 2). */
export function curvePoints(
  f: (x: number) => number,
  [lo, hi]: readonly [number, number],
  count = 96,
): readonly (readonly [number, number])[] {
  return Array.from({ length: count + 1 }, (_, i) => {
    const x = lo + ((hi - lo) * i) / count;
    return [x, f(x)] as const;
  });
}
