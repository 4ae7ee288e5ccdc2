import { chained } from './chained.ts';
import { chebyshev } from './chebyshev.ts';
import { constant } from './constant.ts';
import { constantFactor } from './constant-factor.ts';
import { cosine } from './cosine.ts';
import { cosineWarmRestarts } from './cosine-warm-restarts.ts';
import { cycle } from './cycle.ts';
import { cyclic } from './cyclic.ts';
import { exponential } from './exponential.ts';
import { inverseSqrt } from './inverse-sqrt.ts';
import { inverseSqrtWarmup } from './inverse-sqrt-warmup.ts';
import { inverseTime } from './inverse-time.ts';
import { linear } from './linear.ts';
import { list } from './list.ts';
import { literalRecurrence } from './literal-recurrence.ts';
import { multiStep } from './multi-step.ts';
import { multiplicative } from './multiplicative.ts';
import { naturalExponential } from './natural-exponential.ts';
import { noam } from './noam.ts';
import { oneCycle } from './one-cycle.ts';
import { polynomial } from './polynomial.ts';
import { reduceOnPlateau } from './reduce-on-plateau.ts';
import { sequential } from './sequential.ts';
import { silver } from './silver.ts';
import { step } from './step.ts';
import { warmup } from './warmup.ts';
import { warmupStableDecay } from './warmup-stable-decay.ts';

export { scheduleFamilies } from './families.ts';

/** The registry: the only list of schedules, in the order in which they are offered. */
export const schedules = {
  constant,
  'inverse-time': inverseTime,
  'literal-recurrence': literalRecurrence,
  exponential,
  'natural-exponential': naturalExponential,
  'inverse-sqrt': inverseSqrt,
  polynomial,
  linear,
  step,
  'multi-step': multiStep,
  'constant-factor': constantFactor,
  cosine,
  'cosine-warm-restarts': cosineWarmRestarts,
  'warmup-stable-decay': warmupStableDecay,
  'one-cycle': oneCycle,
  noam,
  'inverse-sqrt-warmup': inverseSqrtWarmup,
  cyclic,
  chebyshev,
  silver,
  list,
  cycle,
  multiplicative,
  warmup,
  sequential,
  chained,
} as const;

/** Schedules that look at a metric. Ids are unique over both registries; these cannot stand inside others. */
export const adaptiveSchedules = {
  'reduce-on-plateau': reduceOnPlateau,
} as const;

/** Whatever a run may have as its schedule. */
export const runSchedules = { ...schedules, ...adaptiveSchedules } as const;

export type RunScheduleId = keyof typeof runSchedules;
export type ScheduleId = keyof typeof schedules;
export const scheduleIds = Object.keys(schedules) as ScheduleId[];
export type AdaptiveScheduleId = keyof typeof adaptiveSchedules;
export const adaptiveScheduleIds = Object.keys(adaptiveSchedules) as AdaptiveScheduleId[];

export function isAdaptive(id: unknown): id is AdaptiveScheduleId {
  return adaptiveScheduleIds.includes(id as AdaptiveScheduleId);
}
