import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { buildObjective } from '../../../core/objectives/build.ts';
import type { Objective } from '../../../core/objectives/objective.ts';
import { sameProblem } from './same-problem.ts';

/**
 * The ground all these runs walk on, where it is one and can be drawn as a map or as a curve; null: it cannot. A
 * training log (null) has none.
 */
export function sharedGround(configs: readonly (ExperimentConfig | null)[]): Objective | null {
  const problem = configs[0]?.problem;
  if (!sameProblem(configs) || problem?.kind !== 'objective') return null;
  const ground = buildObjective(problem);
  return ground.dim <= 2 ? ground : null;
}

/** Where a run on it begins. */
export function startOn({ start }: Objective, { problem }: ExperimentConfig): readonly number[] {
  return problem.kind === 'objective' ? problem.start : start;
}
