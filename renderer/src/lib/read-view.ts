/** What the buckets of a view tell of single values. */
import type { SeriesPoint, SeriesPoints } from '../../../core/analysis/series-buffer.ts';
import type { SeriesView } from '../../../core/analysis/series-view.ts';

/** Index of the last bucket that begins at or before `step`; −1 if there is none. */
export function bucketAt(view: SeriesView, step: number): number {
  let low = 0;
  let high = view.first.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (view.first[middle]! <= step) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** What a bucket that holds one step says of it, null where that is lost; undefined where it holds several, or is not finite. */
export function singlePoint(view: SeriesView, step: number): SeriesPoint | null | undefined {
  const bucket = bucketAt(view, step);
  if (bucket < 0) return null;
  if (view.first[bucket] !== view.last[bucket]) return undefined;
  if (view.nonFinite[bucket]) return undefined;
  const [own, value] = [view.first[bucket]!, view.min[bucket]!];
  return value > view.max[bucket]! ? null : { step: own, value };
}

/** The values of a view from … to; null where one of its buckets there holds several. */
export function pointsOf(view: SeriesView, from: number, to: number): SeriesPoints | null {
  const [begin, end] = [bucketAt(view, from - 1) + 1, bucketAt(view, to) + 1];
  if (begin > 0 && view.last[begin - 1]! >= from) return null;
  const steps = view.first.subarray(begin, end);
  if (steps.some((step, i) => step !== view.last[begin + i])) return null;
  const values = view.min
    .subarray(begin, end)
    .map((value, i) => (view.nonFinite[begin + i] ? NaN : value));
  return { steps, values };
}
