import type { ScheduleMetric, ScheduleUnit } from '../experiment/config.ts';
import type { Choice } from '../params.ts';
import { buildSchedule } from '../schedules/build.ts';
import type { Text } from '../text.ts';
import { Clock } from '../training/clock.ts';

/** A schedule to write as code, with what it refers to: the part of an ExperimentConfig that decides the rate. */
export interface CodeRequest {
  /** As the parser returns it. */
  readonly schedule: Choice;
  /** η₀. */
  readonly lr: number;
  readonly unit: ScheduleUnit;
  /** Index t of the schedule at step 0, in its unit. */
  readonly start: number;
  readonly metric: ScheduleMetric;
  /** Updates made when this schedule takes over from that of the run a fork leaves; 0: it is there from the start. */
  readonly forkStep: number;
  readonly totalSteps: number;
  readonly stepsPerEpoch: number;
  /** Samples per update; 1 where there are no data. */
  readonly batchSize: number;
}

/** A library or language in which a schedule can be written down. */
export interface CodeTarget {
  readonly id: string;
  /** Proper name, the same in every language. */
  readonly name: string;
  /** The whole snippet; `say` picks the language of its comments. */
  write(request: CodeRequest, say: Say): string;
}

/** The words of a text in the language of the reader. */
export type Say = (text: Text) => string;

/** How many of the first rates of the run a snippet asserts. */
const FIRST = 5;

/**
 * The clock of a snippet. A tick n is what the code counts from 0: completed epochs where the schedule counts
 * epochs, otherwise updates made. Its index is t = max(0, start + n), or max(0, start + batch·n) for samples.
 */
export interface Ticks {
  /** Number of ticks in the run. */
  readonly count: number;
  /** The first tick whose rate the run has from this schedule. */
  readonly first: number;
  /** Length of the run in the schedule's unit, as the trainer counts it: what a length of 0 refers to. */
  readonly total: number;
  /** η at tick n, by the core. */
  rate(n: number): number;
  /** Momentum at tick n; null where the schedule leaves it alone there. */
  momentum(n: number): number | null;
  /** Whether the schedule moves momentum anywhere in the run. */
  readonly cyclesMomentum: boolean;
}

export function ticksOf(request: CodeRequest): Ticks {
  const { schedule, lr, unit, start, forkStep, totalSteps, stepsPerEpoch, batchSize } = request;
  const clock = new Clock(unit, start, stepsPerEpoch, batchSize);
  const total = clock.at(totalSteps);
  const built = buildSchedule(schedule, lr, total);
  const stepsPerTick = unit === 'epoch' ? stepsPerEpoch : 1;
  const indexAt = (n: number): number => clock.at(n * stepsPerTick);
  const count = Math.max(1, Math.ceil(totalSteps / stepsPerTick));
  return {
    count,
    first: Math.min(count - 1, Math.ceil(forkStep / stepsPerTick)),
    total,
    rate: (n) => built.lr(indexAt(n)),
    momentum: (n) => built.momentum?.(indexAt(n)) ?? null,
    cyclesMomentum: built.momentum !== undefined,
  };
}

/** The rates a snippet asserts one after the other: those of the first ticks it is valid for. */
export function firstRates(ticks: Ticks): number[] {
  return firstTicks(ticks).map((n) => ticks.rate(n));
}

/** The ticks at which a snippet that can be asked at any tick asserts its rate: the first, half-way and the last. */
export function checkedTicks(ticks: Ticks): number[] {
  const { count, first } = ticks;
  const middle = Math.floor((first + count) / 2);
  return [...new Set([...firstTicks(ticks), middle, count - 1])].sort((a, b) => a - b);
}

function firstTicks({ count, first }: Ticks): number[] {
  return Array.from({ length: Math.min(FIRST, count - first) }, (_, k) => first + k);
}

/** Whether the index is the tick itself. */
export function countsPlainly({ unit, start, batchSize }: CodeRequest): boolean {
  return start === 0 && (unit !== 'sample' || batchSize === 1);
}
