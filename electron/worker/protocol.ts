/** Messages between main and a run's worker thread. Values are transferred, not copied. */
import type { Assets } from '../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { ModelAtStep } from '../../core/model-views/model-view.ts';
import type { ExploredRun } from '../../core/training/explored-run.ts';
import type { StepExplanation } from '../../core/training/explain-step.ts';
import type { RunSurvey, SurveyTopic } from '../../core/training/run-survey.ts';
import type { MetricChunk } from '../../core/training/metrics.ts';
import type { RangeTestPlan } from '../../core/training/run-range-test.ts';
import type { Checkpoint, Outcome, RunResult } from '../../core/training/trainer.ts';
import type { TrialEnd } from '../../core/training/trial-end.ts';

/** A worker stops computing while it has this many batches in flight that main has not acknowledged. */
export const MAX_UNACKNOWLEDGED = 8;
/** A batch is sent at least this often while there is something to send, in milliseconds. */
export const BATCH_INTERVAL_MS = 33;
/** A checkpoint is due after so many steps or milliseconds, whichever comes first, */
export const CHECKPOINT_STEPS = 10_000;
export const CHECKPOINT_INTERVAL_MS = 5_000;
/** but not sooner than this after the one before: a fast run makes 10,000 steps in no time. */
export const CHECKPOINT_REST_MS = 250;

/** So often a thread shows that it is not in an endless loop, in milliseconds. */
export const PULSE_INTERVAL_MS = 50;

/** What a worker is given when it is made. */
export interface WorkerStart {
  /** Counted up by the worker as long as it gets round to its messages; shared with main. */
  readonly pulse: Int32Array<SharedArrayBuffer>;
}

export type WorkerCommand =
  | {
      readonly kind: 'start';
      readonly config: ExperimentConfig;
      /** Main reads the data sets; workers have no disk. */
      readonly assets: Assets;
      /** Steps per second; null: no limit. */
      readonly pace: number | null;
      readonly checkpoint: Checkpoint | null;
    }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** End now: send what is left with a last checkpoint, then `ended` with outcome null. */
  | { readonly kind: 'stop' }
  | { readonly kind: 'pace'; readonly stepsPerSecond: number | null }
  | { readonly kind: 'acknowledge'; readonly batches: number }
  /** Answer `snapshot`: where the run is just now. */
  | { readonly kind: 'snapshot' }
  /** Compute these runs whole and answer `explored`; drops what an earlier request is still at. */
  | {
      readonly kind: 'explore';
      readonly request: number;
      readonly configs: readonly ExperimentConfig[];
    }
  /** Go over this run again up to a step and answer `explained`; drops what an earlier request is still at. */
  | {
      readonly kind: 'explain';
      readonly request: number;
      readonly config: ExperimentConfig;
      readonly assets: Assets;
      /** Where to begin, at or before the step; null: at the start. */
      readonly checkpoint: Checkpoint | null;
      readonly step: number;
      readonly index: number | null;
      readonly sample: number;
    }
  /** Look at the model of this run and answer `viewed`; drops what an earlier request is still at. */
  | {
      readonly kind: 'view';
      readonly request: number;
      readonly config: ExperimentConfig;
      readonly assets: Assets;
      /** The state to look at, or the step of it and where to begin: at or before, null: at the start. */
      readonly at: Snapshot | { readonly step: number; readonly checkpoint: Checkpoint | null };
    }
  /**
   * Go over this run again, look at updates after the steps `from` … `to` − 1 and answer `surveyed` after a moment,
   * with what was found until then; drops what an earlier request is still at.
   */
  | {
      readonly kind: 'survey';
      readonly request: number;
      readonly config: ExperimentConfig;
      readonly assets: Assets;
      /** Where to begin, at or before `from`; null: at the start. */
      readonly checkpoint: Checkpoint | null;
      readonly from: number;
      readonly to: number;
      readonly topics: readonly SurveyTopic[];
    }
  /** Compute this run whole, keep nothing but its result, and answer `tried`. */
  | {
      readonly kind: 'try';
      readonly trial: number;
      readonly config: ExperimentConfig;
      /** Not the run, but a range test of it over these rates; null: the run. */
      readonly range: RangeTestPlan | null;
      /** Null: those of the trial before. */
      readonly assets: Assets | null;
    };

/** The parameters of a run's first seed, as they are judged (Trainer.judgedPoint), after so many updates. */
export interface Snapshot {
  readonly step: number;
  readonly params: Float64Array;
}

export type WorkerEvent =
  | { readonly kind: 'running' }
  | { readonly kind: 'paused'; readonly step: number }
  | {
      readonly kind: 'batch';
      /** Updates made when the batch was cut; of a fork on its way to its own first step, those of the run it leaves. */
      readonly step: number;
      readonly chunks: readonly MetricChunk[];
      /** Covers exactly the chunks sent so far, this batch included. */
      readonly checkpoint: Checkpoint | null;
      /**
       * Seconds this thread has spent on the run's own updates so far, all its seeds together: without pauses, pacing
       * and waiting, and without the updates of a run it leaves.
       */
      readonly seconds: number;
    }
  | {
      readonly kind: 'ended';
      readonly step: number;
      /** Null when it was told to stop. */
      readonly outcome: Outcome | null;
      /** Null for a fork that was told to stop before its own first step. */
      readonly result: RunResult | null;
    }
  | { readonly kind: 'explored'; readonly request: number; readonly runs: readonly ExploredRun[] }
  | { readonly kind: 'explained'; readonly request: number; readonly explanation: StepExplanation }
  | { readonly kind: 'surveyed'; readonly request: number; readonly survey: RunSurvey }
  | { readonly kind: 'viewed'; readonly request: number; readonly seen: ModelAtStep }
  /** Null: a fork that has not reached its own first step. */
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot | null }
  | ({ readonly kind: 'tried'; readonly trial: number } & TrialEnd)
  | {
      readonly kind: 'failed';
      readonly error: { readonly name: string; readonly message: string; readonly stack: string };
    };
