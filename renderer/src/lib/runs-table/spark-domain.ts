import type { SeriesView } from '../../../../core/analysis/series-view.ts';

/** Decades below the highest that a line of 22 pixels can still tell apart. */
const DECADES = 12;

/** Above zero: where a line begins, and its lowest; −∞ and ∞ where it never is. */
interface Reach {
  readonly start: number;
  readonly lowest: number;
}

/** Views are never changed; a table asks for the same ones whenever anything of it changes. */
const reaches = new WeakMap<SeriesView, Reach>();

function reachOf(view: SeriesView): Reach {
  let reach = reaches.get(view);
  if (!reach) {
    const start = view.max.find((value) => Number.isFinite(value) && value > 0) ?? -Infinity;
    const lowest = view.min.reduce(
      (low, value) => (value > 0 ? Math.min(low, value) : low),
      Infinity,
    );
    reaches.set(view, (reach = { start, lowest }));
  }
  return reach;
}

/**
 * One range for the spark-lines of runs on one problem, so that heights can be compared: from where they begin
 * down to the lowest of them. What diverges leaves it at the top. Null where no value is above zero.
 */
export function sparkDomain(views: readonly SeriesView[]): readonly [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const view of views) {
    const reached = reachOf(view);
    high = Math.max(high, reached.start);
    low = Math.min(low, reached.lowest);
  }
  if (!(high > 0)) return null;
  low = Math.max(low, high * 10 ** -DECADES);
  return low < high ? [low, high] : [high / 2, high * 2];
}
