/** What a person has chosen for the whole app. */

export const locales = ['zh-CN', 'en'] as const;

export type Locale = (typeof locales)[number];

export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

/** How much moves: as the system has it, nothing, or all. */
export const motions = ['system', 'reduced', 'full'] as const;

export type Motion = (typeof motions)[number];

/** What theory draws over an experiment: each line can be left out. */
export const theoryLines = ['limit', 'expected', 'parts', 'floor', 'gain', 'edge'] as const;

export type TheoryLine = (typeof theoryLines)[number];

/**
 * The sizes a person gave to parts of the stage; the others are as the app chooses. `left`: width of the
 * left column, as a share of the stage; `map`: side of the map, as a share of its height; of the charts, how
 * they share theirs.
 */
export interface StageSizes {
  readonly left?: number;
  readonly map?: number;
  readonly loss?: number;
  readonly accuracy?: number;
  readonly gain?: number;
  readonly rate?: number;
}

/** What the x axis of curves can count in; `log`: steps, on a logarithmic axis. */
export const xAxes = ['step', 'log', 'epoch', 'sample', 'share', 'time', 'travel'] as const;

export type XAxisId = (typeof xAxes)[number];

/** β of the moving averages that are offered. */
export const smoothings = [0.6, 0.9, 0.99, 0.999] as const;

/** How curves are looked at. Absent: along the steps; not smoothed. */
export interface CurveLook {
  readonly xAxis?: XAxisId;
  readonly smoothing?: number;
}

export interface Preferences {
  readonly locale: Locale;
  readonly theme: Theme;
  /** Absent until it is chosen: as the system has it. */
  readonly motion?: Motion;
  /** The lines of theory that are drawn; absent until one is switched on or off. */
  readonly theory?: readonly TheoryLine[];
  /** Absent until a part is given another size. */
  readonly stage?: StageSizes;
  /** How the curves of compared runs are looked at; absent until that is chosen. */
  readonly curves?: CurveLook;
}
