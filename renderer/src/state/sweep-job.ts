import { rangeRates } from '../../../core/analysis/range-test.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { isRandom } from '../../../core/experiment/randomness.ts';
import type { TrialResult } from '../../../core/training/run-trial.ts';
import type { SweepPlan } from '../../../electron/ipc/sweep.ts';
import { gridValues, tidy, type Grid, type SweepSetting } from '../lib/sweep-settings.ts';
import { stabilityLimit } from '../lib/theory.ts';

/** A sweep of one setting of one run; one run whose rate grows; a sweep of the rate of every run. */
export type SweepMode = 'sweep' | 'range-test' | 'race';

/** One run that is swept, as it was when the sweep began. */
export interface SweptLine {
  readonly slot: number;
  readonly config: ExperimentConfig;
}

/** What is asked for, and what its trials mean. */
export interface SweepJob {
  readonly mode: SweepMode;
  readonly plan: SweepPlan;
  readonly setting: SweepSetting;
  /** What the setting takes; of a range test the rates. */
  readonly values: readonly number[];
  readonly lines: readonly SweptLine[];
  /** Of each line, by value, what was known before this job began; the plan asks for the other values only. */
  readonly kept: readonly ReadonlyMap<number, TrialResult>[];
}

/** A range test of a problem with chance in it takes so many seeds: its marks differ between them. */
const RANGE_SEEDS = 5;
const RANGE_STEPS = 200;
/** Each rate acts for one step only: the rise shows well beyond the limit. */
const RANGE_BEYOND = 20;
const RANGE_DECADES = 1e5;

export function sweepJob(
  mode: SweepMode,
  lines: readonly SweptLine[],
  setting: SweepSetting,
  grid: Grid,
): SweepJob {
  if (mode !== 'range-test') {
    const values = gridValues(setting, grid);
    const bases = lines.map(({ config }) => config);
    const plan = { kind: 'sweep', bases, path: setting.path, values } as const;
    return { mode, setting, values, lines, plan, kept: [] };
  }
  const base = lines[0]!.config;
  const rates = { first: grid.from, last: grid.to, steps: grid.count };
  const values = [...rangeRates(rates.first, rates.last, rates.steps)];
  const plan = {
    kind: 'range-test',
    base,
    seeds: isRandom(base) ? RANGE_SEEDS : 1,
    rates,
  } as const;
  return { mode, setting, values, lines, plan, kept: [] };
}

/** What is swept unless one types something else. */
export function usualGrid(
  mode: SweepMode | null,
  setting: SweepSetting,
  config: ExperimentConfig,
): Grid {
  if (mode !== 'range-test') return setting.grid;
  const limit = stabilityLimit(config);
  const last = limit !== null && Number.isFinite(limit) ? tidy(RANGE_BEYOND * limit, 2) : 10;
  return { from: tidy(last / RANGE_DECADES, 2), to: last, count: RANGE_STEPS };
}
