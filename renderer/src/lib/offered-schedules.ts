import type { ParamSpec } from '../../../core/params.ts';
import { scheduleIds, schedules, type ScheduleId } from '../../../core/schedules/index.ts';

/** Schedules a form can set: those made of schedules need more than fields. */
export const offeredSchedules: readonly ScheduleId[] = scheduleIds.filter((id) =>
  Object.values<ParamSpec>(schedules[id].params).every(({ kind }) => kind !== 'schedules'),
);
