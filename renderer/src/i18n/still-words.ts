import type { ExperimentConfig } from '../../../core/experiment/config.ts';
import { buildObjective } from '../../../core/objectives/build.ts';
import type { RunResult } from '../../../core/training/trainer.ts';
import { t } from './i18n.svelte.ts';

interface Judged {
  readonly name: string;
  readonly config: ExperimentConfig;
  readonly result: RunResult | null;
}

/** Which runs never left their start because its gradient is zero; null: none. */
export function stillWords(runs: readonly Judged[]): string | null {
  const still = runs.filter(isStill);
  if (still.length === 0) return null;
  return t('still', { runs: still.map(({ name }) => name).join(t('listSeparator')) });
}

function isStill({ config: { problem, fork }, result }: Judged): boolean {
  if (!result || problem.kind !== 'objective' || problem.noise > 0 || fork) return false;
  if (result.bestStep !== 0 || result.finalLoss !== result.bestLoss) return false;
  const grad = new Float64Array(problem.start.length);
  buildObjective(problem).valueAndGrad(Float64Array.from(problem.start), grad);
  return grad.every((slope) => slope === 0);
}
