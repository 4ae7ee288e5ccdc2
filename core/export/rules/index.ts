import type { Choice } from '../../params.ts';
import type { ScheduleId, schedules } from '../../schedules/index.ts';
import type { Dialect } from '../dialect.ts';
import type { Rule } from '../rule.ts';
import { chainedRule, sequentialRule, warmupRule } from './composed.ts';
import { oneCycleRule } from './one-cycle.ts';
import type { RuleOf } from './rule-of.ts';
import * as steps from './steps.ts';
import * as time from './time.ts';
import * as waves from './waves.ts';

/** The closed rule of every schedule of the registry; the compiler lists what is missing. */
const rules: { readonly [Id in ScheduleId]: RuleOf<(typeof schedules)[Id]> } = {
  constant: steps.constantRule,
  'inverse-time': time.inverseTimeRule,
  'literal-recurrence': time.literalRecurrenceRule,
  exponential: time.exponentialRule,
  'natural-exponential': time.naturalExponentialRule,
  'inverse-sqrt': time.inverseSqrtRule,
  polynomial: time.polynomialRule,
  linear: time.linearRule,
  step: steps.stepRule,
  'multi-step': steps.multiStepRule,
  'constant-factor': steps.constantFactorRule,
  cosine: waves.cosineRule,
  'cosine-warm-restarts': waves.cosineWarmRestartsRule,
  'warmup-stable-decay': waves.warmupStableDecayRule,
  'one-cycle': oneCycleRule,
  noam: waves.noamRule,
  'inverse-sqrt-warmup': waves.inverseSqrtWarmupRule,
  cyclic: waves.cyclicRule,
  chebyshev: waves.chebyshevRule,
  silver: waves.silverRule,
  list: steps.listRule,
  cycle: steps.cycleRule,
  multiplicative: steps.multiplicativeRule,
  warmup: warmupRule,
  sequential: sequentialRule,
  chained: chainedRule,
};

/** The closed rule of a schedule in a run, or part of a run, of length `total` in the schedule's unit. */
export function ruleOf({ id, params }: Choice, dialect: Dialect, total: number): Rule {
  return rules[id as ScheduleId](params as never, {
    dialect,
    total,
    inner: (choice, length) => ruleOf(choice, dialect, length),
  });
}
