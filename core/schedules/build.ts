import type { Choice } from '../params.ts';
import { adaptiveSchedules, schedules, type AdaptiveScheduleId, type ScheduleId } from './index.ts';
import type { AdaptiveSchedule, Schedule } from './schedule.ts';

/**
 * The schedule a choice names, with those inside it: peak rate `lr`, and length `total` in its own unit.
 * The parser has checked id and parameters.
 */
export function buildSchedule({ id, params }: Choice, lr: number, total: number): Schedule {
  return schedules[id as ScheduleId].create(params as never, { lr, total, create: buildSchedule });
}

/** The schedule a choice names that looks at a metric; `total` is the number of evaluations it will be shown. */
export function buildAdaptiveSchedule(
  { id, params }: Choice,
  lr: number,
  total: number,
): AdaptiveSchedule<unknown> {
  const context = { lr, total, create: buildSchedule };
  return adaptiveSchedules[id as AdaptiveScheduleId].create(
    params as never,
    context,
  ) as AdaptiveSchedule<unknown>;
}
