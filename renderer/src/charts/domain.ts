import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { Pane } from './plot.ts';
import { roundStep } from './ticks.ts';

/** Range of the y axis where nothing has been drawn yet. */
const EMPTY = { linear: [0, 1], log: [1e-3, 1] } as const;

/** The y range that shows everything in a pane; on a log axis everything above zero. */
export function yDomainOf(pane: Pane): readonly [number, number] {
  if (pane.yDomain) return pane.yDomain;
  const views = [
    ...pane.series.flatMap(({ view, band }) => (band ? [view, band.low, band.high] : [view])),
  ];
  const log = pane.yScale === 'log';
  let low = Infinity;
  let high = -Infinity;
  for (const view of views) {
    const [least, greatest] = extremes(view, log);
    low = Math.min(low, least);
    high = Math.max(high, greatest);
  }
  for (const { points } of pane.theory ?? []) {
    for (const { y } of points) {
      if (!Number.isFinite(y) || (log && y <= 0)) continue;
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
  }
  if (pane.danger && high > -Infinity) high = Math.max(high, pane.danger.above * (log ? 2 : 1.15));
  if (low > high) return EMPTY[pane.yScale];
  return log ? padLog(low, high) : padLinear(low, high);
}

/** Least and greatest finite value; above zero only, for a log axis. */
function extremes(view: SeriesView, positive: boolean): readonly [number, number] {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < view.first.length; i++) {
    const min = view.min[i]!;
    const max = view.max[i]!;
    if (max > high && (!positive || max > 0)) high = max;
    if (min < low && (!positive || min > 0)) low = min;
    else if (positive && max > 0 && max < low) low = max;
  }
  return [low, high];
}

/** Whole decades where there are several; a little air where there is less than one. */
function padLog(low: number, high: number): readonly [number, number] {
  const decades = Math.log10(high / low);
  if (decades < 1.3) {
    const air = Math.max(1.25, 10 ** (decades * 0.12));
    return [low / air, Math.min(high * air, Number.MAX_VALUE)];
  }
  const top = 10 ** Math.ceil(Math.log10(high) - 0.02);
  const roomy = Math.min(Number.isFinite(top) ? Math.max(top, high) : Number.MAX_VALUE, high * 2.5);
  const bottom = Math.max(
    Number.MIN_VALUE,
    Math.max(10 ** Math.floor(Math.log10(low) + 0.02), low / 2.5),
  );
  return [Math.min(bottom, low), Math.max(roomy, high)];
}

function padLinear(low: number, high: number): readonly [number, number] {
  const bottom = low >= 0 ? 0 : low;
  const span = high - bottom;
  if (!(span > 0)) return [bottom, bottom === 0 ? 1 : bottom + Math.abs(bottom)];
  if (!Number.isFinite(span)) return [bottom, high];
  const step = roundStep(span / 4);
  const top = Math.ceil((high + span * 0.04) / step) * step;
  return [bottom < 0 ? Math.floor(bottom / step) * step : 0, Number.isFinite(top) ? top : high];
}
