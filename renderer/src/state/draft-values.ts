import { ConfigError } from '../../../core/errors.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { Preset } from '../../../core/experiment/presets.ts';
import { clockOf } from '../lib/theory.ts';
import { parseParams, type Choice, type ParamSpecs, type Values } from '../../../core/params.ts';

/** More runs than there are colours could not be told apart. */
export const MOST_RUNS = 8;

/** What one run of the draft has of its own. */
export interface DraftRun {
  /** Position among the series colours; stays with the run while others come and go. */
  readonly slot: number;
  readonly optimizer: Choice;
  readonly schedule: Choice;
  readonly lr: number;
  /** Where it leaves another run; null: it begins at the start. */
  readonly fork: DraftFork | null;
}

/** A fork of the draft: the run it leaves, as it was when the fork was made. */
export interface DraftFork {
  readonly step: number;
  readonly from: DraftRun;
  /** The schedule begins at the fork instead of going on. */
  readonly anew: boolean;
}

/** What is being put together, as a value: every change makes a new one. */
export interface Draft {
  /** Null: named after the preset or the problem, in the language of the page. */
  readonly name: string | null;
  /** Carries what the form does not show, too: streams, recording. */
  readonly base: ExperimentConfig;
  readonly runs: readonly DraftRun[];
  readonly pace: number | null;
}

/** The draft a preset stands for. */
export function fromPreset(preset: Preset): Draft {
  const configs = preset.runs.map((run) => run.config);
  return {
    name: null,
    base: configs[0]!,
    runs: configs.map((config, slot) => draftRunOf(config, slot)),
    pace: preset.pace,
  };
}

/** What a configuration has of its own among the runs of its experiment. */
export function draftRunOf(config: ExperimentConfig, slot: number): DraftRun {
  const { optimizer, schedule, lr, fork } = config;
  if (!fork) return { slot, optimizer, schedule, lr, fork: null };
  const from = draftRunOf(fork.from, slot);
  const anew = config.scheduleStart < fork.from.scheduleStart;
  return { slot, optimizer, schedule, lr, fork: { step: fork.step, from, anew } };
}

/** What all runs of an experiment share, and what none of them has of its own. */
export function baseOf(config: ExperimentConfig): ExperimentConfig {
  const { fork, ...base } = config;
  return fork ? { ...base, scheduleStart: baseOf(fork.from).scheduleStart } : base;
}

/** The checked configuration of one run. No run leaves another after its own last step. */
export function configOf(base: ExperimentConfig, run: DraftRun): ExperimentConfig {
  const { optimizer, schedule, lr, fork } = run;
  if (!fork) return parseExperimentConfig({ ...base, optimizer, schedule, lr });
  const step = Math.min(fork.step, base.totalSteps);
  const from = configOf(base, fork.from);
  const scheduleStart =
    from.scheduleStart - (fork.anew ? clockOf({ ...base, scheduleStart: 0 }).at(step) : 0);
  return parseExperimentConfig({
    ...base,
    optimizer,
    schedule,
    lr,
    scheduleStart,
    fork: { step, from },
  });
}

/** Whether these values are within the ranges: constants of one name may have different ones in two schedules. */
export function isValid(specs: ParamSpecs, values: Values): boolean {
  try {
    parseParams(specs, values, 'params');
    return true;
  } catch (error) {
    if (error instanceof ConfigError) return false;
    throw error;
  }
}

/** The draft with other values for all its runs. */
export function withBase(draft: Draft, change: Partial<ExperimentConfig>): Draft {
  return { ...draft, base: { ...draft.base, ...change } };
}

/** A choice with some of its parameters changed. */
export function changed(choice: Choice, change: Values): Choice {
  return { ...choice, params: { ...choice.params, ...change } };
}

/** The least number that is not taken. */
export function firstFree(taken: readonly number[]): number {
  let slot = 0;
  while (taken.includes(slot)) slot++;
  return slot;
}
