import type { ScheduleUnit } from '../experiment/config.ts';

/** Turns steps into the index t that a schedule counts in: updates made, epochs completed, or samples seen. */
export class Clock {
  readonly #stepsPerTick: number;
  readonly #indicesPerTick: number;

  constructor(unit: ScheduleUnit, stepsPerEpoch: number, batchSize: number) {
    this.#stepsPerTick = unit === 'epoch' ? stepsPerEpoch : 1;
    this.#indicesPerTick = unit === 'sample' ? batchSize : 1;
  }

  at(step: number): number {
    return Math.floor(step / this.#stepsPerTick) * this.#indicesPerTick;
  }
}
