import { formatCount } from '../lib/format.ts';
import type { Axis } from './axis.ts';
import { evenPlaces, type StepPlaces } from './step-places.ts';
import { linearTicks, stepTicks, type Tick } from './ticks.ts';

/** In what an x axis is read: steps themselves, something that grows evenly with them, or unevenly. */
export interface XUnit {
  /** Units per step. */
  readonly perStep: number;
  /** How a step is written in this unit. */
  readonly words: (step: number) => string;
  /** Where steps are spread unevenly, and for each line otherwise: the axis is in the unit itself. */
  readonly uneven?: UnevenSteps;
}

export interface UnevenSteps {
  /** The axis reaches from 0 to here. */
  readonly end: number;
  /** Where the steps of the line stand that the cursor follows: the selected one. */
  readonly cursor: StepPlaces;
  /** The step itself where the axis does not say it, for those who are read the cursor. */
  readonly spoken?: (step: number) => string;
  /** At most so many words at ticks; round values of the unit without it. */
  readonly ticks?: (most: number) => readonly Tick[];
}

export const inSteps: XUnit = { perStep: 1, words: formatCount };

/** Where the cursor stands at a step, and the step it goes to at a place. */
export function cursorPlaces({ uneven }: XUnit): StepPlaces {
  return uneven?.cursor ?? evenPlaces;
}

/** At most `most` ticks at round values of the unit; on an even axis their positions stay in steps. */
export function unitTicks(
  { domain }: Axis,
  { perStep, uneven }: XUnit,
  most: number,
): readonly Tick[] {
  if (uneven) return uneven.ticks?.(most) ?? linearTicks(domain, most);
  if (perStep === 1) return stepTicks(domain, most);
  const inUnits = [domain[0] * perStep, domain[1] * perStep] as const;
  return linearTicks(inUnits, most).map((tick) => ({ ...tick, value: tick.value / perStep }));
}
