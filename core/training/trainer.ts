import type { ExperimentConfig, ForkConfig } from '../experiment/config.ts';
import type { Assets } from '../datasets/dataset.ts';
import type { RngState } from '../math/rng.ts';
import { createRules } from './rules.ts';
import { Ensemble } from './ensemble.ts';
import type { FeedbackState } from './feedback.ts';
import { fork } from './fork.ts';
import type { Recorder } from './recorder.ts';
import { freshSummary, type SummaryState } from './run-summary.ts';
import type { FalseConvergence, StopReason, StopState } from './stop-rules.ts';
import type { StreamName } from './streams.ts';

/** Why a run ended by itself. Divergence is a result, not an error. */
export type Outcome =
  | { readonly status: 'finished'; readonly reason: 'max-steps'; readonly step: number }
  | {
      readonly status: 'stopped';
      readonly reason: 'loss-limit' | StopReason;
      readonly step: number;
    }
  | {
      readonly status: 'diverged';
      /** Which quantity was the first to be NaN or infinite. */
      readonly reason: 'loss' | 'gradient' | 'params';
      readonly step: number;
    };

/** Everything needed to continue one seed to the same bits. Survives structuredClone. */
export interface MemberCheckpoint {
  readonly step: number;
  readonly params: Float64Array;
  /** The optimizer's slots, as its `init` made them; null: it begins with fresh ones. */
  readonly optimizer: unknown;
  /** The step at which those slots were fresh: the optimizer's own t counts from there. */
  readonly optimizerStart: number;
  /** What a schedule that looks at a metric remembers; null where the schedule is a pure function. */
  readonly schedule: FeedbackState | null;
  /** The problem's own state: data order and position in it. */
  readonly problem: unknown;
  readonly streams: Readonly<Record<StreamName, RngState>>;
  readonly outcome: Outcome | null;
  /** Loss and gradient at θ_step, where the run ended after they were drawn: they are not drawn again. */
  readonly drawn: { readonly loss: number; readonly grad: Float64Array } | null;
}

/** A run between two steps: metrics of all steps below `step` have been recorded. */
export interface Checkpoint {
  readonly version: 1;
  readonly step: number;
  /** One member per seed of the run, in the order of the seeds. */
  readonly members: readonly MemberCheckpoint[];
  /** What the stop rules remember; null where none is on. */
  readonly stop: StopState | null;
  /** Running summary, so that a resumed run reports the same results. */
  readonly summary: SummaryState;
}

/** What a run amounts to, once it has ended (or so far). Losses may be NaN or infinite. */
export interface RunResult {
  /** Loss of each seed at the first recorded step; absent where a result was stored before this was kept. */
  readonly firstLosses?: readonly number[];
  /** Loss of the last recorded step (first seed). */
  readonly finalLoss: number;
  readonly bestLoss: number;
  readonly bestStep: number;
  /** The tail: the last `steps` recorded steps; mean loss of each seed, in the order of the seeds. */
  readonly tail: { readonly steps: number; readonly means: readonly number[] };
  /** Last evaluation on held-out data, if the problem has one. */
  readonly testAccuracy: number | null;
  readonly testLoss: number | null;
  /** Set where the run stopped because the loss hardly changed, though it had not arrived. */
  readonly falseConvergence: FalseConvergence | null;
}

/** Executes one experiment configuration; knows neither clock nor disk. */
export interface Trainer {
  /** Updates made so far. */
  readonly step: number;
  readonly totalSteps: number;
  /** Null until the run has ended by itself. */
  readonly outcome: Outcome | null;
  /**
   * Makes up to `steps` updates, writing metrics to `recorder` (null: only the result is kept); stops
   * early when the run ends.
   */
  advance(steps: number, recorder: Recorder | null): void;
  checkpoint(): Checkpoint;
  /** θ of the first seed, or the point its optimizer wants judged instead; not to be written to. */
  judgedPoint(): Float64Array;
  result(): RunResult;
}

/**
 * A trainer for a parsed configuration. `assets` holds the bytes of the data sets it needs;
 * with `from` it continues a run from its checkpoint, to the same bits. A fork first makes the steps of
 * the run it leaves, here and at once (`startTrainer` does it bit by bit); its results are those of its own
 * steps. It ends where the other had ended before its step.
 */
export function createTrainer(
  config: ExperimentConfig,
  assets: Assets = {},
  from: Checkpoint | null = null,
): Trainer {
  const start = startTrainer(config, assets, from);
  for (let way = start.next(); ; way = start.next(Infinity)) if (way.done) return way.value;
}

/**
 * The trainer that `createTrainer` gives, to the same bits, for a caller that has to look up in between: yields
 * the step reached in the run that a fork leaves, and is told how many updates to make before it yields again.
 * What is not a fork, and what continues from a checkpoint, yields nothing.
 */
export function* startTrainer(
  config: ExperimentConfig,
  assets: Assets,
  from: Checkpoint | null,
): Generator<number, Trainer, number> {
  const start = from ?? (config.fork ? yield* goToFork(config, config.fork, assets) : null);
  return new Ensemble(config, createRules(config, assets), start);
}

function* goToFork(
  config: ExperimentConfig,
  { step, from }: ForkConfig,
  assets: Assets,
): Generator<number, Checkpoint, number> {
  const parent = yield* startTrainer(from, assets, null);
  do {
    const steps = yield parent.step;
    parent.advance(Math.min(steps, step - parent.step), null);
  } while (parent.outcome === null && parent.step < step);
  const past = parent.checkpoint();
  // Where the other had ended before, there is nothing to go on from.
  const left = past.step < step ? past : fork(from, past, config).checkpoint;
  return { ...left, summary: freshSummary(config.replicates) };
}
