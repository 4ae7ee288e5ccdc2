import { parseSchedule } from '../../core/experiment/parse-choice.ts';
import type { Values } from '../../core/params.ts';
import { buildSchedule } from '../../core/schedules/build.ts';
import type { ScheduleId } from '../../core/schedules/index.ts';
import type { Schedule } from '../../core/schedules/schedule.ts';

/** A schedule with these parameters and the defaults of the rest, at peak rate 1 unless said otherwise. */
export function scheduleOf(id: ScheduleId, params: Values = {}, total = 100, lr = 1): Schedule {
  return buildSchedule(parseSchedule({ id, params }, id), lr, total);
}

/** Its rates at t = 0 … n − 1. */
export function rates(schedule: Schedule, n: number): number[] {
  return Array.from({ length: n }, (_, t) => schedule.lr(t));
}
