import type { RngState } from '../math/rng.ts';
import type { Recorder } from './recorder.ts';

/** Names of the random streams of a run; each consumer has its own, so that none shifts another. */
export const streamNames = ['init', 'batches', 'noise', 'data'] as const;
export type StreamName = (typeof streamNames)[number];

/** Why a run ended by itself. Divergence is a result, not an error. */
export type Outcome =
  | { readonly status: 'finished'; readonly reason: 'max-steps'; readonly step: number }
  | { readonly status: 'stopped'; readonly reason: 'loss-limit'; readonly step: number }
  | {
      readonly status: 'diverged';
      /** Which quantity was the first to be NaN or infinite. */
      readonly reason: 'loss' | 'gradient' | 'params';
      readonly step: number;
    };

/** Everything needed to continue a run to the same bits. Survives structuredClone. */
export interface MemberCheckpoint {
  readonly step: number;
  readonly params: Float64Array;
  /** The optimizer's slots, as its `init` made them. */
  readonly optimizer: unknown;
  /** The problem's own state: data order and position in it. */
  readonly problem: unknown;
  readonly streams: Readonly<Record<StreamName, RngState>>;
  readonly outcome: Outcome | null;
}

/** One member per seed of the run, in the order of the seeds. */
export interface Checkpoint {
  readonly version: 1;
  readonly step: number;
  readonly members: readonly MemberCheckpoint[];
  /** Running summary of the results so far, so that a resumed run reports the same ones. */
  readonly summary: unknown;
}

/** What a run amounts to, once it has ended (or so far). Losses may be NaN or infinite. */
export interface RunResult {
  /** Loss of the last recorded step (first seed). */
  readonly finalLoss: number;
  readonly bestLoss: number;
  readonly bestStep: number;
  /** The tail: the last `steps` recorded steps; mean loss of each seed, in the order of the seeds. */
  readonly tail: { readonly steps: number; readonly means: readonly number[] };
  /** Last evaluation on held-out data, if the problem has one. */
  readonly testAccuracy: number | null;
  readonly testLoss: number | null;
}

/** Executes one experiment configuration; knows neither clock nor disk. */
export interface Trainer {
  /** Updates made so far. */
  readonly step: number;
  readonly totalSteps: number;
  /** Null until the run has ended by itself. */
  readonly outcome: Outcome | null;
  /** Makes up to `steps` updates, writing metrics to `recorder`; stops early when the run ends. */
  advance(steps: number, recorder: Recorder): void;
  checkpoint(): Checkpoint;
  result(): RunResult;
}
