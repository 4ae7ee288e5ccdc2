import { quadraticBowl } from './quadratic-bowl.ts';

/** The registry: the only list of objectives. */
export const objectives = { 'quadratic-bowl': quadraticBowl } as const;

export type ObjectiveId = keyof typeof objectives;
export const objectiveIds = Object.keys(objectives) as ObjectiveId[];
