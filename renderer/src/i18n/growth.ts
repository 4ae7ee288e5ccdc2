import { estimate } from '../../../core/analysis/verdict.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { isRandom } from '../../../core/experiment/randomness.ts';
import { buildObjective } from '../../../core/objectives/build.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import { rateOf, stabilityLimit } from '../lib/theory.ts';

/** Equal losses may come out this far from each other, relatively, when they are averaged. */
const ROUNDING = 1e-12;
/** The first loss of a model is that of one batch: one that is harder by so much has not grown. */
const BATCHES = 1.1;

/** A loss that was judged, and what it was at the beginning; null where that is not known. */
export interface Course {
  readonly config: ExperimentConfig;
  readonly began: number | null;
  readonly loss: number;
}

export type Grown = Course & { readonly began: number };

/**
 * The loss before the first update: of each seed; of a result that does not tell, and without a past of another run,
 * at the start of its objective. Empty where it is not known, and for a gradient stream, every loss of which is another
 * function.
 */
export function firstLosses(config: ExperimentConfig, result: RunResult): readonly number[] {
  const { problem, fork } = config;
  if (problem.kind === 'stream') return [];
  if (result.firstLosses) return result.firstLosses;
  if (problem.kind !== 'objective' || fork) return [];
  const start = Float64Array.from(problem.start);
  return [buildObjective(problem).valueAndGrad(start, new Float64Array(start.length))];
}

/** Their mean; null where none is known. */
export function meanOf(losses: readonly number[]): number | null {
  return losses.length === 0 ? null : estimate(losses).mean;
}

/** Whether it ended above where it began. */
export function hasGrown(course: Course): course is Grown {
  const { began, loss } = course;
  return began !== null && loss - began > ROUNDING * Math.abs(began);
}

/**
 * Whether the noise of an objective may be what lifted its loss: to its floor, from a start near the minimum. Not where
 * the last rate is known to be above the stability limit.
 */
export function liftedByNoise(config: ExperimentConfig): boolean {
  if (config.problem.kind !== 'objective' || !isRandom(config)) return false;
  const limit = stabilityLimit(config);
  const rate = rateOf(config)(Math.max(0, config.totalSteps - 1)) ?? config.lr;
  return limit === null || rate <= limit;
}

/** Whether no batch can be blamed for that. */
export function grewBeyondBatches({ config, began, loss }: Grown): boolean {
  return config.problem.kind !== 'model' || loss > BATCHES * began;
}
