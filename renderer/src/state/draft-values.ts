import { ConfigError } from '../../../core/errors.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { Preset } from '../../../core/experiment/presets.ts';
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
}

/** What is being put together, as a value: every change makes a new one. */
export interface Draft {
  /** Null: named after the preset or the problem, in the language of the page. */
  readonly name: string | null;
  /** Carries what the form does not show: streams, recording, stop rules. */
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
    runs: configs.map(({ optimizer, schedule, lr }, slot) => ({ slot, optimizer, schedule, lr })),
    pace: preset.pace,
  };
}

/** The checked configuration of one run. */
export function configOf(base: ExperimentConfig, run: DraftRun): ExperimentConfig {
  const { optimizer, schedule, lr } = run;
  return parseExperimentConfig({ ...base, optimizer, schedule, lr });
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

/** The least number that is not taken. */
export function firstFree(taken: readonly number[]): number {
  let slot = 0;
  while (taken.includes(slot)) slot++;
  return slot;
}
