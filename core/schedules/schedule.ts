import type { ParamSpecs, ParamValues } from '../params.ts';
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
  create(values: ParamValues<P>, context: ScheduleContext): Schedule;
}

export function defineSchedule<const Id extends string, const P extends ParamSpecs>(
  spec: ScheduleSpec<Id, P>,
): ScheduleSpec<Id, P> {
  return spec;
}
