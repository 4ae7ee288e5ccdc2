import { formatCount } from '../lib/format.ts';
import type { Axis } from './axis.ts';
import { linearTicks, stepTicks, type Tick } from './ticks.ts';

/** In what an axis of steps is read: steps themselves, or something that grows evenly with them. */
export interface XUnit {
  /** Units per step. */
  readonly perStep: number;
  /** How a step is written in this unit. */
  readonly words: (step: number) => string;
}

export const inSteps: XUnit = { perStep: 1, words: formatCount };

/** At most `most` ticks at round values of the unit; their positions stay in steps. */
export function unitTicks({ domain }: Axis, { perStep }: XUnit, most: number): readonly Tick[] {
  if (perStep === 1) return stepTicks(domain, most);
  const inUnits = [domain[0] * perStep, domain[1] * perStep] as const;
  return linearTicks(inUnits, most).map((tick) => ({ ...tick, value: tick.value / perStep }));
}
