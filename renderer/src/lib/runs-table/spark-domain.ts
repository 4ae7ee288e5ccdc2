import type { SeriesView } from '../../../../core/analysis/series-view.ts';

/** Decades below the highest that a line of 22 pixels can still tell apart. */
const DECADES = 12;

/**
 * One range for the spark-lines of runs on one problem, so that heights can be compared: from where they begin
 * down to the lowest of them. What diverges leaves it at the top. Null where no value is above zero.
 */
export function sparkDomain(views: readonly SeriesView[]): readonly [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const { min, max } of views) {
    const start = max.find((value) => Number.isFinite(value) && value > 0);
    if (start !== undefined) high = Math.max(high, start);
    for (const value of min) if (value > 0) low = Math.min(low, value);
  }
  if (!(high > 0)) return null;
  low = Math.max(low, high * 10 ** -DECADES);
  return low < high ? [low, high] : [high / 2, high * 2];
}
