import type { Axis } from './axis.ts';
import { yDomainOf } from './domain.ts';
import { fonts, NAME_OFFSET } from './draw-names.ts';
import type { NamesOf } from './name-room.ts';
import type { Pane } from './plot.ts';
import { measureRich } from './rich-text.ts';
import { xTicksFor, yTicksFor, type Scene } from './scene.ts';
import type { ChartTheme } from './theme.ts';
import type { Tick } from './ticks.ts';
import { inSteps, type XUnit } from './x-unit.ts';

/** Where one pane of a column stands, in pixels of the column. */
export interface PaneLayout {
  readonly scene: Scene;
  /** Top of the title row. */
  readonly titleTop: number;
  /** Top of the canvas. */
  readonly top: number;
}

export interface StackInput {
  readonly panes: readonly Pane[];
  /** First and last step. */
  readonly xDomain: readonly [number, number];
  /** Steps without it. */
  readonly xUnit?: XUnit;
  readonly width: number;
  readonly height: number;
  readonly theme: ChartTheme;
  /** Remembered by the caller. */
  readonly namesOf: NamesOf;
  /** Least room right of the plots, for what stands there beside the x axis. */
  readonly besideX?: number;
}

export const TITLE_ROW = 28;
/** Between the foot of a plot and the next title. */
export const GAP = 14;
/** Words and pill of the x axis. */
const X_AXIS = 30;
/** Room in a canvas over and under its plot, for rings and words on the edge. */
const EDGE = 8;
export const LEAST_PLOT = 40;
/** The space for y labels and the usual pill grows in such steps, so that it seldom moves. */
const GUTTER = { least: 62, step: 12, air: 11 };
/** At least as wide as half a tick's words and the choice of the x axis beside them; in steps as the gutter. */
const NAMES = { least: 88, step: 12, most: 176, share: 0.34 };

/** Where the canvas of a pane begins that stands alone, under its title; */
export const paneTop = TITLE_ROW - EDGE;

/** and how high it is then, with the x axis under it. */
export function paneHeight({ y }: Scene): number {
  return paneTop + y.range[0] + X_AXIS;
}

/** Lays the panes out one over the other, their x axes aligned to the pixel. */
export function layOutStack(canvas: CanvasRenderingContext2D, input: StackInput): PaneLayout[] {
  const { panes, xDomain, xUnit = inSteps, width, height, theme, namesOf, besideX = 0 } = input;
  const weights = panes.reduce((sum, { weight }) => sum + weight, 0);
  const forPlots = height - panes.length * TITLE_ROW - (panes.length - 1) * GAP - X_AXIS;
  const heights = panes.map(({ weight }) =>
    Math.max(LEAST_PLOT, Math.floor((forPlots * weight) / Math.max(1, weights))),
  );
  const yAxes = panes.map((pane, i): Axis => {
    const range = [EDGE + heights[i]!, EDGE] as const;
    return { scale: pane.yScale, domain: yDomainOf(pane), range };
  });
  const yTicks = yAxes.map((axis, i) => {
    const pane = panes[i]!;
    return isEmpty(pane) && !pane.yDomain ? [] : yTicksFor(axis, pane);
  });
  const gutter = gutterFor(canvas, yTicks.flat(), theme);
  const nameColumn = Math.max(besideX, nameColumnFor(canvas, panes, width, theme));
  const right = Math.max(gutter + LEAST_PLOT, Math.floor(width - nameColumn));
  const x: Axis = { scale: 'linear', domain: domainOf(xDomain, xUnit), range: [gutter, right] };
  const xTicks = xTicksFor(x, xUnit);
  // An end of travel may grow with every step: names do not jump because of it.
  const xPlot = `${width} ${xUnit.uneven ? 'uneven' : x.domain.join(' ')}`;
  let titleTop = 0;
  return panes.map((pane, i) => {
    const scene: Scene = {
      pane,
      theme,
      width,
      height: heights[i]! + 2 * EDGE,
      x,
      y: yAxes[i]!,
      xTicks,
      yTicks: yTicks[i]!,
      nameColumn: width - right,
      names: namesOf(pane.id, `${xPlot} ${heights[i]!} ${pane.yScale}`),
    };
    const layout = { scene, titleTop, top: titleTop + TITLE_ROW - EDGE };
    titleTop += TITLE_ROW + heights[i]! + GAP;
    return layout;
  });
}

/** Whether there is nothing to draw yet. */
export function isEmpty({ series, theory = [] }: Pane): boolean {
  const drawn = series.some(({ view }) => view.first.length > 0);
  return !drawn && theory.every(({ points }) => points.length === 0);
}

/** Never empty: a run has at least one step to come, and rates of 0 lead nowhere. */
function domainOf(
  [from, to]: readonly [number, number],
  { uneven }: XUnit,
): readonly [number, number] {
  if (!uneven) return [from, Math.max(to, from + 1)];
  return [0, uneven.end > 0 ? uneven.end : 1];
}

function gutterFor(
  canvas: CanvasRenderingContext2D,
  ticks: readonly Tick[],
  theme: ChartTheme,
): number {
  const { plain } = fonts(theme.font);
  const widest = Math.max(0, ...ticks.map(({ label }) => measureRich(canvas, label ?? '', plain)));
  const beyond = Math.max(0, widest + GUTTER.air - GUTTER.least);
  return GUTTER.least + Math.ceil(beyond / GUTTER.step) * GUTTER.step;
}

/**
 * About as wide as the longest name wants, within limits; longer ones are shortened. A value one digit longer would
 * otherwise make all plots narrower, and all of them would be drawn twice: as they were, and for other columns.
 */
function nameColumnFor(
  canvas: CanvasRenderingContext2D,
  panes: readonly Pane[],
  width: number,
  theme: ChartTheme,
): number {
  const { bold, plain } = fonts(theme.font);
  const widths = panes.flatMap(({ series, theory = [] }) => [
    ...series.map(({ label, endValue }) => {
      const more = endValue ? measureRich(canvas, ` ${endValue}`, plain) : 0;
      return label === '' ? 0 : measureRich(canvas, label, bold) + more;
    }),
    ...theory.map(({ label }) => measureRich(canvas, label, plain)),
  ]);
  const wanted = Math.ceil(Math.max(0, ...widths)) + NAME_OFFSET + 2;
  const most = Math.max(NAMES.least, Math.min(NAMES.most, width * NAMES.share));
  const beyond = Math.max(0, wanted - NAMES.least);
  return Math.min(most, NAMES.least + Math.ceil(beyond / NAMES.step) * NAMES.step);
}
