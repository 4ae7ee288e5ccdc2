/** What of chart.js this app uses: two kinds of scale on a canvas; the lines are drawn by our own plugin. */
import {
  Chart,
  LinearScale,
  LogarithmicScale,
  PointElement,
  ScatterController,
  type ChartConfiguration,
  type Plugin,
} from 'chart.js';
import { drawPane } from './draw-pane.ts';
import type { Axis } from './axis.ts';
import type { Pane } from './plot.ts';
import type { ChartTheme } from './theme.ts';
import { linearTicks, logTicks, type Tick } from './ticks.ts';

Chart.register(LinearScale, LogarithmicScale, PointElement, ScatterController);

export { Chart };

/** Everything a drawing depends on. */
export interface Scene {
  readonly pane: Pane;
  readonly theme: ChartTheme;
  readonly xDomain: readonly [number, number];
  readonly yDomain: readonly [number, number];
  /** Words on the x axis; the upper panes of a stack leave them to the lowest. */
  readonly xLabels: boolean;
  readonly margins: Margins;
}

/** Pixels around the plot; the same for all panes of a stack, so that their x axes are aligned. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const LABEL_ROOM = { x: 72, y: 26 };
const MOST_LABELS = 12;

/** A chart without data of its own: chart.js lays out and labels the axes, the plugin draws the scene. */
export function configure(scene: () => Scene): ChartConfiguration<'scatter'> {
  return {
    type: 'scatter',
    data: { datasets: [] },
    options: optionsOf(scene()),
    plugins: [scenePlugin(scene)],
  };
}

export function optionsOf(scene: Scene): NonNullable<ChartConfiguration<'scatter'>['options']> {
  const { margins, theme, xDomain, yDomain, pane, xLabels } = scene;
  const font = { family: theme.font, size: 12 };
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false,
    events: [],
    layout: { padding: { right: margins.right, top: margins.top, left: 0, bottom: 0 } },
    scales: {
      x: {
        type: 'linear',
        min: xDomain[0],
        max: xDomain[1],
        border: { display: true, color: theme.hairline },
        grid: { drawOnChartArea: false, drawTicks: true, tickLength: 5, color: theme.hairline },
        ticks: {
          display: xLabels,
          color: theme.ink2,
          font,
          maxRotation: 0,
          autoSkip: false,
          padding: 3,
        },
        afterBuildTicks: (axis) => {
          const most = Math.max(2, Math.floor((axis.width || 400) / LABEL_ROOM.x));
          axis.ticks = asChartTicks(linearTicks(xDomain, Math.min(most, MOST_LABELS)));
        },
        afterFit: (axis) => (axis.height = margins.bottom),
      },
      y: {
        type: pane.yScale === 'log' ? 'logarithmic' : 'linear',
        min: yDomain[0],
        max: yDomain[1],
        border: { display: false },
        grid: {
          color: ({ tick }) => (tick.label === undefined ? 'transparent' : theme.hairline),
          tickLength: 0,
        },
        ticks: {
          color: theme.ink2,
          font,
          autoSkip: false,
          padding: 8,
          callback: (_v, i, ticks) => ticks[i]?.label ?? '',
        },
        afterBuildTicks: (axis) => {
          const most = Math.max(2, Math.floor((axis.height || 200) / LABEL_ROOM.y));
          const ticks =
            pane.yScale === 'log' ? logTicks(yDomain, most) : linearTicks(yDomain, most);
          axis.ticks = asChartTicks(ticks);
        },
        afterFit: (axis) => (axis.width = margins.left),
      },
    },
  };
}

function asChartTicks(ticks: readonly Tick[]): { value: number; label?: string }[] {
  return ticks.map(({ value, label }) => (label === null ? { value } : { value, label }));
}

function scenePlugin(scene: () => Scene): Plugin<'scatter'> {
  return {
    id: 'scene',
    beforeDraw: (chart) => {
      // Words on the x axis are ours: chart.js would format them again.
      const axis = chart.scales['x'];
      for (const tick of axis?.ticks ?? []) tick.label ??= '';
    },
    afterDraw: (chart) => {
      const { pane, theme, margins } = scene();
      const { x, y } = axesOf(chart, scene());
      minorMarks(chart, theme);
      drawPane(chart.ctx, pane, { x, y, labelColumn: margins.right }, theme);
    },
  };
}

/** The axes as the drawing and the cursor see them. */
export function axesOf(
  chart: Chart<'scatter'>,
  scene: Scene,
): { readonly x: Axis; readonly y: Axis } {
  const { left, right, top, bottom } = chart.chartArea;
  return {
    x: { scale: 'linear', domain: scene.xDomain, range: [left, right] },
    y: { scale: scene.pane.yScale, domain: scene.yDomain, range: [bottom, top] },
  };
}

/** Short marks for the unlabelled ticks of the y axis. */
function minorMarks(chart: Chart<'scatter'>, theme: ChartTheme): void {
  const axis = chart.scales['y'];
  if (!axis) return;
  const { ctx, chartArea } = chart;
  ctx.save();
  ctx.strokeStyle = theme.ink2;
  ctx.globalAlpha = 0.45;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const tick of axis.ticks) {
    if (tick.label !== undefined && tick.label !== '') continue;
    const y = Math.round(axis.getPixelForValue(tick.value)) + 0.5;
    if (y < chartArea.top || y > chartArea.bottom) continue;
    ctx.moveTo(chartArea.left - 6, y);
    ctx.lineTo(chartArea.left - 3, y);
  }
  ctx.stroke();
  ctx.restore();
}
