import type { SeriesView } from '../../../../core/analysis/series-view.ts';
import type { NamesOf } from '../name-room.ts';
import type { Pane, PlotSeries } from '../plot.ts';
import type { Scene } from '../scene.ts';
import { layOutStack, type PaneLayout } from '../stack-layout.ts';
import type { ChartTheme } from '../theme.ts';
import { linearTicks, logTicks, stepTicks, type Tick } from '../ticks.ts';
import type { ValueCurve, ValuePlot } from './value-plot.ts';

/** Air beside the first and the last point, as a share of the axis. */
const AIR = 0.02;
/** And where there is only one, as a share of it; at least so much. */
const AIR_OF_ONE = { share: 0.5, least: 0.5 };
/** Least distance of two labels on the axis, in pixels. */
const LABEL_DISTANCE = 64;

/** Where a value stands on the linear axis that is drawn: on a log scale at its decimal logarithm. */
export function placeOf({ xScale }: Pick<ValuePlot, 'xScale'>, value: number): number {
  return xScale === 'log' ? Math.log10(value) : value;
}

/** A pane's layout whose x axis is the setting's instead of time's. */
export function layOutValues(
  pen: CanvasRenderingContext2D,
  plot: ValuePlot,
  size: { readonly width: number; readonly height: number },
  theme: ChartTheme,
  namesOf: NamesOf,
): PaneLayout | null {
  const places = plot.xs.map((value) => placeOf(plot, value));
  const [from, to] = [places[0] ?? 0, places.at(-1) ?? 1];
  const air =
    to > from ? (to - from) * AIR : Math.max(Math.abs(from) * AIR_OF_ONE.share, AIR_OF_ONE.least);
  const xDomain = [from - air, to + air] as const;
  const [layout] = layOutStack(pen, { panes: [paneOf(plot)], xDomain, ...size, theme, namesOf });
  if (!layout) return null;
  const { scene } = layout;
  const x = { ...scene.x, domain: xDomain };
  const shown: Scene = { ...scene, x, xTicks: ticksOf(plot, x.range) };
  return { ...layout, scene: shown };
}

function paneOf(plot: ValuePlot): Pane {
  return {
    id: 'values',
    title: plot.title,
    symbol: plot.symbol,
    series: plot.curves.map((curve) => seriesOf(plot, curve)),
    yScale: plot.yScale,
    yDomain: plot.yDomain,
    weight: 1,
    // An axis without a line is of points that went wrong: they stand at its edge.
    emptyText: plot.yDomain === null ? plot.emptyText : '',
  };
}

function seriesOf(plot: ValuePlot, curve: ValueCurve): PlotSeries {
  const { id, label, slot, ys, spread, faint = false, emphasised = false } = curve;
  const view = (values: readonly number[]): SeriesView => viewOf(plot, values);
  const band = spread ? { low: view(spread.low), high: view(spread.high) } : null;
  return { id, label, slot, view: view(ys), faint, emphasised, band };
}

/** One bucket a value; those that are not finite are left out, and the line goes on behind them. */
function viewOf(plot: ValuePlot, ys: readonly number[]): SeriesView {
  const kept = ys.flatMap((y, i) => (Number.isFinite(y) ? [i] : []));
  const at = Float64Array.from(kept, (i) => placeOf(plot, plot.xs[i]!));
  const values = Float64Array.from(kept, (i) => ys[i]!);
  return { first: at, last: at, min: values, max: values, nonFinite: new Float64Array(at.length) };
}

function ticksOf(plot: ValuePlot, range: readonly [number, number]): readonly Tick[] {
  const ends = [plot.xs[0] ?? 0, plot.xs.at(-1) ?? 1] as const;
  const most = Math.max(2, Math.floor((range[1] - range[0]) / LABEL_DISTANCE));
  if (ends[0] === ends[1]) {
    const value = placeOf(plot, ends[0]);
    return [{ value, label: plot.write(ends[0]), kind: 'hairline' }];
  }
  if (plot.xScale === 'linear') {
    // Between whole numbers there is nothing.
    return plot.xs.every(Number.isInteger) ? stepTicks(ends, most) : linearTicks(ends, most);
  }
  return logTicks(ends, most).map((tick) => ({ ...tick, value: Math.log10(tick.value) }));
}
