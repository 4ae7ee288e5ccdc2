import type { Assets } from '../datasets/dataset.ts';
import { ConfigError } from '../errors.ts';
import type { ExperimentConfig } from '../experiment/config.ts';
import { parseExperimentConfig } from '../experiment/parse.ts';
import { createRules } from './rules.ts';

/** The first update that would be another one in a longer run. */
export interface OtherRate {
  /** The update after this step. */
  readonly step: number;
  readonly of: 'lr' | 'momentum';
  readonly was: number;
  readonly would: number;
}

/** Rates looked at before the caller is asked again. */
const BLOCK = 16_384;

/** The same run with more steps. Throws ConfigError where it may not have so many, or has as many already. */
export function extended(config: ExperimentConfig, totalSteps: number): ExperimentConfig {
  if (!(totalSteps > config.totalSteps)) {
    const least = `> ${config.totalSteps}`;
    throw new ConfigError('out-of-range', 'totalSteps', String(totalSteps), least);
  }
  return parseExperimentConfig({ ...config, totalSteps });
}

/**
 * Whether a run can go on beyond its last step and be the longer run: only if all rates it has used, and momenta
 * where its schedule cycles them, are bit for bit those of the longer run. Schedules that share out the length of
 * the run (cosine to T, linear to T, 1-cycle) have used others; `OtherRate` is the first of them, null: there is none.
 *
 * A schedule that looks at a metric is built without the length (test/core/training/extension.test.ts), and so are
 * all optimizers: nothing else in a run depends on it but its end.
 *
 * Takes one look per step made, after any fork; yields the step reached now and then.
 */
export function* firstOtherRate(
  config: ExperimentConfig,
  longer: ExperimentConfig,
  assets: Assets,
): Generator<number, OtherRate | null> {
  const before = createRules(config, assets);
  const { rates } = before;
  const { rates: next } = createRules(longer, assets, before.problem);
  if ('metric' in rates || 'metric' in next) return null;
  const from = config.fork?.step ?? 0;
  for (let step = from; step < config.totalSteps; step++) {
    if (step > from && step % BLOCK === 0) yield step;
    const [t, u] = [rates.clock.at(step), next.clock.at(step)];
    const [was, would] = [rates.schedule.lr(t), next.schedule.lr(u)];
    if (!Object.is(was, would)) return { step, of: 'lr', was, would };
    const momenta = [rates.schedule.momentum?.(t) ?? null, next.schedule.momentum?.(u) ?? null];
    if (!Object.is(momenta[0], momenta[1])) {
      return { step, of: 'momentum', was: momenta[0] ?? NaN, would: momenta[1] ?? NaN };
    }
  }
  return null;
}
