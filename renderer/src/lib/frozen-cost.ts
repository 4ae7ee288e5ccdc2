import { estimate } from '../../../core/analysis/verdict.ts';
import { quadraticForm } from '../../../core/analysis/quadratic-form.ts';
import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { buildObjective } from '../../../core/objectives/build.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import { expectationOf, stabilityLimit } from './theory.ts';

/** What it cost a run that its rate died out: against the same run with its first rate kept to the end. */
export interface FrozenCost {
  /** The mean of its tail, over all seeds. */
  readonly loss: number;
  /** The first rate η₀. */
  readonly rate: number;
  /** Expected loss after as many updates at η₀. */
  readonly steady: number;
  /** How many times as far above the minimum it ended as that; Infinity where that comes to the minimum. */
  readonly factor: number;
}

/** Of longer runs it is not computed: a table asks it of every run that froze. */
const MOST_EXACT = 100_000;

/**
 * Null where it is not known: of forks, of very long runs, where the loss has no exact expectation, and where η₀ is
 * not stable, so that to keep it is no choice.
 */
export function frozenCost(
  config: ExperimentConfig,
  step: number,
  result: RunResult,
): FrozenCost | null {
  const { lr, problem, fork } = config;
  if (problem.kind !== 'objective' || fork || step > MOST_EXACT) return null;
  const limit = stabilityLimit(config);
  const form = quadraticForm(buildObjective(problem));
  if (!form || limit === null || lr >= limit) return null;
  const steady = expectationOf({
    ...config,
    schedule: { id: 'constant', params: {} },
    scheduleUnit: 'step',
    scheduleStart: 0,
    totalSteps: step,
  })?.total.at(step)?.value;
  if (steady === undefined) return null;
  const loss = estimate(result.tail.means).mean;
  const above = steady - form.value;
  return { loss, rate: lr, steady, factor: above > 0 ? (loss - form.value) / above : Infinity };
}
