import { ConfigError } from '../../../core/errors.ts';
import { parseExperimentConfig } from '../../../core/experiment/parse.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import type { Preset } from '../../../core/experiment/presets.ts';
import { clockOf } from '../lib/theory.ts';
import { parseParams, type Choice, type ParamSpecs, type Values } from '../../../core/params.ts';

/** What one run of the draft has of its own. */
export interface DraftRun {
  /** Position among the series colours; stays with the run while others come and go. */
  readonly slot: number;
  readonly optimizer: Choice;
  readonly schedule: Choice;
  readonly lr: number;
  /** Null: that of all runs, so that what differs between them is due to their settings. */
  readonly seed: number | null;
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
  return draftOf(
    null,
    preset.runs.map((run) => run.config),
    preset.pace,
  );
}

/** The draft that stands for these runs. Its seed is the one that most of them have. */
export function draftOf(
  name: string | null,
  configs: readonly ExperimentConfig[],
  pace: number | null,
): Draft {
  const { seed, streams } = ofMost(configs);
  const { streams: _streams, ...first } = baseOf(configs[0]!);
  const base = { ...first, seed, ...(streams ? { streams } : {}) };
  return { name, base, runs: configs.map((config, slot) => draftRunOf(base, config, slot)), pace };
}

/** The first of those whose random numbers most of them have. */
function ofMost(configs: readonly ExperimentConfig[]): ExperimentConfig {
  const shared = (config: ExperimentConfig): number =>
    configs.filter((other) => sameRandomNumbers(config, other)).length;
  return configs.reduce((most, config) => (shared(config) > shared(most) ? config : most));
}

function sameRandomNumbers(config: ExperimentConfig, other: ExperimentConfig): boolean {
  const of = ({ seed, streams }: ExperimentConfig): string => JSON.stringify([seed, streams]);
  return of(config) === of(other);
}

/** What a configuration has of its own among the runs of its experiment. */
function draftRunOf(base: ExperimentConfig, config: ExperimentConfig, slot: number): DraftRun {
  const { optimizer, schedule, lr, fork } = config;
  const seed = sameRandomNumbers(base, config) ? null : config.seed;
  const own = { slot, optimizer, schedule, lr, seed };
  if (!fork) return { ...own, fork: null };
  const from = draftRunOf(base, fork.from, slot);
  const anew = config.scheduleStart < fork.from.scheduleStart;
  return { ...own, fork: { step: fork.step, from, anew } };
}

/** What all runs of an experiment share, and what none of them has of its own. */
function baseOf(config: ExperimentConfig): ExperimentConfig {
  const { fork, ...base } = config;
  return fork ? { ...base, scheduleStart: baseOf(fork.from).scheduleStart } : base;
}

/** The checked configuration of one run. No run leaves another after its own last step. */
export function configOf(base: ExperimentConfig, run: DraftRun): ExperimentConfig {
  const { optimizer, schedule, lr, fork } = run;
  const own = { ...withSeed(base, run.seed), optimizer, schedule, lr };
  if (!fork) return parseExperimentConfig(own);
  const step = Math.min(fork.step, base.totalSteps);
  const from = configOf(base, fork.from);
  const scheduleStart =
    from.scheduleStart - (fork.anew ? clockOf({ ...base, scheduleStart: 0 }).at(step) : 0);
  return parseExperimentConfig({ ...own, scheduleStart, fork: { step, from } });
}

/** A seed of one's own derives every random stream; those that were given belong to the seed of all. */
function withSeed(base: ExperimentConfig, seed: number | null): ExperimentConfig {
  if (seed === null) return base;
  const { streams: _given, ...rest } = base;
  return { ...rest, seed };
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
