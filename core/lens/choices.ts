import type { Choice } from '../params.ts';

/** The schedules that known calls and recognised rates have in common, as they are chosen. */

/** η₀ γ^(t / decayLength); in a staircase t / decayLength is rounded down. */
export function exponential(gamma: number, decayLength: number, staircase: boolean): Choice {
  return { id: 'exponential', params: { gamma, decayLength, staircase } };
}

/** η₀ / (1 + decay · t / decayLength); in a staircase t / decayLength is rounded down. */
export function inverseTime(decay: number, decayLength: number, staircase: boolean): Choice {
  return { id: 'inverse-time', params: { decay, decayLength, staircase } };
}
