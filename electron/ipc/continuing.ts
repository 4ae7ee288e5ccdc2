/** Going on with runs that have ended: before their time, or beyond their last step. */
import type { AppErrorData } from './reply.ts';
import type { RunId } from './run.ts';

/** So many runs are taken up again at once. */
export const MOST_CONTINUED = 64;

/** What became of runs that were to go on. */
export interface Continued {
  /** They went on as the runs they are. */
  readonly inPlace: readonly RunId[];
  /** Computed by another engine: new runs begin where their checkpoints are; the old ones keep what they have. */
  readonly asNew: readonly { readonly from: RunId; readonly id: RunId }[];
}

/** Whether a run can go on beyond its last step and be, bit for bit, a run of that length. */
export interface Extension {
  readonly id: RunId;
  /** The steps it would have in all. */
  readonly totalSteps: number;
  /** Why it cannot; `other-rates` where its schedule would have used others by now. Null: it can. */
  readonly refusal: AppErrorData | null;
}
