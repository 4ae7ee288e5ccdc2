import type { RunResult } from './trainer.ts';

/** The tail mean is taken over this many recorded steps: single final losses of noisy runs are luck. */
export const TAIL_STEPS = 200;

/** What a checkpoint keeps of a summary. */
export interface SummaryState {
  readonly finalLoss: number;
  readonly bestLoss: number;
  readonly bestStep: number;
  readonly recorded: number;
  readonly lastStep: number;
  /** The last TAIL_STEPS losses of each member, as rings written at `recorded % TAIL_STEPS`. */
  readonly rings: readonly Float64Array[];
  readonly testLoss: number | null;
  readonly testAccuracy: number | null;
}

/** Keeps what a run amounts to while it goes on: best, last, and the tail of every seed. */
export class RunSummaryKeeper {
  #finalLoss = NaN;
  #bestLoss = Infinity;
  #bestStep = 0;
  #recorded = 0;
  #lastStep = -1;
  readonly #rings: readonly Float64Array[];
  testLoss: number | null = null;
  testAccuracy: number | null = null;

  constructor(members: number, from: SummaryState | null) {
    this.#rings = from
      ? from.rings.map((ring) => ring.slice())
      : Array.from({ length: members }, () => new Float64Array(TAIL_STEPS));
    if (!from) return;
    this.#finalLoss = from.finalLoss;
    this.#bestLoss = from.bestLoss;
    this.#bestStep = from.bestStep;
    this.#recorded = from.recorded;
    this.#lastStep = from.lastStep;
    this.testLoss = from.testLoss;
    this.testAccuracy = from.testAccuracy;
  }

  /** Takes the losses of all members at a recorded step; the last step again, on which a fork goes on, is not new. */
  add(step: number, losses: Float64Array): void {
    if (step === this.#lastStep) return;
    this.#lastStep = step;
    const loss = losses[0]!;
    this.#finalLoss = loss;
    if (loss < this.#bestLoss) {
      this.#bestLoss = loss;
      this.#bestStep = step;
    }
    const slot = this.#recorded++ % TAIL_STEPS;
    for (let i = 0; i < losses.length; i++) this.#rings[i]![slot] = losses[i]!;
  }

  result(): Omit<RunResult, 'falseConvergence'> {
    const steps = Math.min(this.#recorded, TAIL_STEPS);
    return {
      finalLoss: this.#finalLoss,
      bestLoss: this.#bestLoss,
      bestStep: this.#bestStep,
      tail: { steps, means: this.#rings.map((ring) => mean(ring.subarray(0, steps))) },
      testLoss: this.testLoss,
      testAccuracy: this.testAccuracy,
    };
  }

  state(): SummaryState {
    return {
      finalLoss: this.#finalLoss,
      bestLoss: this.#bestLoss,
      bestStep: this.#bestStep,
      recorded: this.#recorded,
      lastStep: this.#lastStep,
      rings: this.#rings.map((ring) => ring.slice()),
      testLoss: this.testLoss,
      testAccuracy: this.testAccuracy,
    };
  }
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}
