import { SmoothedSeries } from '../../../core/analysis/smoothing.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import { MOST_VALUES } from '../../../electron/ipc/queries.ts';
import type { RunId } from '../../../electron/ipc/run.ts';
import type { Lab } from '../api.ts';
import { widestSpacing } from './series-column.ts';
import type { AnyRun } from './stage-run.ts';

/** A series as far as it has been smoothed. */
interface Smoothed {
  readonly beta: number;
  readonly series: SmoothedSeries;
  reading: boolean;
  /** The page does not hold what comes next. */
  behind: boolean;
  /** Up to here everything that is stored has been read, or could not be; what is missing before it is lost. */
  readTo: number;
}

/**
 * Moving averages of series on the stage, made of every recorded value, not of what is drawn: what the page does
 * not hold is read from the library, a slice at a time.
 */
export class Smoothings {
  readonly #lab: Lab;
  /** Of every series the average for one β: another takes its place. */
  readonly #smoothed = new WeakMap<AnyRun, Map<MetricName, Smoothed>>();
  /** Grows when something has been read. */
  #version = $state(0);

  constructor(lab: Lab) {
    this.#lab = lab;
  }

  /** Undefined: it has to be read (`follow`). */
  of(run: AnyRun, metric: MetricName, beta: number): SmoothedSeries | undefined {
    void this.#version;
    const smoothed = this.#smoothedOf(run, metric, beta);
    if (!smoothed.reading) takeHeld(run, metric, smoothed);
    return smoothed.reading || smoothed.behind ? undefined : smoothed.series;
  }

  /** Reads what is missing to know the averages of these. */
  async follow(
    wanted: readonly (readonly [run: AnyRun, metric: MetricName])[],
    beta: number,
  ): Promise<void> {
    const missing = wanted.filter(([run, metric]) => this.of(run, metric, beta) === undefined);
    await Promise.all(missing.map(([run, metric]) => this.#read(run, metric, beta)));
  }

  #smoothedOf(run: AnyRun, metric: MetricName, beta: number): Smoothed {
    const ofRun = this.#smoothed.get(run) ?? new Map<MetricName, Smoothed>();
    this.#smoothed.set(run, ofRun);
    const known = ofRun.get(metric);
    if (known?.beta === beta) return known;
    const series = new SmoothedSeries(beta, widestSpacing(run.config, metric));
    const begun = { beta, series, reading: false, behind: false, readTo: -1 };
    ofRun.set(metric, begun);
    return begun;
  }

  async #read(run: AnyRun, metric: MetricName, beta: number): Promise<void> {
    const smoothed = this.#smoothedOf(run, metric, beta);
    if (smoothed.reading) return;
    const { series } = smoothed;
    const goal = run.lastStep(metric);
    smoothed.reading = true;
    try {
      let from = series.lastStep + 1;
      while (from <= goal && this.#smoothed.get(run)?.get(metric) === smoothed) {
        const query = { runId: run.id as RunId, metric, from, most: MOST_VALUES };
        const chunks = await this.#lab.request('series:values', query);
        if (chunks.length === 0) break;
        for (const chunk of chunks) series.append(chunk);
        from = series.lastStep + 1;
      }
    } finally {
      // What could not be read would else be asked for without end.
      smoothed.readTo = goal;
      smoothed.reading = false;
      this.#version++;
    }
  }
}

/** Goes on with the values that the page holds. */
function takeHeld(run: AnyRun, metric: MetricName, smoothed: Smoothed): void {
  const { series, readTo } = smoothed;
  const last = run.lastStep(metric);
  smoothed.behind = false;
  if (series.lastStep >= last) return;
  const points = run.points(metric, Math.max(series.lastStep, readTo) + 1, last);
  if (points) series.appendPoints(points);
  else smoothed.behind = readTo < last;
}
