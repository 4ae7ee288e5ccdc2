import type { Choice, ParamSpecs, ParamValues } from '../params.ts';
import type { Reference } from '../reference.ts';
import type { Text } from '../text.ts';

/**
 * A learning-rate schedule: a pure function of the 0-based index t, total on all non-negative
 * integers, without memory. Index t counts in the experiment's schedule unit (steps, epochs or
 * samples); `lr(0)` is used by the very first update.
 */
export interface Schedule {
  lr(t: number): number;
  /** Momentum cycled along with the rate, where the schedule does so. */
  momentum?(t: number): number;
}

/** What a schedule is built from besides its own parameters. */
export interface ScheduleContext {
  /** η₀, the experiment's (peak) learning rate. */
  readonly lr: number;
  /** Length of the run in the schedule's unit. */
  readonly total: number;
  /** Builds a schedule inside this one, at the given peak rate and length. */
  create(inner: Choice, lr: number, total: number): Schedule;
}

export interface ScheduleSpec<Id extends string, P extends ParamSpecs> {
  readonly id: Id;
  readonly name: Text;
  /** TeX, one line per equation. */
  readonly formula: readonly string[];
  /** One sentence on what the schedule does, or which pitfall it is. */
  readonly summary: Text;
  readonly reference: Reference;
  readonly params: P;
  /** Closed forms, where they exist; otherwise sums are taken term by term (analysis/schedule-sums.ts). */
  readonly closed?: ClosedForms<P>;
  create(values: ParamValues<P>, context: ScheduleContext): Schedule;
}

/** What can be said about a schedule without stepping through it. */
export interface ClosedForms<P extends ParamSpecs> {
  /** Σ η_t over t = 0 … steps − 1. */
  sum?(values: ParamValues<P>, context: ScheduleContext, steps: number): number;
  /** Σ η_t² over t = 0 … steps − 1. */
  sumOfSquares?(values: ParamValues<P>, context: ScheduleContext, steps: number): number;
  /** Σ η_t over all t ≥ 0: the travel budget in all eternity; Infinity where it has no bound. */
  budget?(values: ParamValues<P>, context: ScheduleContext): number;
  /** The first real t at which η_t ≤ η₀/2. */
  halfLife?(values: ParamValues<P>, context: ScheduleContext): number;
}

/**
 * A schedule that looks at a metric instead of a clock. `observe` is called once per evaluation, with
 * the metric after that evaluation; `lr` is the rate in force until the next one.
 */
export interface AdaptiveSchedule<S> {
  init(): S;
  observe(state: S, metric: number): void;
  lr(state: S): number;
}

export interface AdaptiveScheduleSpec<Id extends string, P extends ParamSpecs, S> extends Omit<
  ScheduleSpec<Id, P>,
  'create' | 'closed'
> {
  create(values: ParamValues<P>, context: ScheduleContext): AdaptiveSchedule<S>;
}

export function defineAdaptiveSchedule<const Id extends string, const P extends ParamSpecs, S>(
  spec: AdaptiveScheduleSpec<Id, P, S>,
): AdaptiveScheduleSpec<Id, P, S> {
  return spec;
}

export function defineSchedule<const Id extends string, const P extends ParamSpecs>(
  spec: ScheduleSpec<Id, P>,
): ScheduleSpec<Id, P> {
  return spec;
}
