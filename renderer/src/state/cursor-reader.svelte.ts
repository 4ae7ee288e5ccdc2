import type { SeriesPoint } from '../../../core/analysis/series-buffer.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import { LatestWork } from './latest-work.ts';
import { lastToldStep, valueOf, type AnyRun } from './stage-run.ts';

/**
 * What was recorded at the cursor, or last before it. What the page holds is answered at once; of a long stored run
 * the page holds only extremes per column, so the value itself is asked for: one request at a time, latest wins.
 */
export class CursorReader {
  #read = $state.raw<ReadonlyMap<string, SeriesPoint | null>>(new Map());
  readonly #work = new LatestWork();

  /** With the step it is of. Null: nothing recorded there. Undefined: being read. */
  point(run: AnyRun, metric: MetricName, cursor: number): SeriesPoint | null | undefined {
    const step = stepOf(run, cursor);
    const held = run.heldPoint(metric, step);
    return held === undefined ? this.#read.get(keyOf(run, metric, step)) : held;
  }

  value(run: AnyRun, metric: MetricName, cursor: number): number | null | undefined {
    return valueOf(this.point(run, metric, cursor));
  }

  /** Reads what the page does not hold; to be called whenever the cursor or the runs change. */
  follow(runs: readonly AnyRun[], metrics: readonly MetricName[], cursor: number): void {
    const missing = runs.flatMap((run) => {
      const step = stepOf(run, cursor);
      return metrics
        .filter((metric) => run.heldPoint(metric, step) === undefined)
        .map((metric) => ({ run, metric, step }));
    });
    if (missing.length === 0) {
      this.#work.want(null);
      return;
    }
    this.#work.want(async () => {
      const read = await Promise.all(
        missing.map(async ({ run, metric, step }) => {
          const point = await run.readPoint(metric, step);
          return [keyOf(run, metric, step), point] as const;
        }),
      );
      this.#read = new Map(read);
    });
  }
}

/** A run that ended before the cursor is read where it ended. */
function stepOf(run: AnyRun, cursor: number): number {
  return Math.min(cursor, lastToldStep(run));
}

function keyOf(run: AnyRun, metric: MetricName, step: number): string {
  return `${run.id} ${metric} ${step}`;
}
