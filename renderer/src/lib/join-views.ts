import type { SeriesView } from '../../../core/analysis/series-view.ts';

/** Last recorded step of a view; −1 if it is empty. */
export function lastStepOf(view: SeriesView): number {
  return view.last.at(-1) ?? -1;
}

/** Views of one series behind each other; each begins behind the end of the one before. */
export function joinViews(...views: readonly SeriesView[]): SeriesView {
  const [only] = views;
  if (only && views.length === 1) return only;
  const length = views.reduce((sum, { first }) => sum + first.length, 0);
  const join = (field: keyof SeriesView): Float64Array => {
    const joined = new Float64Array(length);
    let at = 0;
    for (const view of views) {
      joined.set(view[field], at);
      at += view.first.length;
    }
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
