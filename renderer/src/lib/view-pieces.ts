import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { UnevenPlaces } from '../charts/step-places.ts';
import { joinViews } from './join-views.ts';

/** A stretch of steps (both ends inclusive) and in how many columns it is looked at. */
export interface ViewPiece {
  readonly from: number;
  readonly to: number;
  readonly columns: number;
}

/** Stretches of equal travel: in each, rates are much the same. */
const PIECES = 32;
/** As many columns as main prepares at once. */
const MOST_COLUMNS = 8192;

/**
 * The steps 0 … `totalSteps` in pieces that follow each other, each in so many columns that no bucket is wider
 * than one of the `columns` of an axis of travel from 0 to `end`. Where a rate stands far out of those around
 * it, a bucket may be: it is drawn as wide as it is.
 */
export function piecesAlong(
  travel: UnevenPlaces,
  end: number,
  columns: number,
  totalSteps: number,
): readonly ViewPiece[] {
  const key = [travel.lastStep, end, columns, totalSteps].join(' ');
  const known = lastPieces.get(travel);
  if (known?.key === key) return known.pieces;
  const pieces = cutAlong(travel, end, columns, totalSteps);
  lastPieces.set(travel, { key, pieces });
  return pieces;
}

/** The charts ask for the same pieces of every series at every frame. */
const lastPieces = new WeakMap<
  UnevenPlaces,
  { readonly key: string; readonly pieces: readonly ViewPiece[] }
>();

function cutAlong(
  travel: UnevenPlaces,
  end: number,
  columns: number,
  totalSteps: number,
): readonly ViewPiece[] {
  const column = end / columns;
  const whole = travel.at(travel.lastStep);
  if (!(column > 0) || !(whole > 0)) return [{ from: 0, to: totalSteps, columns }];
  // What comes after the last boundary goes nowhere, as long as it may be.
  const places = Array.from({ length: PIECES }, (_, k) => (whole * k) / PIECES);
  const begins = [...places, whole - column / 2].map((place) => travel.nearestStep(place));
  begins[0] = 0;
  const ascending = [...new Set(begins)].sort((a, b) => a - b);
  return ascending.map((from, k) => {
    const to = (ascending[k + 1] ?? totalSteps + 1) - 1;
    return { from, to, columns: columnsFor(travel, from, to, column) };
  });
}

function columnsFor(travel: UnevenPlaces, from: number, to: number, column: number): number {
  if (travel.at(to) - travel.at(from) <= column) return 1;
  const known = Math.min(to, travel.lastStep);
  const wanted = Math.ceil((travel.largestRate(from, known) * (to - from)) / column);
  return Math.min(MOST_COLUMNS, Math.max(1, wanted));
}

/** A series looked at piece by piece; null where there is nothing of it. */
export function viewInPieces(
  view: (from: number, to: number, columns: number) => SeriesView | null,
  pieces: readonly ViewPiece[],
): SeriesView | null {
  const seen = pieces
    .map(({ from, to, columns }) => view(from, to, columns))
    .filter((one) => one !== null);
  return seen.length > 0 ? joinViews(...seen) : null;
}

/** Neighbouring buckets `begin` … `end` − 1 of a view that are wider than a piece asks for. */
export interface CoarseStretch extends ViewPiece {
  readonly begin: number;
  readonly end: number;
}

/** What of a view is too coarse for these pieces, and in how many columns it would not be. */
export function coarseStretches(
  view: SeriesView,
  pieces: readonly ViewPiece[],
): readonly CoarseStretch[] {
  const { first, last } = view;
  let end = 0;
  return pieces.flatMap(({ from, to, columns }) => {
    const begin = end;
    while (end < first.length && first[end]! <= to) end++;
    const width = (to - from) / columns;
    const isCoarse = (step: number, i: number): boolean => last[begin + i]! - step > width;
    if (!first.subarray(begin, end).some(isCoarse)) return [];
    const stretch = { from: first[begin]!, to: last[end - 1]! };
    const finer = Math.ceil((stretch.to - stretch.from) / Math.max(1, width));
    return [{ ...stretch, begin, end, columns: Math.min(MOST_COLUMNS, Math.max(1, finer)) }];
  });
}

/** The view with finer buckets in the place of its coarse stretches, given in order. */
export function withFiner(
  view: SeriesView,
  stretches: readonly CoarseStretch[],
  finer: readonly SeriesView[],
): SeriesView {
  const parts: SeriesView[] = [];
  let kept = 0;
  stretches.forEach(({ begin, end }, i) => {
    parts.push(bucketsOf(view, kept, begin), finer[i]!);
    kept = end;
  });
  return joinViews(...parts, bucketsOf(view, kept, view.first.length));
}

/** The buckets of a view that begin between two steps (inclusive). */
export function viewBetween(view: SeriesView, from: number, to: number): SeriesView {
  const begin = firstAtOrAfter(view.first, from);
  const end = firstAtOrAfter(view.first, to + 1);
  return begin === 0 && end === view.first.length ? view : bucketsOf(view, begin, end);
}

function bucketsOf(view: SeriesView, begin: number, end: number): SeriesView {
  return {
    first: view.first.subarray(begin, end),
    last: view.last.subarray(begin, end),
    min: view.min.subarray(begin, end),
    max: view.max.subarray(begin, end),
    nonFinite: view.nonFinite.subarray(begin, end),
  };
}

/** Index of the first of ascending steps that is not before `step`; their number if all are. */
function firstAtOrAfter(steps: Float64Array, step: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]! < step) low = middle + 1;
    else high = middle;
  }
  return low;
}
