import type { RunResult } from './trainer.ts';

/** The tail mean is taken over this many recorded steps: single final losses of noisy runs are luck. */
export const TAIL_STEPS = 200;
/** Of a short run it is the last fifth: what came before is its way down, not its end. */
const TAIL_SHARE = 5;

/** What a checkpoint keeps of a summary. */
export interface SummaryState {
  /** Of all members; absent where the checkpoint was made before this was kept. */
  readonly firstLosses?: readonly number[];
  readonly bestLoss: number;
  readonly bestStep: number;
  readonly recorded: number;
  readonly lastStep: number;
  /** Losses of the last TAIL_STEPS recorded steps, row-major, shape (TAIL_STEPS, members), used as a ring. */
  readonly ring: Float64Array;
  readonly testLoss: number | null;
  readonly testAccuracy: number | null;
}

/** The summary of a run of so many seeds that has recorded nothing. */
export function freshSummary(members: number): SummaryState {
  return new RunSummaryKeeper(members, null).state();
}

/** Keeps what a run amounts to while it goes on: best, last, and the tail of every seed. */
export class RunSummaryKeeper {
  readonly #members: number;
  readonly #ring: Float64Array;
  /** Where in the ring the next row goes. */
  #at = 0;
  #firstLosses: readonly number[] | undefined;
  #bestLoss = Infinity;
  #bestStep = 0;
  #recorded = 0;
  #lastStep = -1;
  testLoss: number | null = null;
  testAccuracy: number | null = null;

  constructor(members: number, from: SummaryState | null) {
    this.#members = members;
    this.#ring = from?.ring.slice() ?? new Float64Array(TAIL_STEPS * members);
    if (!from) return;
    this.#at = (from.recorded % TAIL_STEPS) * members;
    this.#firstLosses = from.firstLosses;
    this.#bestLoss = from.bestLoss;
    this.#bestStep = from.bestStep;
    this.#recorded = from.recorded;
    this.#lastStep = from.lastStep;
    this.testLoss = from.testLoss;
    this.testAccuracy = from.testAccuracy;
  }

  /** Takes the losses of all members at a recorded step; the last step again, on which a fork goes on, is not new. */
  add(step: number, members: readonly { readonly loss: number }[]): void {
    if (step === this.#lastStep) return;
    this.#lastStep = step;
    if (this.#recorded === 0) this.#firstLosses = members.map((member) => member.loss);
    const { loss } = members[0]!;
    if (loss < this.#bestLoss) {
      this.#bestLoss = loss;
      this.#bestStep = step;
    }
    const ring = this.#ring;
    let at = this.#at;
    for (let i = 0; i < members.length; i++) ring[at++] = members[i]!.loss;
    this.#at = at === ring.length ? 0 : at;
    this.#recorded++;
  }

  result(): Omit<RunResult, 'falseConvergence'> {
    const steps = Math.min(Math.ceil(this.#recorded / TAIL_SHARE), TAIL_STEPS);
    const means = Array.from({ length: this.#members }, (_, i) => this.#mean(i, steps));
    const last = (this.#at || this.#ring.length) - this.#members;
    return {
      ...this.#begin(),
      finalLoss: steps > 0 ? this.#ring[last]! : NaN,
      bestLoss: this.#bestLoss,
      bestStep: this.#bestStep,
      tail: { steps, means },
      testLoss: this.testLoss,
      testAccuracy: this.testAccuracy,
    };
  }

  state(): SummaryState {
    return {
      ...this.#begin(),
      bestLoss: this.#bestLoss,
      bestStep: this.#bestStep,
      recorded: this.#recorded,
      lastStep: this.#lastStep,
      ring: this.#ring.slice(),
      testLoss: this.testLoss,
      testAccuracy: this.testAccuracy,
    };
  }

  #begin(): Pick<SummaryState, 'firstLosses'> {
    return this.#firstLosses ? { firstLosses: this.#firstLosses } : {};
  }

  /** Mean over the rows that were added last, in the order in which they lie in the ring. */
  #mean(member: number, steps: number): number {
    const members = this.#members;
    const first = steps === TAIL_STEPS ? 0 : this.#at / members + TAIL_STEPS - steps;
    let sum = 0;
    for (let i = 0; i < steps; i++) {
      sum += this.#ring[((first + i) % TAIL_STEPS) * members + member]!;
    }
    return sum / steps;
  }
}
