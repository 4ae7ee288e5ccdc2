import type { Axis } from './axis.ts';
import { unitTicks, type XUnit } from './x-unit.ts';
import type { Box } from './name-room.ts';
import type { Pane } from './plot.ts';
import type { ChartTheme } from './theme.ts';
import { linearTicks, logTicks, type Tick } from './ticks.ts';

/** Everything the drawing of one pane depends on, in pixels of its canvas. */
export interface Scene {
  readonly pane: Pane;
  readonly theme: ChartTheme;
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  /** Room for names at the right of the plot. */
  readonly nameColumn: number;
  /** Where names along lines stood in the last picture. */
  readonly names: Map<string, Box>;
}

/** Least distance of two labels on an axis. */
const LABEL_DISTANCE = { x: 64, y: 30 };
const MOST_Y_LABELS = 8;
const MOST_X_LABELS = 7;

/** Ticks for an axis of steps. */
export function xTicksFor(axis: Axis, unit: XUnit): readonly Tick[] {
  const most = Math.floor((axis.range[1] - axis.range[0]) / LABEL_DISTANCE.x) + 1;
  return unitTicks(axis, unit, Math.max(2, Math.min(most, MOST_X_LABELS)));
}

/** Ticks for the y axis of a pane, never more words than there is room for. */
export function yTicksFor({ scale, domain, range }: Axis, pane: Pane): readonly Tick[] {
  const room = Math.floor(Math.abs(range[0] - range[1]) / LABEL_DISTANCE.y) + 1;
  const most = Math.max(2, Math.min(room, MOST_Y_LABELS));
  if (scale === 'log') return logTicks(domain, most);
  const { format } = pane;
  const ticks = linearTicks(domain, Math.min(most, 6));
  return format ? ticks.map((tick) => ({ ...tick, label: format(tick.value) })) : ticks;
}
