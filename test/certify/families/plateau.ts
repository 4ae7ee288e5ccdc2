import { parseParams } from '../../../core/params.ts';
import { buildAdaptiveSchedule } from '../../../core/schedules/build.ts';
import { adaptiveSchedules, type AdaptiveScheduleId } from '../../../core/schedules/index.ts';
import { judgeCase, type CaseResult } from '../case-result.ts';
import { Comparison } from '../comparison.ts';
import type { ReferenceFile, ScheduleCase } from '../format.ts';
import { plateauChoice } from '../schedule-kinds.ts';
import { adaptive } from './schedules.ts';

/** Rates in force at every epoch, the epochs whose metric lowered them, and the last rate. */
export function plateau({ cases }: ReferenceFile): readonly CaseResult[] {
  return (cases as unknown as readonly ScheduleCase[])
    .filter(({ kind }) => adaptive.has(kind))
    .map((given) => judgeCase(given.id, () => compare(given)));
}

function compare(given: ScheduleCase): Comparison {
  const { metrics = [], reducedAfterEpoch, finalLr } = given;
  const { id, params } = plateauChoice(given.params, given.baseLr);
  const spec = adaptiveSchedules[id satisfies AdaptiveScheduleId];
  const values = parseParams(spec.params, params, given.id);
  spec.check?.(values, given.id);
  const schedule = buildAdaptiveSchedule({ id, params: values }, given.baseLr, metrics.length);
  const state = schedule.init();
  const result = new Comparison();
  const compareRate = (name: string, recorded: number): void => {
    const { tolerance = 0, absTolerance = 0 } = given;
    const limit = tolerance * Math.abs(recorded) + absTolerance;
    result.within(name, schedule.lr(state), recorded, limit);
  };

  const reduced: number[] = [];
  metrics.forEach((metric, epoch) => {
    compareRate(`lr(${epoch})`, given.lr[epoch] ?? NaN);
    const before = schedule.lr(state);
    schedule.observe(state, metric);
    if (schedule.lr(state) < before) reduced.push(epoch);
  });
  if (finalLr !== undefined) compareRate('finalLr', finalLr);
  if (!reducedAfterEpoch) return result;
  result.exact('number of reductions', reduced.length, reducedAfterEpoch.length);
  reducedAfterEpoch.forEach((epoch, i) => result.exact(`reduction ${i}`, reduced[i], epoch));
  return result;
}
