import { estimate, type SeedLosses } from '../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { isRandom } from '../../../core/experiment/randomness.ts';
import { changesNothing } from '../../../core/training/fork.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import { blewUp } from './end-verdict.ts';
import type { EndedRun } from './ended-run.ts';
import { firstLosses, meanOf } from './growth.ts';
import { runNames } from './run-names.ts';

/**
 * A setting with the loss it is judged by: one run that was not lost, or several that differ by nothing but
 * their seeds.
 */
export interface MeasuredSetting {
  readonly name: string;
  readonly config: ExperimentConfig;
  readonly loss: number;
  /** That loss at the beginning; null where it is not known. */
  readonly began: number | null;
  /** Tail means by seed, and over how many steps they are. */
  readonly losses: SeedLosses;
  readonly steps: number;
  readonly testAccuracy: number | null;
  /** Its place among all runs; null: it is several. */
  readonly index: number | null;
}

type Judged = EndedRun & { readonly result: RunResult; readonly index: number };

/** The settings among runs that are over, the one with the lowest loss first. */
export function measuredSettings(runs: readonly EndedRun[]): readonly MeasuredSetting[] {
  const groups: Judged[][] = [];
  runs.forEach((run, index) => {
    const { result } = run;
    if (blewUp(run) || result === null || repeatsAnother(run, runs)) return;
    const judged = { ...run, result, index };
    const same = groups.find((group) =>
      group.every(({ config }) => onlySeedsDiffer(config, run.config)),
    );
    if (same) same.push(judged);
    else groups.push([judged]);
  });
  const names = runNames(groups.map((group) => group[0]!.config));
  return groups.map((group, i) => measured(group, names[i]!)).toSorted((a, b) => a.loss - b.loss);
}

/** Whether it is a fork that changed nothing, beside the run it left: one run seen twice. */
export function repeatsAnother({ config }: EndedRun, runs: readonly EndedRun[]): boolean {
  return changesNothing(config) && leftBy(config, runs) !== undefined;
}

/** The run that a fork has left. */
export function leftBy(
  { fork }: ExperimentConfig,
  runs: readonly EndedRun[],
): EndedRun | undefined {
  const from = JSON.stringify(fork?.from);
  return runs.find(({ config }) => JSON.stringify(config) === from);
}

/** What a configuration says but for its random numbers. */
export function withoutSeeds(config: ExperimentConfig): string {
  const { seed: _seed, replicates: _replicates, streams: _streams, fork, ...kept } = config;
  return JSON.stringify([kept, fork?.step ?? null, fork ? withoutSeeds(fork.from) : null]);
}

function onlySeedsDiffer(config: ExperimentConfig, other: ExperimentConfig): boolean {
  return config.seed !== other.seed && withoutSeeds(config) === withoutSeeds(other);
}

/** `common`: what they are called together. */
function measured(group: readonly Judged[], common: string): MeasuredSetting {
  const { name, config, result, index } = group[0]!;
  const losses = new Map(
    group.flatMap((run) =>
      run.result.tail.means.map((mean, i) => [(run.config.seed + i) >>> 0, mean] as const),
    ),
  );
  const alone = group.length === 1;
  const first = group.flatMap((run) => firstLosses(run.config, run.result));
  // The last loss where nothing is random; else the mean of the last steps over all seeds. These draw data, too.
  const isMean = isRandom(config) || (!alone && config.problem.kind === 'model');
  return {
    name: alone ? name : common,
    config,
    began: meanOf(isMean ? first : first.slice(0, 1)),
    loss: isMean ? estimate([...losses.values()]).mean : result.finalLoss,
    losses,
    steps: result.tail.steps,
    testAccuracy: alone ? result.testAccuracy : null,
    index: alone ? index : null,
  };
}
