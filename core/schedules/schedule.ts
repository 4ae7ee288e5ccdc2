import type { ArithmeticLine } from '../formula/worked.ts';
import type { Choice, ParamSpecs, ParamValues } from '../params.ts';
import type { Reference } from '../reference.ts';
import type { Text } from '../text.ts';
import type { ScheduleFamily } from './families.ts';

/**
 * A learning-rate schedule: a pure function of the 0-based index t, total on all non-negative
 * integers, without memory. Index t counts in the experiment's schedule unit (steps, epochs or
 * samples); `lr(0)` is used by the very first update.
 */
export interface Schedule {
  lr(t: number): number;
  /** Momentum cycled along with the rate, where the schedule does so; null: the optimizer's own. */
  momentum?(t: number): number | null;
}

/** What a schedule is built from besides its own parameters. */
export interface ScheduleContext {
  /** η₀, the experiment's (peak) learning rate. Every schedule is proportional to it. */
  readonly lr: number;
  /** Length of the run in the schedule's unit; what a length of 0 refers to. */
  readonly total: number;
  /** Builds a schedule inside this one, at the given peak rate and length. */
  create(inner: Choice, lr: number, total: number): Schedule;
}

export interface ScheduleSpec<Id extends string, P extends ParamSpecs> {
  readonly id: Id;
  readonly family: ScheduleFamily;
  readonly name: Text;
  /** TeX, one line per equation. */
  readonly formula: readonly string[];
  /** One sentence on what the schedule does, or which pitfall it is. */
  readonly summary: Text;
  readonly reference: Reference;
  readonly params: P;
  /** Closed forms, where they exist; otherwise sums are taken term by term (analysis/schedule-sums.ts). */
  readonly closed?: ClosedForms<P>;
  /**
   * η_t as arithmetic in the branch that index t takes: names are `eta0`, `t` and the keys of `params`; `numbers`
   * are those that stand for themselves (a length of 0, a count) or are new. `total` is the length of the run, as in ScheduleContext.
   */
  arithmetic(values: ParamValues<P>, total: number, t: number): RateArithmetic;
  /** Refuses values that are valid one by one but not together: throws ConfigError. */
  check?(values: ParamValues<P>, path: string): void;
  create(values: ParamValues<P>, context: ScheduleContext): Schedule;
}

export interface RateArithmetic {
  readonly formula: string;
  readonly numbers?: Readonly<Record<string, number>>;
  /** TeX of the numbers that are new. */
  readonly symbols?: Readonly<Record<string, string>>;
  /** What is worked out first, in its order, and named in the formula: which value of a list is used at t. */
  readonly lines?: readonly ArithmeticLine[];
  /** Whether the formula names `before`, the rate of this schedule at t − 1. */
  readonly recursive?: boolean;
  /** Rates of schedules inside this one, by the names the formula uses for them. */
  readonly inner?: readonly InnerRate[];
}

/** How a rate is written, in TeX: η and what stands below it. */
export interface RateSymbol {
  readonly letter: string;
  readonly index: string;
}

/** The rate of a schedule that stands inside another, at its own index. */
export interface InnerRate {
  readonly name: string;
  readonly symbol: RateSymbol;
  readonly choice: Choice;
  /** Its length, and the index at which it is read. */
  readonly total: number;
  readonly t: number;
  /** How its index follows from t, where it does not count along: `t - warmup`. */
  readonly clock?: string;
}

/**
 * What can be said about a schedule without stepping through it, in units of η₀: sums of η_t/η₀ and of
 * its square. `total` is the length of the run, as in ScheduleContext; null where these values have no
 * closed form.
 */
export interface ClosedForms<P extends ParamSpecs> {
  /** Σ η_t/η₀ over t = 0 … steps − 1. */
  sum?(values: ParamValues<P>, total: number, steps: number): number | null;
  /** Σ (η_t/η₀)² over t = 0 … steps − 1. */
  sumOfSquares?(values: ParamValues<P>, total: number, steps: number): number | null;
  /** Σ η_t/η₀ over all t ≥ 0: the travel budget in all eternity; Infinity where it has no bound. */
  budget?(values: ParamValues<P>, total: number): number | null;
  /** Σ (η_t/η₀)² over all t ≥ 0: how much noise is let in for ever; Infinity where it has no bound. */
  noiseBudget?(values: ParamValues<P>, total: number): number | null;
  /**
   * The first t > 0 at which η_t is at most half of the highest rate before it, Infinity if there is none:
   * a real number where the rate falls smoothly, an index where it falls in steps.
   */
  halfLife?(values: ParamValues<P>, total: number): number | null;
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
  'create' | 'closed' | 'arithmetic'
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
