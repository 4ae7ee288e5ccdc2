import { parseSchedule } from '../../../core/experiment/parse-choice.ts';
import { buildSchedule } from '../../../core/schedules/build.ts';
import { judgeCase, usingAll, type CaseResult } from '../case-result.ts';
import { Comparison } from '../comparison.ts';
import type { ReferenceFile, ScheduleCase } from '../format.ts';
import { scheduleChoice } from '../schedule-kinds.ts';

/** Kinds that look at a metric; the family `plateau` compares them. */
export const adaptive = new Set(['plateau']);

/** Rates, and momentum where it is cycled, of every epoch. */
export function schedules({ cases }: ReferenceFile): readonly CaseResult[] {
  return (cases as unknown as readonly ScheduleCase[])
    .filter(({ kind }) => !adaptive.has(kind))
    .map((given) => judgeCase(given.id, () => compare(given)));
}

function compare(given: ScheduleCase): Comparison {
  const { kind, params, baseLr, lr, closedForm, momentum, tolerance = 0, absTolerance = 0 } = given;
  const rate = usingAll(params, (all) => scheduleChoice(kind, all, baseLr, lr.length));
  const schedule = buildSchedule(parseSchedule(rate.choice, kind), rate.lr, rate.total);
  const result = new Comparison();
  const compareAll = (name: string, of: (t: number) => number, list: readonly number[]): void =>
    list.forEach((recorded, t) => {
      const computed = of(t);
      const limit = tolerance * Math.abs(recorded) + absTolerance;
      result.within(`${name}(${t})`, computed, recorded, limit);
    });

  compareAll('lr', (t) => schedule.lr(t), lr);
  if (Array.isArray(closedForm)) compareAll('closed form of lr', (t) => schedule.lr(t), closedForm);
  if (momentum) compareAll('momentum', (t) => schedule.momentum?.(t) ?? NaN, momentum);
  return result;
}
