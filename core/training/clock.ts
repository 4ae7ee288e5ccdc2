import type { ScheduleUnit } from '../experiment/config.ts';

/**
 * Turns steps into the index t that a schedule counts in: updates made, epochs completed, or samples
 * seen, from its index at step 0 on. Before index 0 the schedule stands at 0.
 */
export class Clock {
  readonly #stepsPerTick: number;
  readonly #indicesPerTick: number;
  readonly #start: number;

  constructor(unit: ScheduleUnit, start: number, stepsPerEpoch: number, batchSize: number) {
    this.#start = start;
    this.#stepsPerTick = unit === 'epoch' ? stepsPerEpoch : 1;
    this.#indicesPerTick = unit === 'sample' ? batchSize : 1;
  }

  at(step: number): number {
    const perTick = this.#stepsPerTick;
    // Counting steps is the usual case, and a division is what a step of two parameters would notice.
    const ticks = perTick === 1 ? step : Math.floor(step / perTick);
    const t = this.#start + ticks * this.#indicesPerTick;
    return t > 0 ? t : 0;
  }
}
