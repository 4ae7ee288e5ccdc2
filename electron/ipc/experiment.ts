/** New experiments, and runs computed ahead. */
import type { ExperimentConfig } from '../../core/experiment/config.ts';
import type { ExploredRun } from '../../core/training/explored-run.ts';
import type { ExperimentId, RunId } from './run.ts';

/** How the first rates of runs that are compared were chosen: each its own best one of a sweep, or one for all. */
export const raceKinds = ['own', 'one'] as const;

export type RaceKind = (typeof raceKinds)[number];

/** A new experiment: one or more runs that start together. */
export interface ExperimentPlan {
  readonly name: string;
  /** Absent: it is no race. */
  readonly race?: RaceKind;
  readonly runs: readonly { readonly name: string; readonly config: ExperimentConfig }[];
  /** Steps per second to watch at; null: as fast as the machine goes. */
  readonly pace: number | null;
}

/** An experiment has at most so many runs when it starts, or when some are added. */
export const MOST_RUNS_PER_PLAN = 8;

/** More runs of an experiment that is there. */
export interface ExperimentAddition extends Pick<ExperimentPlan, 'runs' | 'pace'> {
  /** One of its runs. */
  readonly beside: RunId;
}

export interface StartedExperiment {
  readonly experimentId: ExperimentId;
  /** In the order of the plan. */
  readonly runIds: readonly RunId[];
}

/** One run per configuration, in their order. */
export interface Exploration {
  readonly runs: readonly ExploredRun[];
}
