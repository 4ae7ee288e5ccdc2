/** The share of the run that a length of 0 stands for, where it is not the whole (schedules/shared-params.ts). */
export const TENTH = 0.1;
export const SEVENTH = 1 / 7;
export const THIRD = 1 / 3;
