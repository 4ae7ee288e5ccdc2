import type { SeriesView } from '../../../core/analysis/series-view.ts';

/** A log axis that several charts share does not span more decades than this. */
const MOST_DECADES = 16;

/** Whole powers of ten around all positive values of several series; null where there are none. */
export function commonLogDomain(
  views: readonly SeriesView[],
): readonly [low: number, high: number] | null {
  let low = Infinity;
  let high = 0;
  for (const { min, max } of views) {
    for (let i = 0; i < min.length; i++) {
      if (min[i]! > 0 && min[i]! < low) low = min[i]!;
      if (max[i]! > high && Number.isFinite(max[i]!)) high = max[i]!;
    }
  }
  if (!(low <= high)) return null;
  const top = Math.ceil(Math.log10(high * 1.2));
  const bottom = Math.max(Math.floor(Math.log10(low)), top - MOST_DECADES);
  return [10 ** Math.min(bottom, top - 1), 10 ** top];
}
