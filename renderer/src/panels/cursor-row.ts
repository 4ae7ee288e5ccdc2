import type { SeriesPoint } from '../../../core/analysis/series-buffer.ts';
import { estimate, type Estimate } from '../../../core/analysis/verdict.ts';
import type { Choice } from '../../../core/params.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import type { Expectation } from '../lib/theory.ts';
import {
  defiesTravel,
  makesRates,
  plannedBudget,
  travelledBudget,
  type TravelBudget,
} from '../lib/travel-budget.ts';
import type { CursorReader } from '../state/cursor-reader.svelte.ts';
import { atRest, lastToldStep, valueOf } from '../state/stage-run.ts';
import type { Travels } from '../state/travels.svelte.ts';
import { isComputedLine, mainLoss, type AnyLine } from './stage-panes.ts';
import { gaugeAt, isCalledFrozen, type Gauge } from './travel-gauge.ts';

/** What is known of a run by its settings; null where nothing is. */
interface Known {
  readonly budget: TravelBudget | null;
  /** The rate of a step. */
  readonly rate: ((step: number) => number | null) | null;
  readonly travel: ReturnType<Travels['of']>;
  /** The expected loss, of a run that has not begun. */
  readonly expected: Expectation['total'] | null;
}

/** A run at the cursor; undefined: not read yet, null: there is none. */
export interface CursorRow {
  readonly loss: SeriesPoint | null | undefined;
  readonly accuracy: SeriesPoint | null | undefined;
  readonly rate: number | null | undefined;
  readonly travel: number | null;
  readonly gauge: Gauge | null;
  readonly frozen: boolean;
  /** The optimizer whose steps no sum of rates measures. */
  readonly defies: Choice | null;
  /** Over the last steps, once the run has ended. */
  readonly tail: Estimate | null;
}

/** The travel as planned; where a metric makes the rates, as it was once the run is at rest. */
export function budgetOf({ config, run }: AnyLine, travel: Known['travel']): TravelBudget | null {
  if (config === null) return null;
  if (!makesRates(config)) return plannedBudget(config);
  return travel && run && atRest(run) ? travelledBudget(config, travel) : null;
}

/** A run whose numbers end before the cursor shows where they end. */
export function cursorRow(
  line: AnyLine,
  cursor: number,
  reader: CursorReader,
  { budget, rate, travel, expected }: Known,
): CursorRow {
  const { run, config } = line;
  const step = run ? Math.min(cursor, lastToldStep(run)) : cursor;
  const read = (metric: MetricName, at: number): SeriesPoint | null | undefined =>
    run ? reader.point(run, metric, at) : null;
  const gauge = gaugeAt(budget, step);
  // A training log has its rates at whatever steps it has them.
  const last = config ? config.totalSteps - 1 : step;
  const lastRate = Math.max(0, Math.min(step, last));
  return {
    loss: run ? read(mainLoss(config, run), step) : expected?.at(step),
    accuracy: read('eval/test_accuracy', step),
    // What a metric makes of the rate is known from the run alone.
    rate: rate?.(lastRate) ?? valueOf(read('optim/lr', lastRate)),
    travel: travel?.at(step) ?? null,
    gauge,
    frozen: gauge !== null && isCalledFrozen(gauge, line),
    defies: isComputedLine(line) && defiesTravel(line.config) ? line.config.optimizer : null,
    tail: run?.ended && run.result ? estimate(run.result.tail.means) : null,
  };
}

/**
 * What stands under the title of a column: the step its numbers are of, where all are of one and it is not the
 * cursor's. Losses of models are measured every so many steps only.
 */
export function columnStep(
  points: readonly (SeriesPoint | null | undefined)[],
  cursor: number,
): number | null {
  const [step = cursor, ...others] = new Set(points.flatMap((point) => (point ? point.step : [])));
  return others.length > 0 || step === cursor ? null : step;
}

/** What stands beside a number of that column: the step it is of, where the titles do not say it. */
export function cellStep(
  point: SeriesPoint | null | undefined,
  column: number | null,
  cursor: number,
): number | null {
  return !point || point.step === (column ?? cursor) ? null : point.step;
}
