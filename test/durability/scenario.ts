import type { ExperimentConfig } from '../../core/experiment/config.ts';
import { bowl, divergingBowl, shortDigits } from '../support/experiments.ts';

/** One of the runs a writer streams: what it computes is a pure function of its configuration. */
export interface Streamed {
  readonly config: ExperimentConfig;
  /** Steps per second. */
  readonly pace: number;
  /** Paused once for a moment as soon as so many steps are saved: a checkpoint is written there. */
  readonly pauseAt?: number;
}

const bowlWith = (seed: number, totalSteps: number): ExperimentConfig => bowl({ seed, totalSteps });
const digitsWith = (seed: number): ExperimentConfig => ({
  ...shortDigits,
  seed,
  totalSteps: 1_000_000,
  evaluateEvery: 450,
});

/** What a writer streams: two runs, one of them on real data or with an end in NaN. */
export const scenarios = {
  /** Outlives every writer, and is written when the clock says so. */
  watched: [
    { config: bowlWith(101, 1_000_000), pace: 6_000 },
    { config: digitsWith(102), pace: 2_000 },
  ],
  /** Outlives every writer, fast enough for a checkpoint several times a second. */
  fast: [
    { config: bowlWith(103, 4_000_000), pace: 60_000 },
    { config: digitsWith(104), pace: 4_000 },
  ],
  /** Ends soon: last states are written, small chunks are joined. */
  ending: [
    { config: bowlWith(105, 12_000), pace: 60_000 },
    { config: { ...divergingBowl, seed: 106, totalSteps: 4_000 }, pace: 4_000 },
  ],
} as const satisfies Record<string, readonly Streamed[]>;
export type ScenarioName = keyof typeof scenarios;
