import type { SeriesPoints } from './series-buffer.ts';

/** How far recorded series are the same. */
export interface Agreement {
  /** Steps that all of them recorded and at which they are the same, before they part. */
  readonly count: number;
  /** First and last of those steps; null: there is none. */
  readonly first: number | null;
  readonly last: number | null;
  /** The first step that all of them recorded and at which not all are the same; null: none so far. */
  readonly partsAt: number | null;
}

export const nothingCompared: Agreement = { count: 0, first: null, last: null, partsAt: null };

/**
 * Looks for the first step at which series part: at which all of them have a value and not all values are the same
 * to the last bit (one NaN is as good as another, −0 is not 0). Steps that one of them did not record say nothing.
 *
 * `series`: pieces with ascending steps, of which nothing is left out up to step `to`; what lies behind it is not
 * looked at. `before`: what pieces before these have shown; once they have parted nothing more is looked at.
 */
export function compareSeries(
  series: readonly SeriesPoints[],
  to = Infinity,
  before: Agreement = nothingCompared,
): Agreement {
  const [one, ...others] = series;
  if (before.partsAt !== null || !one || others.length === 0) return before;
  let { count, first, last } = before;
  const next = others.map(() => 0);
  for (let i = 0; i < one.steps.length && one.steps[i]! <= to; i++) {
    const step = one.steps[i]!;
    const places = others.map(({ steps }, k) => {
      while (next[k]! < steps.length && steps[next[k]!]! < step) next[k]!++;
      return steps[next[k]!] === step ? next[k]! : -1;
    });
    if (places.includes(-1)) continue;
    const value = one.values[i]!;
    if (!places.every((place, k) => Object.is(others[k]!.values[place], value))) {
      return { count, first, last, partsAt: step };
    }
    count++;
    first ??= step;
    last = step;
  }
  return { count, first, last, partsAt: null };
}
