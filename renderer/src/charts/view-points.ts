import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { PlotPoint } from './plot.ts';

/** A view as the points of a thin line through the extremes of its buckets; y is NaN where it has a gap. */
export function viewPoints({ first, last, min, max }: SeriesView): readonly PlotPoint[] {
  return [...first].flatMap((x, i): PlotPoint[] => {
    if (!(min[i]! <= max[i]!)) return [{ x, y: NaN }];
    if (min[i] === max[i]) return [{ x, y: min[i]! }];
    return [
      { x, y: min[i]! },
      { x: last[i]!, y: max[i]! },
    ];
  });
}
