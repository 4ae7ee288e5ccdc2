/** What is asked about runs: a page of their list; of one its series, an update, its model. */
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { MetricName } from '../../core/training/metrics.ts';
import type { SurveyTopic } from '../../core/training/run-survey.ts';
import type { RunId } from './run.ts';

/** Where a page of a list ends. Told by runs, so that it stays where it is while runs come, go and are renamed. */
export interface ListPlace {
  /** The first row of the first page: what is newer came after the reading began, and is left out. */
  readonly first: RunId;
  /** The first row of the experiment of the last one. */
  readonly newest: RunId;
  readonly last: RunId;
}

export interface ListQuery {
  /** At most so many rows, up to 1,000. */
  readonly limit: number;
  /** Those behind this place; absent: the first page. */
  readonly after?: ListPlace;
  readonly trashed: boolean;
  /** Only those that somebody has pinned. */
  readonly pinned?: true;
}

export interface SeriesQuery {
  readonly runId: RunId;
  readonly metric: MetricName;
  /** Inclusive step range. */
  readonly from: number;
  readonly to: number;
  /** Pixel columns to fill; no bucket will be wider than one of them. */
  readonly columns: number;
}

/** So many values are read at once. */
export const MOST_VALUES = 65_536;

export interface ValuesQuery {
  readonly runId: RunId;
  readonly metric: MetricName;
  /** First step of interest. */
  readonly from: number;
  /** Ends after so many values. */
  readonly most: number;
}

/** Which update of which run, and at which coordinate. */
export interface StepQuery {
  readonly of:
    | { readonly kind: 'run'; readonly id: RunId }
    | { readonly kind: 'ahead'; readonly config: ExperimentConfig };
  /** The update that follows this step. */
  readonly step: number;
  /** From 0; the last one there is for any larger. Null: the one that the update moves most. */
  readonly index: number | null;
  /** Which sample of its batch, from 0 (the last one there is for any larger); the first where it is left out. */
  readonly sample?: number | undefined;
}

/** The updates after the steps `from` … `to` − 1 of which run. */
export interface SurveyQuery {
  readonly of: StepQuery['of'];
  readonly from: number;
  readonly to: number;
  readonly topics: readonly SurveyTopic[];
}

/** The model of which run, and after how many updates. */
export interface ModelQuery {
  readonly of: StepQuery['of'];
  /** Null: as far as it is. */
  readonly step: number | null;
}
