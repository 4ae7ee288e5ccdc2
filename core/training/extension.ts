import type { Assets } from '../datasets/dataset.ts';
import { ConfigError } from '../errors.ts';
import type { ExperimentConfig } from '../experiment/config.ts';
import { parseExperimentConfig } from '../experiment/parse.ts';
import type { FeedbackRule } from './feedback.ts';
import type { Rules } from './member.ts';
import { createRules } from './rules.ts';

/** A longer run would have made other updates. Steps count from 0. */
export interface OtherRate {
  /** From the update after this step on. */
  readonly step: number;
  /** The last step made, where its update would be another, else `step`. */
  readonly at: number;
  /** The rate or the momentum of the update after step `at`: what it was, and would have been. */
  readonly of: 'lr' | 'momentum';
  readonly was: number;
  readonly would: number;
}

type Clocked = Exclude<Rules['rates'], FeedbackRule>;

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
  const last = config.totalSteps - 1;
  for (let step = from; step <= last; step++) {
    if (step > from && step % BLOCK === 0) yield step;
    const first = otherAt(rates, next, step);
    if (first) return { step, ...first, ...otherAt(rates, next, last) };
  }
  return null;
}

/** What the update after a step would take otherwise; null: nothing. */
function otherAt(rates: Clocked, next: Clocked, at: number): Omit<OtherRate, 'step'> | null {
  const [t, u] = [rates.clock.at(at), next.clock.at(at)];
  const [was, would] = [rates.schedule.lr(t), next.schedule.lr(u)];
  if (!Object.is(was, would)) return { of: 'lr', at, was, would };
  const momenta = [rates, next].map(
    ({ schedule }, i) => schedule.momentum?.(i === 0 ? t : u) ?? NaN,
  );
  const [had, has] = momenta as [number, number];
  return Object.is(had, has) ? null : { of: 'momentum', at, was: had, would: has };
}
