import type { SeriesPoint, SeriesPoints } from '../../../core/analysis/series-buffer.ts';
import type { TrainingTime } from '../../../core/analysis/training-time.ts';
import type { SeriesView } from '../../../core/analysis/series-view.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { MetricName } from '../../../core/training/metrics.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import { endedByItself } from '../i18n/ended-run.ts';
import type { ViewPiece } from '../lib/view-pieces.ts';
import type { RunState, StateReason } from '../../../electron/ipc/run.ts';

/** Settings of a run, or none: a training log. */
export type SettingsOrNone = ExperimentConfig | null;

/** A run as the stage draws it: going on, stored, or only computed ahead. */
export interface StageRun<Config extends SettingsOrNone = ExperimentConfig> {
  readonly id: string;
  readonly name: string;
  readonly config: Config;
  readonly state: RunState;
  readonly reason: StateReason | null;
  readonly result: RunResult | null;
  readonly error: string | null;
  /** Updates made, as far as the page knows. */
  readonly step: number;
  readonly ended: boolean;
  /** Null: it was not measured. Undefined: nothing has been measured yet, or it is only computed ahead. */
  readonly trainingTime: TrainingTime | null | undefined;
  /** The recorded part of a series in at most about `columns` buckets, none wider than a column. */
  view(metric: MetricName, from: number, to: number, columns: number): SeriesView | null;
  /** The values recorded at the steps from … to, one by one; null where the page does not hold them so. */
  points(metric: MetricName, from: number, to: number): SeriesPoints | null;
  /** Reads them: afterwards the page holds them. */
  readPoints(metric: MetricName, from: number, to: number): Promise<void>;
  /** Last step at which the metric is known; −1 if none. */
  lastStep(metric: MetricName): number;
  /** What was recorded at or last before `step`, if the page holds it; undefined: to be read. */
  heldPoint(metric: MetricName, step: number): SeriesPoint | null | undefined;
  readPoint(metric: MetricName, step: number): Promise<SeriesPoint | null>;
  /** Sees to it that views of these series have no bucket wider than the pieces ask for. */
  refine(metrics: readonly MetricName[], pieces: readonly ViewPiece[]): Promise<void>;
}

/** A run that moves is judged when it has come to rest. */
export function atRest({ ended, state }: Pick<StageRun, 'ended' | 'state'>): boolean {
  return ended || state === 'paused';
}

/** The value of a point; where there is none, why: null, it was not recorded; undefined, it is not known yet. */
export function valueOf(point: SeriesPoint | null | undefined): number | null | undefined {
  return point ? point.value : point;
}

/** The value of what was recorded at or last before a step. */
export function heldValue(
  run: Pick<AnyRun, 'heldPoint'>,
  metric: MetricName,
  step: number,
): number | null | undefined {
  return valueOf(run.heldPoint(metric, step));
}

/**
 * The last step whose numbers are known. Those of the step where a run stands are taken when it makes its next
 * update: a run that goes on, is paused, or was ended before its time has made one update more.
 */
export function lastToldStep(run: Pick<AnyRun, 'state' | 'reason' | 'step' | 'lastStep'>): number {
  const { step } = run;
  if (endedByItself(run)) return step;
  const last = run.lastStep('train/loss');
  return last < 0 ? step : Math.min(step, last);
}

/** Any run, a training log as well. */
export type AnyRun = StageRun<SettingsOrNone>;
