/**
 * A series prepared for drawing at a given width: buckets of consecutive steps, none wider than one
 * pixel column, each with its true extremes. Arrays have equal length; buckets are ordered and do
 * not overlap. A bucket without a finite value has min = +Infinity and max = −Infinity.
 */
export interface SeriesView {
  /** First and last recorded step inside each bucket. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Smallest and largest finite value. */
  readonly min: Float64Array;
  readonly max: Float64Array;
  /** Number of NaN and infinite values. */
  readonly nonFinite: Float64Array;
}
