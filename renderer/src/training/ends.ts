import { estimate } from '../../../core/analysis/verdict.ts';
import type { Assets } from '../../../core/datasets/dataset.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { runTrial } from '../../../core/training/run-trial.ts';

/** How the seeds of a run ended: each is computed as a run of its own and judged on held-out data at its end. */
export interface Ends {
  /** Tail loss of each seed, in the order of the seeds. */
  readonly losses: readonly number[];
  /** Mean over the seeds; NaN where the problem has no classes. */
  readonly accuracy: number;
}

const known = new WeakMap<ExperimentConfig, Ends>();

/** Computed once for each configuration. */
export function endsOf(config: ExperimentConfig, assets: Assets): Ends {
  const before = known.get(config);
  if (before) return before;
  const results = Array.from({ length: config.replicates }, (_, i) => {
    const once = { replicates: 1, evaluateEvery: config.totalSteps };
    const one = { ...config, ...once, seed: config.seed + i };
    return runTrial(one, assets).result;
  });
  const ends = {
    losses: results.map(({ tail }) => tail.means[0]!),
    accuracy: meanOf(results.map(({ testAccuracy }) => testAccuracy ?? NaN)),
  };
  known.set(config, ends);
  return ends;
}

export const tailLoss = (config: ExperimentConfig, assets: Assets): number =>
  meanOf(endsOf(config, assets).losses);

export function meanOf(values: readonly number[]): number {
  return estimate(values).mean;
}

export function medianOf(values: readonly number[]): number {
  const ascending = values.toSorted((a, b) => a - b);
  const middle = (ascending.length - 1) / 2;
  return (ascending[Math.floor(middle)]! + ascending[Math.ceil(middle)]!) / 2;
}
