/** Training logs: curves of a training that ran elsewhere, taken in from a file as a run without settings. */
import type { MetricName } from '../../core/training/metrics.ts';

/** What the steps of a log count; `record`: the file numbers nothing, its records are counted from 0. */
export const logUnits = ['step', 'epoch', 'record'] as const;
export type LogUnit = (typeof logUnits)[number];

/** No more columns of a file are read; longer names are cut. */
export const MOST_LOG_COLUMNS = 1000;
export const MOST_COLUMN_NAME = 200;

/** Which column became which series. */
export interface LogColumn {
  readonly name: string;
  readonly metric: MetricName;
  /** Its values were given in percent, and are kept as fractions. */
  readonly percent: boolean;
}

/** What a file said beside its numbers. */
export interface TrainingLog {
  readonly unit: LogUnit;
  readonly columns: readonly LogColumn[];
  /** Names of columns that nothing here has a use for, in their order. */
  readonly left: readonly string[];
}
