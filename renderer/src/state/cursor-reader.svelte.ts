import type { MetricName } from '../../../core/training/metrics.ts';
import { LatestWork } from './latest-work.ts';
import type { AnyRun } from './stage-run.ts';

/**
 * Exact values at the cursor. What the page holds is answered at once; of a long stored run the page
 * holds only extremes per column, so the value itself is asked for: one request at a time, latest wins.
 */
export class CursorReader {
  #read = $state.raw<ReadonlyMap<string, number | null>>(new Map());
  readonly #work = new LatestWork();

  /** Null: nothing recorded there. Undefined: being read. */
  value(run: AnyRun, metric: MetricName, cursor: number): number | null | undefined {
    const step = stepOf(run, cursor);
    const held = run.heldValue(metric, step);
    return held === undefined ? this.#read.get(keyOf(run, metric, step)) : held;
  }

  /** Reads what the page does not hold; to be called whenever the cursor or the runs change. */
  follow(runs: readonly AnyRun[], metrics: readonly MetricName[], cursor: number): void {
    const missing = runs.flatMap((run) => {
      const step = stepOf(run, cursor);
      return metrics
        .filter((metric) => run.heldValue(metric, step) === undefined)
        .map((metric) => ({ run, metric, step }));
    });
    if (missing.length === 0) {
      this.#work.want(null);
      return;
    }
    this.#work.want(async () => {
      const read = await Promise.all(
        missing.map(async ({ run, metric, step }) => {
          const value = await run.readValue(metric, step);
          return [keyOf(run, metric, step), value] as const;
        }),
      );
      this.#read = new Map(read);
    });
  }
}

/** A run that ended before the cursor is read where it ended. */
function stepOf(run: AnyRun, cursor: number): number {
  return Math.min(cursor, run.step);
}

function keyOf(run: AnyRun, metric: MetricName, step: number): string {
  return `${run.id} ${metric} ${step}`;
}
