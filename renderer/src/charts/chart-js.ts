/** What of chart.js this app uses: lines on a linear or logarithmic scale, without any furniture. */
import {
  Chart,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type ChartConfiguration,
  type ChartDataset,
  type Scale,
} from 'chart.js';
import { drawGround, drawNames } from './draw-pane.ts';
import { paneLines, type PaneLine } from './pane-lines.ts';
import type { PlotPoint } from './plot.ts';
import type { Scene } from './scene.ts';

Chart.register(LinearScale, LineController, LineElement, LogarithmicScale, PointElement);

/** A scale that only tells where values are: ticks and their words are drawn by us. */
const BARE = {
  display: false,
  bounds: 'data',
  afterBuildTicks: (scale: Scale): void => void (scale.ticks = []),
} as const;

type Configuration = ChartConfiguration<'line', PlotPoint[]>;
type Dataset = ChartDataset<'line', PlotPoint[]>;

/** A pane's chart: chart.js draws the lines; hairlines, bands, marks and names are drawn around them. */
export class PaneChart {
  readonly #chart: Chart<'line', PlotPoint[]>;
  /** chart.js keeps what it knows of a line by the identity of its dataset. */
  readonly #datasets = new Map<string, Dataset>();
  #scene: Scene;
  #lines: readonly PaneLine[] = [];

  constructor(canvas: HTMLCanvasElement, scene: Scene) {
    this.#scene = scene;
    const plugin: NonNullable<Configuration['plugins']>[number] = {
      id: 'pane',
      beforeDatasetsDraw: ({ ctx }) => drawGround(ctx, this.#scene, this.#lines),
      afterDatasetsDraw: ({ ctx }) => drawNames(ctx, this.#scene, this.#lines),
    };
    this.#chart = new Chart(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: optionsOf(scene),
      plugins: [plugin],
    });
    this.#chart.resize(scene.width, scene.height);
    this.draw(scene);
  }

  /** Brings the chart to the scene and draws it at once. */
  draw(scene: Scene): void {
    const chart = this.#chart;
    const before = this.#scene;
    this.#scene = scene;
    this.#lines = paneLines(scene);
    const fits =
      sameSize(before, scene) && chart.currentDevicePixelRatio === window.devicePixelRatio;
    if (!fits || !sameAxes(before, scene)) chart.options = optionsOf(scene);
    // Only where need be: the library has the page laid out to learn how large it may be.
    if (!fits) chart.resize(scene.width, scene.height);
    // Later datasets lie beneath earlier ones.
    const drawn = this.#lines.filter(({ kind }) => kind === 'line');
    chart.data.datasets = drawn.map((line) => this.#datasetFor(line)).reverse();
    chart.update('none');
  }

  destroy(): void {
    this.#chart.destroy();
  }

  #datasetFor({ id, points, color, width, dash }: PaneLine): Dataset {
    let dataset = this.#datasets.get(id);
    if (!dataset) this.#datasets.set(id, (dataset = { data: [] }));
    return Object.assign(dataset, {
      data: points as PlotPoint[],
      borderColor: color,
      borderWidth: width,
      borderDash: [...dash],
    });
  }
}

function sameSize(a: Scene, b: Scene): boolean {
  return a.width === b.width && a.height === b.height;
}

function sameAxes(a: Scene, b: Scene): boolean {
  return JSON.stringify([a.x, a.y]) === JSON.stringify([b.x, b.y]);
}

function optionsOf({ x, y, width, height }: Scene): NonNullable<Configuration['options']> {
  return {
    responsive: false,
    maintainAspectRatio: false,
    animation: false,
    parsing: false,
    normalized: true,
    events: [],
    devicePixelRatio: window.devicePixelRatio,
    elements: { point: { radius: 0 }, line: { tension: 0, fill: false, borderJoinStyle: 'round' } },
    layout: {
      autoPadding: false,
      padding: {
        left: x.range[0],
        right: width - x.range[1],
        top: y.range[1],
        bottom: height - y.range[0],
      },
    },
    scales: {
      x: { ...BARE, type: 'linear', min: x.domain[0], max: x.domain[1] },
      y: {
        ...BARE,
        type: y.scale === 'log' ? 'logarithmic' : 'linear',
        min: y.domain[0],
        max: y.domain[1],
      },
    },
  };
}
