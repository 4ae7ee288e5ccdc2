import type { Choice } from '../params.ts';
import { schedules, type ScheduleId } from './index.ts';
import type { Schedule } from './schedule.ts';

/**
 * The schedule a choice names, with those inside it: peak rate `lr`, and length `total` in its own unit.
 * The parser has checked id and parameters.
 */
export function buildSchedule({ id, params }: Choice, lr: number, total: number): Schedule {
  return schedules[id as ScheduleId].create(params as never, { lr, total, create: buildSchedule });
}
