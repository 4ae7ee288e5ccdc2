/** Which lines of a long list are in sight: only they are drawn, the others are room above and below. */

export interface RowWindow {
  /** Index of the first line drawn, and of the first after them. */
  readonly first: number;
  readonly end: number;
  /** Pixels above and below. */
  readonly before: number;
  readonly after: number;
}

/** Where every line begins, and where the last one ends. */
export function lineTops(heights: readonly number[]): Float64Array {
  const tops = new Float64Array(heights.length + 1);
  heights.forEach((height, i) => (tops[i + 1] = tops[i]! + height));
  return tops;
}

/** The lines that touch `height` pixels from `top` on, and those `spare` pixels around them. */
export function rowWindow(
  tops: Float64Array,
  top: number,
  height: number,
  spare: number,
): RowWindow {
  const count = tops.length - 1;
  const total = tops[count]!;
  const from = Math.min(Math.max(0, top - spare), Math.max(0, total - height));
  const first = Math.min(Math.max(0, lastAtOrAbove(tops, from)), Math.max(0, count - 1));
  let end = first;
  while (end < count && tops[end]! < from + height + 2 * spare) end++;
  return { first, end, before: tops[first] ?? 0, after: total - tops[end]! };
}

/** Largest index whose top is not below `y`. */
function lastAtOrAbove(tops: Float64Array, y: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where to scroll so that a line is wholly in sight; null: it is already. */
export function scrollToLine(
  tops: Float64Array,
  index: number,
  top: number,
  height: number,
): number | null {
  const [from, to] = [tops[index]!, tops[index + 1]!];
  if (from < top) return from;
  return to > top + height ? to - height : null;
}
