import type { ExperimentConfig, ProblemConfig } from '../../../core/experiment/config.ts';

/**
 * The losses of these runs are values of one function, so that lower means better. Of what the loss of a training
 * log (null) is a function nobody knows.
 */
export function sameProblem(
  configs: readonly (ExperimentConfig | null)[],
): configs is readonly ExperimentConfig[] {
  const losses = configs.map((config) => config && knownLossOf(config.problem));
  return !losses.includes(null) && new Set(losses).size <= 1;
}

/** Problems are never changed, only replaced; tables ask again whenever anything changes. */
const known = new WeakMap<ProblemConfig, string>();

function knownLossOf(problem: ProblemConfig): string {
  let loss = known.get(problem);
  if (loss === undefined) known.set(problem, (loss = lossOf(problem)));
  return loss;
}

/** What the loss is a function of; noise, batches and starts only say how it is walked on. */
function lossOf(problem: ProblemConfig): string {
  switch (problem.kind) {
    case 'objective':
      return JSON.stringify([problem.objective, problem.scale]);
    case 'stream':
      return JSON.stringify(problem.stream);
    case 'model':
      return JSON.stringify([problem.model, problem.dataset]);
  }
}
