import { BLOCK, BLOCK_FIELDS, summariseBlock } from './min-max-blocks.ts';

/**
 * A series prepared for drawing at a given width: buckets of consecutive steps, none wider than one
 * pixel column, each with its true extremes. Arrays have equal length; buckets are ordered and do
 * not overlap. A bucket without a finite value has min = +Infinity and max = −Infinity; if it has no
 * non-finite value either, what was recorded there is lost: a gap.
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

/** Values at steps `first, first + stride, …`, with the summary of their blocks. */
export interface Stretch {
  readonly first: number;
  readonly stride: number;
  readonly count: number;
  /** Summary of whole blocks from the start; blocks beyond its end are read from `values`. */
  readonly summary: Float64Array;
  /** The values themselves, or null if they are lost; called only where a summary is too coarse. */
  values(): Float64Array | null;
}

/**
 * The part of a series between two steps (inclusive) in buckets for `columns` pixel columns. Stretches
 * must be in the order of their steps. Whole blocks are taken from summaries wherever a block is
 * narrower than a column, single values elsewhere; neighbours are joined while they fit one column.
 * Every value in range lies in exactly one bucket and every extreme is one of the values.
 */
export function viewOf(
  stretches: Iterable<Stretch>,
  from: number,
  to: number,
  columns: number,
): SeriesView {
  const most = Math.max(1, Math.ceil(Math.min(columns, to - from)) + 1);
  const buckets = new BucketWriter((to - from) / Math.max(1, columns), most);
  for (const stretch of stretches) {
    const { first, stride, count } = stretch;
    const begin = Math.max(0, Math.ceil((from - first) / stride));
    const end = Math.min(count, Math.floor((to - first) / stride) + 1);
    if (begin >= end) continue;
    const blockIsNarrow = (BLOCK - 1) * stride < buckets.width;
    if (blockIsNarrow) addBlocks(buckets, stretch, begin, end);
    else addValues(buckets, stretch, begin, end);
  }
  return buckets.view();
}

/** Adds `[begin, end)` block by block; pieces of blocks at either end value by value. */
function addBlocks(buckets: BucketWriter, stretch: Stretch, begin: number, end: number): void {
  const { first, stride, count, summary } = stretch;
  let i = begin;
  while (i < end) {
    const block = Math.floor(i / BLOCK);
    const next = Math.min((block + 1) * BLOCK, count);
    const summarised = (block + 1) * BLOCK_FIELDS <= summary.length;
    if (summarised && i === block * BLOCK && next <= end) {
      const at = block * BLOCK_FIELDS;
      buckets.add(
        first + i * stride,
        first + (next - 1) * stride,
        summary[at]!,
        summary[at + 1]!,
        summary[at + 2]!,
      );
    } else addValues(buckets, stretch, i, Math.min(next, end));
    i = next;
  }
}

/** Adds `[begin, end)` from the values, in pieces that just fit a pixel column. */
function addValues(buckets: BucketWriter, stretch: Stretch, begin: number, end: number): void {
  const { first, stride } = stretch;
  const values = stretch.values();
  const fitting = Math.max(1, Math.ceil(buckets.width / stride));
  const piece = new Float64Array(BLOCK_FIELDS);
  for (let i = begin; i < end; i += fitting) {
    const next = Math.min(i + fitting, end);
    if (values) summariseBlock(values, i, next, piece, 0);
    else piece.set([Infinity, -Infinity, 0]);
    buckets.add(first + i * stride, first + (next - 1) * stride, piece[0]!, piece[1]!, piece[2]!);
  }
}

/** Joins consecutive pieces into buckets narrower than `width` steps. */
class BucketWriter {
  readonly width: number;
  #count = 0;
  #first: Float64Array;
  #last: Float64Array;
  #min: Float64Array;
  #max: Float64Array;
  #nonFinite: Float64Array;

  /** `expected`: about so many buckets. */
  constructor(width: number, expected: number) {
    this.width = width;
    this.#first = new Float64Array(expected);
    this.#last = new Float64Array(expected);
    this.#min = new Float64Array(expected);
    this.#max = new Float64Array(expected);
    this.#nonFinite = new Float64Array(expected);
  }

  add(first: number, last: number, min: number, max: number, nonFinite: number): void {
    const open = this.#count - 1;
    if (open >= 0 && last - this.#first[open]! < this.width) {
      this.#last[open] = last;
      if (min < this.#min[open]!) this.#min[open] = min;
      if (max > this.#max[open]!) this.#max[open] = max;
      this.#nonFinite[open]! += nonFinite;
      return;
    }
    if (this.#count === this.#first.length) this.#grow();
    const at = this.#count++;
    this.#first[at] = first;
    this.#last[at] = last;
    this.#min[at] = min;
    this.#max[at] = max;
    this.#nonFinite[at] = nonFinite;
  }

  view(): SeriesView {
    const cut = (column: Float64Array): Float64Array =>
      column.length === this.#count ? column : column.slice(0, this.#count);
    return {
      first: cut(this.#first),
      last: cut(this.#last),
      min: cut(this.#min),
      max: cut(this.#max),
      nonFinite: cut(this.#nonFinite),
    };
  }

  #grow(): void {
    this.#first = doubled(this.#first);
    this.#last = doubled(this.#last);
    this.#min = doubled(this.#min);
    this.#max = doubled(this.#max);
    this.#nonFinite = doubled(this.#nonFinite);
  }
}

/** The same values in an array of twice the length. */
export function doubled(values: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(values.length * 2);
  larger.set(values);
  return larger;
}
