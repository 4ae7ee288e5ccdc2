import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { TAIL_STEPS } from '../../../core/training/run-summary.ts';
import { once } from './once.ts';
import { expectation } from './theory.ts';

/** How a run ends by the exact expectation of its loss, over all seeds there are. */
export interface ExactEnd {
  /** After the last update. */
  readonly loss: number;
  /** At the recorded steps, the last one first; as many as the mean over the tail of a run takes at most. */
  readonly lasts: readonly number[];
}

/** Null where no expectation is known, or it has outgrown all numbers. */
export const exactEndOf = once((config): ExactEnd | null => {
  const total = expectation(config)?.total;
  if (!total) return null;
  const lasts = lastRecorded(config).map((step) => total.at(step)!.value);
  return lasts.every(Number.isFinite) ? { loss: lasts[0]!, lasts } : null;
});

/** The recorded steps, the last one first: that of the last update, and before it every so many. */
function lastRecorded({ totalSteps, recordEvery }: ExperimentConfig): readonly number[] {
  const steps = [totalSteps];
  const before = Math.ceil(totalSteps / recordEvery) - 1;
  for (let i = before; i >= 0 && steps.length < TAIL_STEPS; i--) steps.push(i * recordEvery);
  return steps;
}
