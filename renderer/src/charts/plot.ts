/** What a view gives to the charts: series in data units, words in the reader's language. */
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { StepPlaces } from './step-places.ts';

/** One line. Its colour and dash come from its slot and stay the same for a run's life. */
export interface PlotSeries {
  readonly id: string;
  /** Name at the end of the line; empty: the line goes without one (the raw line behind a mean). */
  readonly label: string;
  /** 0 … 7; larger numbers begin again at 0. */
  readonly slot: number;
  /** Buckets no wider than a pixel column; more columns than the chart has are joined when drawn. */
  readonly view: SeriesView;
  /** Where its steps stand on the x axis; at themselves without it. */
  readonly places?: StepPlaces;
  /** Spread around the line (such as the 10 % and 90 % quantiles of the seeds), drawn as a tint. */
  readonly band?: { readonly low: SeriesView; readonly high: SeriesView } | null;
  /** Thinner and paler, no dot at the cursor: raw values behind their mean. */
  readonly faint?: boolean;
  /** One of several that a band holds together: as thin and pale, unless it is selected, but named like any other. */
  readonly pale?: boolean;
  /** Written behind the name, already formatted. */
  readonly endValue?: string;
  /** The run diverged at this step: an open ring at its last finite point, with these words. */
  readonly diverged?: { readonly step: number; readonly text: string } | null;
  /** A stop rule ended the run before its last step: a small square at its last point, with these words. */
  readonly stopped?: string | null;
  /** The selected run: its values stand in the pills on the y axes; the first such series counts. */
  readonly emphasised?: boolean;
}

export interface PlotPoint {
  /** Place on the x axis. */
  readonly x: number;
  readonly y: number;
}

/** A curve known without an experiment: 1 px dashed, its name along the line or in the end column. */
export interface PlotTheory {
  readonly label: string;
  /** Where there is no room for the label. */
  readonly short?: string;
  readonly points: readonly PlotPoint[];
  /** In the colour of this series; without it in the label ink. */
  readonly slot?: number;
  /** The axis does not follow it: it may leave the pane. */
  readonly loose?: boolean;
  /** The axis follows it no higher than this. */
  readonly upTo?: number;
}

/** Everything above the level, or below it, is tinted, and the level is drawn and named. */
export interface PlotDanger {
  readonly level: number;
  readonly side: 'above' | 'below';
  readonly label: string;
  /** Where there is no room for the label. */
  readonly short: string;
}

/** A curve drawn by hand before there was any other: a broad pale stroke under all lines. */
export interface PlotDrawn {
  readonly points: readonly PlotPoint[];
  /** Written where it ends, with the value there behind it if there is room. */
  readonly label: string;
  readonly endValue: string;
  /** A bracket at a place on the x axis, between two values. */
  readonly gap: {
    readonly x: number;
    readonly between: readonly [number, number];
    readonly label: string;
  } | null;
}

export type YScale = 'linear' | 'log';

/** One picture of the column; all panes of a column share the x axis. */
export interface Pane {
  readonly id: string;
  /** Title = axis title: the word in bold, behind it the symbol. */
  readonly title: string;
  readonly symbol?: string;
  /** What else is to be known of its lines, where there is room for it. */
  readonly notes?: readonly string[];
  readonly series: readonly PlotSeries[];
  readonly theory?: readonly PlotTheory[];
  readonly danger?: PlotDanger | null;
  readonly drawn?: PlotDrawn | null;
  readonly yScale: YScale;
  /** Fixed range; without it the range follows the data. */
  readonly yDomain?: readonly [low: number, high: number] | null;
  /** Share of the column's height, relative to the other panes. */
  readonly weight: number;
  /** What will appear here, while there is nothing to draw. */
  readonly emptyText: string;
  /** How a value of this pane is written at the cursor and on the axis; three digits without it. */
  readonly format?: (value: number) => string;
}

/** The value of a series at a step; undefined while it is being read, null where there is none. */
export type Readout = (paneId: string, seriesId: string, step: number) => number | null | undefined;
