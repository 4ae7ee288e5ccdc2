/** What a view gives to a chart whose x axis is a setting instead of time. */
import type { YScale } from '../plot.ts';

/** One y for every x of the plot; NaN where there is none (yet). */
export interface ValueCurve {
  readonly id: string;
  /** Name at the end of the line; empty: none. */
  readonly label: string;
  readonly slot: number;
  readonly ys: readonly number[];
  /** Spread around the line, drawn as a tint. */
  readonly spread?: { readonly low: readonly number[]; readonly high: readonly number[] } | null;
  /** Every value is a point of its own; without it only the line is drawn. */
  readonly dots: boolean;
  readonly faint?: boolean;
  /** Its values stand in the pill. */
  readonly emphasised?: boolean;
  /** Index of the best point, marked with these words. */
  readonly best?: { readonly index: number; readonly text: string } | null;
  /** Indices of points that went wrong; those without a place inside, or without a y, stand at the upper edge. */
  readonly beyond?: readonly number[];
}

/** An upright line at a value, with words. */
export interface ValueMark {
  readonly at: number;
  readonly label: string;
  /** Where there is no room for the label. */
  readonly short?: string;
  /** Everything right of a limit is tinted. */
  readonly kind: 'limit' | 'mark';
}

export interface ValuePlot {
  readonly title: string;
  readonly symbol: string;
  readonly xTitle: string;
  readonly xScale: 'linear' | 'log';
  /** Ascending; on a log scale above zero. */
  readonly xs: readonly number[];
  /** How a value of the x axis is written. */
  readonly write: (value: number) => string;
  readonly yScale: YScale;
  /** Null: as the curves say. */
  readonly yDomain: readonly [number, number] | null;
  readonly curves: readonly ValueCurve[];
  readonly marks: readonly ValueMark[];
  /** What the points without a y did. */
  readonly lostText: string;
  /** What will appear here, while there is nothing to draw. */
  readonly emptyText: string;
}
