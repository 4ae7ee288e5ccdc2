import type { ParamSpec } from '../../../core/params.ts';
import { runSchedules, type RunScheduleId } from '../../../core/schedules/index.ts';

/** Schedules a form can set: those made of schedules need more than fields. */
export const offeredSchedules = (Object.keys(runSchedules) as readonly RunScheduleId[]).filter(
  (id) =>
    Object.values<ParamSpec>(runSchedules[id].params).every(({ kind }) => kind !== 'schedules'),
);
