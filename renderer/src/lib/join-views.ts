import type { SeriesView } from '../../../core/analysis/series-view.ts';

/** Last recorded step of a view; −1 if it is empty. */
export function lastStepOf(view: SeriesView): number {
  return view.last.at(-1) ?? -1;
}

/** Two views of one series behind each other; `after` begins behind the end of `before`. */
export function joinViews(before: SeriesView, after: SeriesView): SeriesView {
  const join = (field: keyof SeriesView): Float64Array => {
    const joined = new Float64Array(before[field].length + after[field].length);
    joined.set(before[field]);
    joined.set(after[field], before[field].length);
    return joined;
  };
  return {
    first: join('first'),
    last: join('last'),
    min: join('min'),
    max: join('max'),
    nonFinite: join('nonFinite'),
  };
}
