import { constant } from './constant.ts';
import { inverseTime } from './inverse-time.ts';
import { literalRecurrence } from './literal-recurrence.ts';

/** The registry: the only list of schedules, in the order in which they are offered. */
export const schedules = {
  constant,
  'inverse-time': inverseTime,
  'literal-recurrence': literalRecurrence,
} as const;

export type ScheduleId = keyof typeof schedules;
export const scheduleIds = Object.keys(schedules) as ScheduleId[];
