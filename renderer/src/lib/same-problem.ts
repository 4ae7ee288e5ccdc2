import type { ExperimentConfig, ProblemConfig } from '../../../core/experiment/config.ts';

/** The losses of these runs are values of one function, so that lower means better. */
export function sameProblem(configs: readonly ExperimentConfig[]): boolean {
  return new Set(configs.map(({ problem }) => lossOf(problem))).size <= 1;
}

/** What the loss is a function of; noise, batches and starts only say how it is walked on. */
function lossOf(problem: ProblemConfig): string {
  return JSON.stringify(
    problem.kind === 'model' ? [problem.model, problem.dataset] : problem.objective,
  );
}
